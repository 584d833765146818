import type { Page } from 'playwright-core';
import type { Language } from '@/lessons/languages';
import type { TaughtLesson } from '@/lessons/registry';
import { lessonIn } from '@/lessons/written';

/** The window in which a step's words are to be seen without scrolling. */
export const LAPTOP = { width: 1366, height: 768 };

/**
 * What of the words that everybody is to read is not in sight without scrolling: the lesson's question, the task, the few sentences and
 * the formula; empty: all of it is. At the beginning of a lesson the words are asked for first.
 */
export function wordsOutOfSight(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const waiting = document.querySelector<HTMLElement>('[data-testid="show-words"]');
    if (waiting?.checkVisibility()) {
      waiting.click();
      await new Promise(requestAnimationFrame);
    }
    scrollTo(0, 0);
    const names = ['lesson-question', 'task', 'lead', 'formula'];
    const parts = names.flatMap((name) => [...document.querySelectorAll(`[data-testid="${name}"]`)]);
    // Once something is done, what was seen stands in the task's place.
    const over = document.querySelector('[data-testid="goal"][data-met="true"]') !== null;
    const faults = ['task', 'lead'].filter((name) => !document.querySelector(`[data-testid="${name}"]`));
    for (const part of parts) {
      if (over && part.matches('[data-testid="task"]') && !part.checkVisibility()) continue;
      const { top, bottom, left } = part.getBoundingClientRect();
      // Whatever stands in front of it, cuts it off or fades it is there instead.
      const seen = [top + 2, bottom - 2].map((y) => document.elementFromPoint(left + 6, y));
      const sideways = part.scrollWidth > part.clientWidth;
      if (sideways || seen.some((element) => !element || !part.contains(element)))
        faults.push(
          `${part.getAttribute('data-testid')}, ${Math.round(top)} to ${Math.round(bottom)} of ${innerHeight}`,
        );
    }
    return faults;
  });
}

/**
 * From now on the pages of a tab look themselves, each time that a goal is met while others are left: what was seen then stands beside the
 * bench, too, until the next is met. `wordsLostOnTheWay` says what they saw.
 */
export async function lookOnTheWay(page: Page): Promise<void> {
  await page.addInitScript((key) => {
    const look = () => {
      const goals = [...document.querySelectorAll<HTMLElement>('[data-testid="goal"]')];
      if (goals.every(({ dataset }) => dataset.met === goals[0]?.dataset.met)) return;
      const lost = [...document.querySelectorAll('[data-testid="lead"], [data-testid="formula"]')].filter(
        (part) => {
          const { top, bottom, left } = part.getBoundingClientRect();
          const seen = [top + 2, bottom - 2].map((y) => document.elementFromPoint(left + 6, y));
          return part.checkVisibility() && seen.some((element) => !element || !part.contains(element));
        },
      );
      const faults = lost.map((part) => `${location.search}: ${part.getAttribute('data-testid')}`);
      if (faults.length > 0)
        sessionStorage[key] = [sessionStorage[key], ...faults].filter(Boolean).join('\n');
    };
    new MutationObserver(() => requestAnimationFrame(look)).observe(document, {
      subtree: true,
      attributeFilter: ['data-met'],
    });
  }, ON_THE_WAY);
}

const ON_THE_WAY = 'words-lost-on-the-way';

export async function wordsLostOnTheWay(page: Page): Promise<string> {
  return (await page.evaluate((key) => sessionStorage.getItem(key), ON_THE_WAY)) ?? '';
}

/** The same at every step of the lesson that is open, which are gone to one after another. */
export async function stepsOutOfSight(
  page: Page,
  lesson: TaughtLesson,
  language: Language,
): Promise<string[]> {
  const faults: string[] = [];
  for (const { id, text } of lessonIn(lesson, language).steps) {
    await page.locator(`ol button[title="${text.title}"]`).click();
    await page.locator(`[data-testid="bench"][data-step-id="${id}"]`).waitFor();
    faults.push(...(await wordsOutOfSight(page)).map((fault) => `${id}: ${fault}`));
  }
  return faults;
}
