import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What can be wrong in one theme and right in the other. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

interface Wanted {
  /** The page has just been looked at in its other theme: all that is no matter of colours is as it was. */
  coloursAlone?: boolean;
}

/** What axe finds wrong on the page as it stands: rule and place, one line each. A colour on its way has no contrast to speak of. */
export async function accessibilityProblems(
  page: Page,
  { coloursAlone = false }: Wanted = {},
): Promise<string[]> {
  await page.waitForFunction(
    () =>
      !document.getAnimations().some((one) => one instanceof CSSTransition && one.playState === 'running'),
  );
  if (!(await page.evaluate(() => 'axe' in window))) {
    // As a script, which a tab compiles once for all the pages that it goes to; what is evaluated it compiles each time.
    const script = await page.addScriptTag({ content: source });
    await script.evaluate((element) => (element as unknown as Element).remove());
  }
  return page.evaluate(
    async (rules) => {
      const { axe } = window as unknown as {
        axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      // Only what is wrong is written out, which is most of what a run costs.
      const { violations } = await axe.run({
        resultTypes: ['violations'],
        selectors: false,
        ...(rules && { runOnly: rules }),
      });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
    },
    coloursAlone ? OF_COLOURS : null,
  );
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
