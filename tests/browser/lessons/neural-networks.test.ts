import type { BrowserContextOptions } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { neuralNetworks } from '@/lessons/neural-networks/lesson';
import { accessibilityProblems, sidewaysOverflow } from '@/tests/browser/axe';
import { coveredByNote, localeOf, PHONE, Stage, testWalk, withKeys } from './lesson-walk';
import {
  accuracy,
  addUnits,
  guessUnits,
  number,
  status,
  walkAllNeuralNetworks,
} from './neural-networks-walk';
import { goToStep, type Place } from './place';

/** Lesson 4 as a student goes through it alone, in real Chromium: each step's task, and the spiral at the end. */
const stage = new Stage();

const visit = (act: (place: Place) => Promise<void>, options: BrowserContextOptions = {}) =>
  stage.alone(neuralNetworks, options, act);

testWalk(
  stage,
  neuralNetworks,
  'alone: from units that bend to the spiral, within its budget',
  walkAllNeuralNetworks,
  { languages: ['ja'] },
);
testWalk(stage, neuralNetworks, 'by keyboard alone, to every goal', withKeys(walkAllNeuralNetworks), {
  languages: ['en'],
});

describe('lesson 4, alone', () => {
  test('work survives a reload: setup, and the weights that were trained', () =>
    visit(async (place) => {
      const { page, open } = place;
      await open('xor');
      await guessUnits(place);
      await addUnits({ page, language: 'en' }, 1, 3);
      await page.getByRole('button', { name: 'Train', exact: true }).click();
      await accuracy(page, 0.95);
      await page.getByRole('button', { name: 'Pause', exact: true }).click();
      await expect.poll(() => status(page).getAttribute('data-state')).toBe('paused');
      // The numbers follow a moment later, and later on a machine with much to do: they have when they stay the same for a while.
      let before = -1;
      let same = 0;
      await expect
        .poll(
          async () => {
            const now = await number(status(page), 'data-step');
            same = now === before ? same + 1 : 0;
            before = now;
            return same;
          },
          { interval: 300 },
        )
        .toBeGreaterThanOrEqual(4);
      const loss = await number(status(page), 'data-loss');
      await expect.poll(() => page.url()).toContain('hidden=4');
      await page.reload();
      await page.getByTestId('network').waitFor();
      await expect.poll(() => page.getByTestId('weight-count').getAttribute('data-count')).toBe('17');
      await expect.poll(() => number(status(page), 'data-loss')).toBeCloseTo(loss, 3);
    }));
});

describe.each([
  { name: 'laptop, English', look: localeOf('en') },
  { name: 'phone, Japanese', look: { ...PHONE, ...localeOf('ja') } },
])('$name', ({ look }) => {
  test('at every step with its bench: nothing for axe to find, no scrolling sideways', () =>
    visit(async ({ page, open }) => {
      await open('bend');
      for (const step of ['bend', 'xor', 'overfitting', 'challenge']) {
        await goToStep(page, neuralNetworks, step);
        expect(await accessibilityProblems(page), step).toEqual([]);
        expect(await sidewaysOverflow(page), step).toBe(0);
        expect(await coveredByNote(page), step).toEqual([]);
      }
    }, look));
});
