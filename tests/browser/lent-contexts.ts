import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

/** What stays on a context or a tab for good: one with it is not handed on. */
const STAYS = {
  context: [
    'addInitScript',
    'exposeBinding',
    'exposeFunction',
    'grantPermissions',
    'newCDPSession',
    'routeWebSocket',
    'setExtraHTTPHeaders',
  ],
  page: [
    'addInitScript',
    'addLocatorHandler',
    'exposeBinding',
    'exposeFunction',
    'routeWebSocket',
    'setExtraHTTPHeaders',
  ],
} as const;
/** Playwright's own. */
const TIMEOUT_MS = 30_000;
const VIEWPORT = { width: 1280, height: 720 };

/**
 * The contexts of one browser, lent one after another: one that is closed is emptied of all that was kept and handed on, with its first tab,
 * to whoever wants the same looks. Fetching and compiling the pages' scripts anew takes most of the time of a first visit.
 */
export class LentContexts {
  private readonly free = new Map<string, LentContext[]>();

  constructor(private readonly browser: Browser) {}

  async lend(options: BrowserContextOptions): Promise<BrowserContext> {
    const looks = JSON.stringify(options);
    const lent = this.free.get(looks)?.pop() ?? (await LentContext.make(this.browser, options));
    return lent.to(() => this.free.set(looks, [...(this.free.get(looks) ?? []), lent]));
  }
}

class LentContext {
  /** Null: nobody has it. */
  private onReturned: (() => void) | null = null;
  private isSpoilt = false;
  /** Whether the first tab has been asked for. */
  private isTaken = false;
  private readonly origins = new Set<string>();
  private readonly end: BrowserContext['close'];
  private readonly session: BrowserContext['newCDPSession'];

  private constructor(
    readonly context: BrowserContext,
    private readonly page: Page,
    private readonly options: BrowserContextOptions,
  ) {
    this.end = context.close.bind(context);
    this.session = context.newCDPSession.bind(context);
    const newPage = context.newPage.bind(context);
    context.newPage = async () => {
      if (this.isTaken) return newPage();
      this.isTaken = true;
      return page;
    };
    context.close = () => this.giveBack();
    for (const name of STAYS.context) this.spoils(context, name);
    for (const name of STAYS.page) this.spoils(page, name);
    context.on('request', (request) => {
      if (request.isNavigationRequest()) this.origins.add(new URL(request.url()).origin);
    });
  }

  static async make(browser: Browser, options: BrowserContextOptions): Promise<LentContext> {
    const context = await browser.newContext(options);
    return new LentContext(context, await context.newPage(), options);
  }

  /** Lends it. @param onReturned called when it can be lent again */
  to(onReturned: () => void): BrowserContext {
    this.onReturned = onReturned;
    this.isTaken = false;
    return this.context;
  }

  /** After this has been called, nobody gets the context again. */
  private spoils<Thing extends object>(thing: Thing, name: keyof Thing): void {
    const act = (thing[name] as (...given: unknown[]) => unknown).bind(thing);
    Object.assign(thing, {
      [name]: (...given: unknown[]) => {
        this.isSpoilt = true;
        return act(...given);
      },
    });
  }

  private async giveBack(): Promise<void> {
    const { onReturned } = this;
    if (onReturned === null) return;
    this.onReturned = null;
    // A tab keeps something for each origin, and only where it is can that be cleared.
    if (this.isSpoilt || this.page.isClosed() || this.origins.size > 1) return this.end();
    try {
      await this.empty();
    } catch (error) {
      await this.end();
      throw error;
    }
    onReturned();
  }

  private async empty(): Promise<void> {
    const { context, page, options } = this;
    for (const other of context.pages()) if (other !== page) await other.close();
    page.removeAllListeners();
    for (const one of [context, page]) {
      await one.unrouteAll({ behavior: 'ignoreErrors' });
      one.setDefaultTimeout(TIMEOUT_MS);
      one.setDefaultNavigationTimeout(TIMEOUT_MS);
    }
    await context.setOffline(options.offline ?? false);
    const [origin] = this.origins;
    if (origin && page.url().startsWith(origin)) await page.evaluate(() => sessionStorage.clear());
    // Nothing of the page runs any more when what it has kept is taken away.
    await page.goto('about:blank');
    if (origin?.startsWith('http')) {
      const session = await this.session(page);
      await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
      await session.detach();
    }
    await context.clearCookies();
    const { colorScheme, contrast, forcedColors, reducedMotion, viewport } = options;
    await page.emulateMedia({
      media: null,
      colorScheme: colorScheme ?? 'light',
      contrast: contrast ?? 'no-preference',
      forcedColors: forcedColors ?? 'none',
      reducedMotion: reducedMotion ?? 'reduce',
    });
    if (viewport !== null) await page.setViewportSize(viewport ?? VIEWPORT);
    this.origins.clear();
  }
}
