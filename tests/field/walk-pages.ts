import type { BrowserContextOptions, Page } from 'playwright-core';
import { type EveryPage, everyPage, type PagesStage } from '../browser/every-page';

/** Pages that are open at once: as many as a small machine draws without anything waiting too long. */
const AT_ONCE = 3;

/**
 * Goes to every page and looks at it.
 * @returns what was found, by page; pages without a fault are not named
 */
export async function walkPages(
  stage: PagesStage,
  options: BrowserContextOptions,
  look: (tab: Page) => Promise<string[]>,
  wanted: (page: EveryPage) => boolean = () => true,
): Promise<Record<string, string[]>> {
  const left = everyPage().filter(wanted);
  const found: Record<string, string[]> = {};
  const walk = async () => {
    for (let page = left.shift(); page; page = left.shift()) {
      const context = await stage.contextFor(page, { reducedMotion: 'reduce', ...options });
      const tab = await context.newPage();
      await stage.visit(tab, page);
      // Two frames: what effects change is drawn.
      await tab.evaluate(
        () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
      );
      const faults = await look(tab);
      if (faults.length > 0) found[page.name] = faults;
      await context.close();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, walk));
  return found;
}
