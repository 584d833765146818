import type { Page } from 'playwright-core';

/** Tabs from the place to which “Skip to the bench” leads, at most. */
const MOST = 10;

/**
 * What is further than ten Tabs from the start of a step's bench: its controls, and those of the bar at the foot that trains. Radio buttons of
 * one name are one stop, as browsers have it.
 */
export function farByTab(page: Page): Promise<string[]> {
  return page.evaluate((most) => {
    const bench = document.querySelector('[data-testid="bench"]');
    if (!bench) return [];
    const groups = new Set<string>();
    const isStop = (control: HTMLElement | SVGElement) => {
      if (control.tabIndex < 0 || control.matches(':disabled') || control.closest('[inert]')) return false;
      if (control.getClientRects().length === 0 || getComputedStyle(control).visibility === 'hidden')
        return false;
      if (!(control instanceof HTMLInputElement) || control.type !== 'radio') return true;
      const isFirst = !groups.has(control.name);
      groups.add(control.name);
      return isFirst;
    };
    return [
      ...document.querySelectorAll<HTMLElement | SVGElement>(
        'a[href], button, input, select, textarea, summary, [tabindex]',
      ),
    ]
      .filter((one) => bench.contains(one) || one.closest('[data-testid="run-bar"]'))
      .filter((one) => one !== bench && isStop(one))
      .slice(most)
      .map((one) => {
        const [label] = one instanceof HTMLInputElement ? (one.labels ?? []) : [];
        return `${one.tagName} ${one.getAttribute('aria-label') ?? label?.textContent ?? one.textContent}`.slice(
          0,
          60,
        );
      });
  }, MOST);
}
