import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

/** A visitor's tab, in a browser context of the own. */
export interface Visitor {
  context: BrowserContext;
  page: Page;
}

/**
 * Visitors of one server, each with nothing kept of those before. Who leaves hands the tab on to the next with the same looks:
 * fetching and compiling a page's scripts anew takes most of the time of a visit.
 */
export class Visitors {
  private readonly here: { looks: string; visitor: Visitor }[] = [];
  private readonly left = new Map<string, Visitor[]>();

  constructor(
    private readonly browser: Browser,
    private readonly origin: string,
  ) {}

  /** What stays on a context for good, such as a script for every page, is not for a visitor: that needs one of its own. */
  async come(options: BrowserContextOptions): Promise<Visitor> {
    const looks = JSON.stringify(options);
    let visitor = this.left.get(looks)?.pop();
    if (!visitor) {
      const context = await this.browser.newContext(options);
      visitor = { context, page: await context.newPage() };
    }
    this.here.push({ looks, visitor });
    return visitor;
  }

  /** Everybody leaves, as after each test. */
  async leave(): Promise<void> {
    for (const { looks, visitor } of this.here.splice(0)) {
      if (visitor.page.isClosed()) await visitor.context.close();
      else {
        await this.clear(visitor);
        this.left.set(looks, [...(this.left.get(looks) ?? []), visitor]);
      }
    }
  }

  private async clear({ context, page }: Visitor): Promise<void> {
    for (const other of context.pages()) if (other !== page) await other.close();
    page.removeAllListeners();
    await context.setOffline(false);
    await context.unrouteAll({ behavior: 'ignoreErrors' });
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    if (page.url().startsWith(this.origin)) await page.evaluate(() => sessionStorage.clear());
    // Nothing of the page runs any more when what it has kept is taken away.
    await page.goto('about:blank');
    const session = await context.newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', { origin: this.origin, storageTypes: 'all' });
    await session.detach();
    await context.clearCookies();
    await page.emulateMedia({ colorScheme: null });
  }
}
