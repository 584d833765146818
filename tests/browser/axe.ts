import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong on the page as it stands: rule and place, one line each. A colour on its way has no contrast to speak of. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  await page.waitForFunction(
    () =>
      !document.getAnimations().some((one) => one instanceof CSSTransition && one.playState === 'running'),
  );
  await page.evaluate(source);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
}

/** How many pixels the page is higher than its window: nobody scrolls a projector. */
export function downwardOverflow(page: Page): Promise<number> {
  return atRest(page, 'Height');
}

/** How many pixels the page is wider than its window: a page that scrolls sideways is broken on a phone. */
export function sidewaysOverflow(page: Page): Promise<number> {
  return atRest(page, 'Width');
}

/** What stands over for some frames: pictures that measure their place follow it a frame or two later. */
function atRest(page: Page, side: 'Width' | 'Height'): Promise<number> {
  return page.evaluate(async (side) => {
    const root = document.documentElement;
    const over = () => root[`scroll${side}`] - root[`client${side}`];
    for (let frame = 0; frame < 30 && over() > 0; frame += 1)
      await new Promise((next) => requestAnimationFrame(next));
    return over();
  }, side);
}
