import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { messagesOf } from '@/client/i18n/messages';
import { OFFER_MS } from '@/client/lesson/goals/progress-clock';
import { plainWords } from '@/client/lesson/words/markup';
import { LANGUAGES } from '@/lessons/languages';
import { perceptron } from '@/lessons/perceptron/lesson';
import { LESSONS } from '@/lessons/registry';
import { lessonIn } from '@/lessons/written';
import { GOAL_LIMITS } from '@/protocol/goal-limits';
import { accessibilityProblems } from '@/tests/browser/axe';
import { localeOf, PHONE, Stage } from './lesson-walk';
import { goToStep } from './place';

/** How a lesson opens, and what helps whoever does not get further. */
const stage = new Stage();

test('a lesson opens with its question and its bench: beside that, the words wait until something was tried or they are asked for', async () => {
  await stage.alone(perceptron, {}, async ({ page, open }) => {
    await open('weigh');
    const [question, lead] = [page.getByTestId('lesson-question'), page.getByTestId('lead')];
    await question.waitFor();
    expect(await question.textContent()).toBe(lessonIn(perceptron, 'en').text.question);
    expect(await page.getByTestId('task').isVisible()).toBe(true);
    expect(await lead.isVisible()).toBe(false);
    // To look round with Tab is to try nothing.
    await page.getByRole('switch').first().focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    expect(await lead.isVisible()).toBe(false);
    await page.keyboard.press('Space');
    await lead.waitFor();
    // No other step waits.
    await open('line');
    expect(await lead.isVisible()).toBe(true);
    await open('weigh');
    await page.getByTestId('show-words').press('Enter');
    await lead.waitFor();
  });
  await stage.alone(perceptron, PHONE, async ({ page, open }) => {
    await open('weigh');
    expect(await page.getByTestId('lead').isVisible()).toBe(true);
  });
});

test.each(LANGUAGES)(
  'three hints a goal, each when it is asked for; offered after a while, never opened; read ones stay so, in %s',
  (language) =>
    stage.alone(perceptron, localeOf(language), async ({ page, open }) => {
      const { goals } = lessonIn(perceptron, language).steps[0]!;
      const words = messagesOf(language).lesson.goals;
      await open('weigh');
      const [first, second] = goals.map(({ id }) => page.locator(`[data-testid="goal"][data-goal="${id}"]`));
      const hint = first!.getByTestId('hint');
      const read = async (goal: typeof first) =>
        (await goal!.getByRole('listitem').allTextContents()).map((text) =>
          text.replaceAll('\u00a0', ' ').replace(/[\u200b\u2060]/g, ''),
        );
      const texts = goals[0]!.hints.map(plainWords);
      expect(await hint.getAttribute('data-offered')).toBe('false');
      // A minute of work later.
      await page.evaluate((ms) => {
        const now = Date.now.bind(Date);
        Date.now = () => now() + ms;
      }, OFFER_MS);
      await first!.locator('[data-offered="true"]').waitFor();
      await hint.getByText(words.hint, { exact: true }).waitFor();
      expect(await second!.getByTestId('hint').getAttribute('data-offered')).toBe('false');
      expect(await read(first)).toEqual([]);
      for (let number = 1; number <= GOAL_LIMITS.hints; number += 1) {
        await hint.press('Enter');
        await expect.poll(() => read(first)).toEqual(texts.slice(0, number));
      }
      // That is all of them, and the other goal’s are still closed.
      expect(await hint.count()).toBe(0);
      expect(await read(second)).toEqual([]);
      expect(await accessibilityProblems(page)).toEqual([]);
      await page.reload();
      await expect.poll(() => read(first)).toEqual(texts);
      // None is needed any more once it is met.
      await page.getByRole('switch').first().press('Space');
      await page.getByRole('switch').nth(1).press('Space');
      await page.getByRole('switch').first().press('Space');
      await page.locator('[data-goal="inputs"][data-met="true"]').waitFor();
      expect(await read(first)).toEqual([]);
    }),
);

/** In the page: asks for each hint as it is offered, until there is none left. */
async function openAllHints(): Promise<void> {
  const hint = () => document.querySelector<HTMLElement>('[data-testid="hint"]');
  for (let next = hint(); next; next = hint()) {
    next.click();
    await new Promise(requestAnimationFrame);
  }
}

/** Words beside the bench that lie on what stands below them: each with what it lies on. */
function wordsOnOthers(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const seen = (element: Element) => {
      const box = element.getBoundingClientRect();
      const { left, right } = box;
      let { top, bottom } = box;
      for (let around = element.parentElement; around; around = around.parentElement) {
        if (getComputedStyle(around).overflowY === 'visible') continue;
        const frame = around.getBoundingClientRect();
        top = Math.max(top, frame.top);
        bottom = Math.min(bottom, frame.bottom);
      }
      return { top, bottom, left, right };
    };
    const column = document.querySelector('[data-testid="task"]')!.closest('.lg\\:sticky')!;
    const parts = [...column.querySelectorAll('p, button, [data-testid="check"]')].filter(
      (part) => part.checkVisibility() && part.getClientRects().length > 0 && !part.matches('.sr-only'),
    );
    return parts.flatMap((part, at) =>
      parts.slice(at + 1).flatMap((other) => {
        if (part.contains(other)) return [];
        const [a, b] = [seen(part), seen(other)];
        const apart =
          a.bottom - a.top < 4 || b.bottom - b.top < 4 || a.bottom <= b.top + 4 || b.bottom <= a.top + 4;
        const beside = a.right <= b.left + 1 || b.right <= a.left + 1;
        const names = [part, other].map((one) => one.textContent?.slice(0, 24));
        return apart || beside ? [] : [names.join(' on ')];
      }),
    );
  });
}

test.each(LANGUAGES)(
  'with all hints open no words lie on others, at any step of any lesson, in %s',
  async (language) => {
    const faults: string[] = [];
    for (const lesson of LESSONS)
      await stage.alone(lesson, localeOf(language), async ({ page, open }) => {
        for (const [at, { id }] of lesson.steps.entries()) {
          if (at === 0) await open(id);
          else await goToStep(page, lesson, id);
          await page.evaluate(openAllHints);
          faults.push(...(await wordsOnOthers(page)).map((fault) => `${lesson.number} ${id}: ${fault}`));
        }
      });
    expect(faults).toEqual([]);
  },
);
