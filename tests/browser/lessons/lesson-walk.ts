import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goalsKey } from '@/client/lesson/goals/use-goal-book';
import type { Lesson } from '@/lessons/lesson';
import type { TaughtLesson } from '@/lessons/registry';
import { accessibilityProblems, sidewaysOverflow } from '@/tests/browser/axe';
import { byKeyboard } from '@/tests/browser/by-keyboard';
import { launchChromium, watchErrors } from '@/tests/browser/chromium';
import { sharedServer } from '@/tests/browser/shared-server';
import { farByTab } from '@/tests/browser/tab-stops';
import { aloneAt, goToStep, type Language, type Place } from './place';
import { LAPTOP, lookOnTheWay, stepsOutOfSight, wordsLostOnTheWay, wordsOutOfSight } from './words-in-sight';

/** A phone under a finger. */
export const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true };

/** The browser's language, so that the page comes in it. */
export function localeOf(language: Language): BrowserContextOptions {
  return { locale: language === 'ja' ? 'ja-JP' : 'en-GB' };
}

/** A server and one Chromium for a whole file of tests. */
export class Stage {
  readonly server = sharedServer();
  browser!: Browser;

  constructor() {
    beforeAll(async () => {
      this.browser = await launchChromium();
    });
    afterAll(async () => {
      await this.browser?.close();
    });
  }

  /** A visitor alone at a lesson, with nothing kept from before, on a page that may not complain. */
  async alone(
    lesson: Pick<Lesson, 'id'>,
    options: BrowserContextOptions,
    act: (place: Place) => Promise<void>,
    onLeave?: (page: Page, stepId: string) => Promise<void>,
  ): Promise<void> {
    const looks = { viewport: LAPTOP, locale: 'en-GB', ...options };
    const context = await this.browser.newContext(looks);
    try {
      const page = await context.newPage();
      const errors = watchErrors(page);
      const language = options.locale?.startsWith('ja') ? 'ja' : 'en';
      const leave = onLeave && ((stepId: string) => onLeave(page, stepId));
      await act(aloneAt(page, this.server.origin, lesson.id, language, leave));
      expect(errors).toEqual([]);
    } finally {
      await context.close();
    }
  }
}

/** Goals that somebody alone has met in a lesson so far, as this browser keeps them: `step/goal`, in the lesson's order. */
async function goalsMet(page: Page, { id, steps }: Lesson): Promise<string[]> {
  const kept = await page.evaluate((key) => localStorage.getItem(key), goalsKey({ lessonId: id }));
  const book: Record<string, { met: string[] }> = JSON.parse(kept ?? '{}');
  return steps.flatMap((step) =>
    step.goals.map((goal) => `${step.id}/${goal.id}`).filter((name) => isMet(book, name)),
  );
}

function isMet(book: Record<string, { met: string[] }>, name: string): boolean {
  const [step, goal] = name.split('/');
  return book[step!]?.met.includes(goal!) ?? false;
}

/**
 * Registers the test that a student walks through the lesson alone, in each of `languages`: where a class is led through the same
 * walk in one language, the other is enough here. What is done meets the goals of all steps but the recap, and at each of them the words
 * that everybody is to read are in sight.
 * @param leaves those that the walk does nothing for: `step/goal`
 */
export function testWalk(
  stage: Stage,
  lesson: TaughtLesson,
  title: string,
  walk: (place: Place) => Promise<void>,
  {
    languages = ['en', 'ja'],
    leaves = [],
  }: { languages?: readonly Language[]; leaves?: readonly string[] } = {},
): void {
  /** Goals of a step that the walk meets. */
  const met = (stepId: string) =>
    lesson.steps
      .filter(({ id }) => id === stepId)
      .flatMap(({ id, goals }) => goals.map((goal) => `${id}/${goal.id}`))
      .filter((name) => !leaves.includes(name));
  test.each(languages)(`lesson ${lesson.number} ${title}, in %s`, (language) => {
    /** Where all goals of a step are met, and what was seen stands beside the bench, too. */
    const faults: string[] = [];
    const leave = async (page: Page, stepId: string) => {
      // What was done is kept a moment after it is shown: who leaves before that has not done it.
      const done = met(stepId);
      await expect.poll(() => goalsMet(page, lesson)).toEqual(expect.arrayContaining(done));
      if ((await page.locator('[data-testid="goal"][data-met="false"]').count()) > 0) return;
      faults.push(...(await wordsOutOfSight(page)).map((fault) => `${stepId}, met: ${fault}`));
    };
    const act = async (place: Place) => {
      await lookOnTheWay(place.page);
      await walk(place);
      expect(faults).toEqual([]);
      expect(await wordsLostOnTheWay(place.page)).toBe('');
      // Every lesson ends in the same way, which frame.test looks at.
      const steps = lesson.steps.filter(({ bench }) => bench !== 'recap');
      await expect.poll(() => goalsMet(place.page, lesson)).toEqual(steps.flatMap(({ id }) => met(id)));
      expect(await stepsOutOfSight(place.page, lesson, language)).toEqual([]);
    };
    return stage.alone(lesson, localeOf(language), act, leave);
  });
}

/** What the note that a bench waits lies on: words and controls that nobody can read then. */
export function coveredByNote(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const note = document.querySelector('[data-testid="held-note"]');
    if (!note) return [];
    const { top, bottom, left, right } = note.getBoundingClientRect();
    const parts = note.parentElement!.querySelectorAll(
      'label, legend:not(.sr-only), button, input, p, dt, dd',
    );
    return [...parts].flatMap((part) => {
      const box = part.getBoundingClientRect();
      const apart = box.bottom <= top || box.top >= bottom || box.right <= left || box.left >= right;
      return apart || note.contains(part) || box.width < 2
        ? []
        : [part.textContent || part.outerHTML.slice(0, 80)];
    });
  });
}

/**
 * Registers the test that nothing sticks out sideways on a phone at any step, axe finds nothing, in both themes, and the words that everybody is to read are not folded away.
 * One page goes through the steps, as somebody who looks round does; walks come to each by its address.
 */
export function testPhone(stage: Stage, lesson: Lesson): void {
  test('every step fits a phone and axe finds nothing, in both themes', () =>
    stage.alone(lesson, PHONE, async ({ page, open }) => {
      // Each step is opened in one and changes to the other, as a device does at dusk.
      for (const [index, { id }] of lesson.steps.entries()) {
        const themes = index % 2 === 0 ? (['light', 'dark'] as const) : (['dark', 'light'] as const);
        await page.emulateMedia({ colorScheme: themes[0] });
        if (index === 0) await open(id);
        else await goToStep(page, lesson, id);
        expect(await farByTab(page), id).toEqual([]);
        // Nothing was done here yet: the goals stand there, and none is met.
        expect(await page.locator('[data-testid="goal"][data-met="true"]').count(), id).toBe(0);
        for (const colorScheme of themes) {
          await page.emulateMedia({ colorScheme });
          const at = `${id}, ${colorScheme}`;
          const coloursAlone = colorScheme !== themes[0];
          expect(await accessibilityProblems(page, { coloursAlone }), at).toEqual([]);
          expect(await sidewaysOverflow(page), at).toBeLessThanOrEqual(0);
          expect(await coveredByNote(page), at).toEqual([]);
        }
        expect(await page.getByTestId('lead').isVisible(), id).toBe(true);
      }
    }));
}

/** The same walk for somebody who has a keyboard alone. */
export const withKeys =
  (walk: (place: Place) => Promise<void>) =>
  (place: Place): Promise<void> =>
    walk({ ...place, page: byKeyboard(place.page) });
