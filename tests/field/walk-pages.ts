import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { type EveryPage, type PagesStage, walkedPages } from '@/tests/browser/every-page';
import { TabEach } from '@/tests/browser/tab-each';

/** Pages that are open at once: as many as a small machine draws without anything waiting too long. */
const AT_ONCE = 3;

/**
 * Goes to all that is walked (every-page.ts) and looks at it; what a page's policy forbids it is a fault as well (server/http/page-policy). Who is the same person has one context for all pages: what was loaded once is not loaded again.
 * @returns what was found, by page; pages without a fault are not named
 */
export async function walkPages(
  stage: PagesStage,
  options: BrowserContextOptions,
  look: (tab: Page) => Promise<string[]>,
  wanted: (page: EveryPage, at: number) => boolean = () => true,
): Promise<Record<string, string[]>> {
  const left = walkedPages().filter(wanted);
  const found: Record<string, string[]> = {};
  const contexts = new Map<string, Promise<BrowserContext>>();
  const contextOf = async (page: EveryPage) => {
    const person = page.teacher ?? page.as;
    const made = contexts.get(person) ?? stage.contextFor(page, options).then(writingDownForbidden);
    contexts.set(person, made);
    const context = await made;
    await stage.letIn(context, page);
    return context;
  };
  const walk = async () => {
    const tabs = new TabEach();
    for (let page = left.shift(); page; page = left.shift()) {
      const { tab } = await tabs.of(await contextOf(page));
      await stage.visit(tab, page);
      await drawn(tab);
      const faults = [...(await look(tab)), ...(await tab.evaluate(() => window.forbidden!))];
      if (faults.length > 0) found[page.name] = faults;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, walk));
  for (const context of contexts.values()) await (await context).close();
  return found;
}

declare global {
  interface Window {
    /** What the page's policy has forbidden it, as the browser tells. */
    forbidden?: string[];
  }
}

/** Has each page of a context write down what its policy forbids it. */
export async function writingDownForbidden(context: BrowserContext): Promise<BrowserContext> {
  await context.addInitScript(() => {
    const forbidden: string[] = [];
    window.forbidden = forbidden;
    document.addEventListener('securitypolicyviolation', (event) =>
      forbidden.push(`${event.effectiveDirective} ${event.blockedURI} by ${event.sourceFile}`),
    );
  });
  return context;
}

/** Two frames: what effects change is drawn. */
export async function drawn(tab: Page): Promise<void> {
  await tab.evaluate(() => new Promise((frame) => requestAnimationFrame(() => requestAnimationFrame(frame))));
}
