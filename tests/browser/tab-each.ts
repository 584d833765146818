import type { BrowserContext, Page } from 'playwright-core';
import { watchErrors } from './chromium';

/** A tab, and what its pages complain about: who goes on to another page takes out what was there (`splice`). */
export interface WatchedTab {
  tab: Page;
  errors: string[];
}

/** One tab for each context, which goes from page to page: a new one would compile again what all pages share. */
export class TabEach {
  private readonly open = new Map<BrowserContext, WatchedTab>();

  async of(context: BrowserContext): Promise<WatchedTab> {
    const kept = this.open.get(context);
    if (kept) return kept;
    const tab = await context.newPage();
    const watched = { tab, errors: watchErrors(tab) };
    this.open.set(context, watched);
    return watched;
  }

  /** Another one is made in the place of this, which does not answer. */
  forget(context: BrowserContext): void {
    this.open.delete(context);
  }
}
