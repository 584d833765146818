import type { Page } from 'playwright-core';

/**
 * Whoever goes to a page in a tab from now on has it once React has taken it over: what is pressed before is nobody's, as long as a slow
 * machine needs for that. Who says what is to be waited for (`waitUntil`) waits for that alone.
 */
export function waitForLife(page: Page): void {
  const { goto, reload, goBack } = page;
  page.goto = async (address, options) => {
    const answer = await goto.call(page, address, options);
    if (options?.waitUntil === undefined) await page.waitForFunction(isAlive);
    return answer;
  };
  page.reload = async (options) => {
    const answer = await reload.call(page, options);
    if (options?.waitUntil === undefined) await page.waitForFunction(isAlive);
    return answer;
  };
  page.goBack = async (options) => {
    const answer = await goBack.call(page, options);
    if (options?.waitUntil === undefined) await page.waitForFunction(isAlive);
    return answer;
  };
}

/** Runs in the page: none of ours has anything to wait for. */
function isAlive(): boolean {
  return (
    document.querySelector('script[src*="/_next/"]') === null ||
    Object.keys(document).some((key) => key.startsWith('__reactContainer$'))
  );
}
