import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { PATIENCE_MS } from '@/tests/patience';

/** What a context or a tab is given and can be taken off it again: Playwright answers with what takes it off. */
const COMES_OFF = ['addInitScript', 'exposeBinding', 'exposeFunction'] as const;
/** What stays on a context or a tab for good: one with it is not handed on. */
const STAYS = {
  context: ['grantPermissions', 'newCDPSession', 'routeWebSocket', 'setExtraHTTPHeaders'],
  page: ['addLocatorHandler', 'routeWebSocket', 'setExtraHTTPHeaders'],
} as const;
const VIEWPORT = { width: 1280, height: 720 };
/** Tabs that a context keeps for who has it next: a class is led with a console and a wall. */
const KEPT_TABS = 3;

/** How pages look in a context: any tab can be made to look so. */
type Looks = Pick<
  BrowserContextOptions,
  'viewport' | 'colorScheme' | 'contrast' | 'forcedColors' | 'reducedMotion'
>;

/**
 * The contexts of one browser, lent one after another: one that is closed is emptied of all that was kept and handed on, with its tabs,
 * to whoever wants one in the same language and with the same means, whatever it is to look like. Fetching and compiling the pages' scripts
 * anew takes most of the time of a first visit.
 */
export class LentContexts {
  private readonly free = new Map<string, LentContext[]>();

  constructor(private readonly browser: Browser) {}

  async lend(options: BrowserContextOptions): Promise<BrowserContext> {
    const { viewport, colorScheme, contrast, forcedColors, reducedMotion, ...means } = options;
    // A window without a size of its own stays what it is.
    const fixed: BrowserContextOptions = viewport === null ? { ...means, viewport } : means;
    const kind = JSON.stringify(
      Object.entries(fixed)
        .filter(([, value]) => value !== false)
        .sort(),
    );
    const lent = this.free.get(kind)?.pop() ?? new LentContext(await this.browser.newContext(fixed), fixed);
    const onReturned = () => this.free.set(kind, [...(this.free.get(kind) ?? []), lent]);
    return lent.to({ viewport, colorScheme, contrast, forcedColors, reducedMotion }, onReturned);
  }
}

interface Disposable {
  dispose(): Promise<void>;
}

class LentContext {
  /** Null: nobody has it. */
  private onReturned: (() => void) | null = null;
  private isSpoilt = false;
  private looks: Looks = {};
  /** The tabs that stay, and how many of them have been asked for. */
  private tabs: Page[] = [];
  private taken = 0;
  private readonly given: Disposable[] = [];
  private readonly origins = new Set<string>();
  private readonly end: BrowserContext['close'];
  private readonly session: BrowserContext['newCDPSession'];
  private readonly newPage: BrowserContext['newPage'];

  constructor(
    readonly context: BrowserContext,
    private readonly options: BrowserContextOptions,
  ) {
    this.end = context.close.bind(context);
    this.session = context.newCDPSession.bind(context);
    this.newPage = context.newPage.bind(context);
    context.newPage = () => this.nextTab();
    context.close = () => this.giveBack();
    for (const name of STAYS.context) this.spoils(context, name);
    for (const name of COMES_OFF) this.comesOff(context, name);
    context.on('request', (request) => {
      if (request.isNavigationRequest()) this.origins.add(new URL(request.url()).origin);
    });
  }

  /** Lends it. @param onReturned called when it can be lent again */
  async to(looks: Looks, onReturned: () => void): Promise<BrowserContext> {
    this.onReturned = onReturned;
    this.looks = looks;
    this.taken = 0;
    return this.context;
  }

  private async nextTab(): Promise<Page> {
    const page = this.tabs[this.taken] ?? (await this.makeTab());
    this.taken += 1;
    const { colorScheme, contrast, forcedColors, reducedMotion, viewport } = this.looks;
    await page.emulateMedia({
      media: null,
      colorScheme: colorScheme ?? 'light',
      contrast: contrast ?? 'no-preference',
      forcedColors: forcedColors ?? 'none',
      reducedMotion: reducedMotion ?? 'reduce',
    });
    if (this.options.viewport !== null) await page.setViewportSize(viewport ?? VIEWPORT);
    return page;
  }

  private async makeTab(): Promise<Page> {
    const page = await this.newPage();
    this.tabs.push(page);
    for (const name of STAYS.page) this.spoils(page, name);
    for (const name of COMES_OFF) this.comesOff(page, name);
    return page;
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

  /** What this gives is taken off when the context comes back. */
  private comesOff<Thing extends object>(thing: Thing, name: keyof Thing): void {
    const act = (thing[name] as (...given: unknown[]) => Promise<Disposable>).bind(thing);
    Object.assign(thing, {
      [name]: async (...given: unknown[]) => {
        const disposable = await act(...given);
        this.given.push(disposable);
        return disposable;
      },
    });
  }

  private async giveBack(): Promise<void> {
    const { onReturned } = this;
    if (onReturned === null) return;
    this.onReturned = null;
    // A tab keeps something for each origin, and only where it is can that be cleared.
    if (this.isSpoilt || this.origins.size > 1) return this.end();
    try {
      await this.empty();
    } catch (error) {
      await this.end();
      throw error;
    }
    onReturned();
  }

  private async empty(): Promise<void> {
    const { context, options } = this;
    this.tabs = this.tabs.filter((tab) => !tab.isClosed());
    const left = this.tabs.splice(KEPT_TABS);
    for (const page of context.pages())
      if (left.includes(page) || !this.tabs.includes(page)) await page.close();
    for (const disposable of this.given.splice(0)) await disposable.dispose();
    for (const one of [context, ...this.tabs]) {
      await one.unrouteAll({ behavior: 'ignoreErrors' });
      one.setDefaultTimeout(PATIENCE_MS);
      one.setDefaultNavigationTimeout(PATIENCE_MS);
    }
    await context.setOffline(options.offline ?? false);
    const [origin] = this.origins;
    for (const page of this.tabs) {
      page.removeAllListeners();
      if (origin && page.url().startsWith(origin)) await page.evaluate(emptySession);
      // Nothing of the page runs any more when what it has kept is taken away.
      await page.goto('about:blank');
    }
    const [page] = this.tabs;
    if (page && origin?.startsWith('http')) {
      const session = await this.session(page);
      await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
      await session.detach();
    }
    await context.clearCookies();
    this.origins.clear();
  }
}

/** In the page. Where it cannot be used, nothing is kept in it. */
function emptySession(): void {
  try {
    sessionStorage.clear();
  } catch {}
}
