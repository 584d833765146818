import { expect, test } from 'vitest';
import { messagesOf } from '@/client/i18n/messages';
import { handwrittenDigits } from '@/lessons/handwritten-digits/lesson';
import { LANGUAGES } from '@/lessons/languages';
import { DATASETS } from '@/protocol/datasets';
import { accessibilityProblems } from '@/tests/browser/axe';
import { localeOf, Stage } from './lesson-walk';

/** Lesson 5 with no class: it ends in no dead end. */
const stage = new Stage();

test.each(LANGUAGES)(
  'alone, the challenge of lesson 5 is judged in the page, names bars to pass and keeps the own best: %s',
  (language) =>
    stage.alone(handwrittenDigits, localeOf(language), async ({ page, open }) => {
      const words = messagesOf(language).bench;
      const [first, , last] = DATASETS.digits.check.bars;
      const passed = (bar: number) => page.locator(`[data-bar="${bar}"]`).getAttribute('data-passed');
      await open('challenge');
      await expect.poll(() => passed(first!)).toBe('false');
      const submit = page.getByRole('button', { name: words.bar.submit, exact: true });
      // There is nothing to hand in yet, and the button says so.
      expect(await submit.getAttribute('aria-disabled')).toBe('true');
      await page.getByRole('button', { name: words.bar.train, exact: true }).click();
      const status = page.getByTestId('run-status');
      await expect.poll(() => status.getAttribute('data-state')).toBe('finished');
      await submit.click();
      await page.getByText(words.challenge.newBest).waitFor();
      await expect.poll(() => passed(first!)).toBe('true');
      expect(await passed(last!)).toBe('false');
      expect(await accessibilityProblems(page)).toEqual([]);
      await page.reload();
      await expect.poll(() => passed(first!)).toBe('true');
    }),
);
