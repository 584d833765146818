import type { BrowserContextOptions } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { neuralNetworks } from '@/lessons/neural-networks/lesson';
import { accessibilityProblems, sidewaysOverflow } from '@/tests/browser/axe';
import { coveredByNote, localeOf, PHONE, Stage } from './lesson-walk';
import { accuracy, addUnits, guessUnits, number, reachSpiral, status } from './neural-networks-walk';
import { type Place, waitForGoal } from './place';

/** Lesson 4 as a student goes through it alone, in real Chromium: each step's task, and the spiral at the end. */
const stage = new Stage();

const visit = (act: (place: Place) => Promise<void>, options: BrowserContextOptions = {}) =>
  stage.alone(neuralNetworks, options, act);

describe('lesson 4, alone', () => {
  test('step units learn nothing; units that bend enclose the disc', () =>
    visit(async ({ page, open }) => {
      await open('bend');
      await page.getByRole('button', { name: 'Train', exact: true }).click();
      await expect.poll(() => number(status(page), 'data-step')).toBeGreaterThan(1500);
      expect(await number(status(page), 'data-accuracy')).toBeLessThan(0.75);
      await expect.poll(() => page.getByText('Step units do not learn').count()).toBe(1);
      await page.getByLabel('Activation').selectOption('tanh');
      await accuracy(page, 0.95);
      // The picture says it too.
      await expect
        .poll(() => page.getByTestId('surface').getAttribute('aria-label'))
        .toMatch(/(9\d|100)% of the test points right/);
      for (const goal of ['step', 'enclose']) await waitForGoal(page, goal);
    }));

  test('counts weights layer by layer as layers grow', () =>
    visit(async ({ page, open }) => {
      await open('layers');
      const count = page.getByTestId('weight-count');
      expect(await count.getAttribute('data-count')).toBe('31');
      await addUnits({ page, language: 'en' }, 1, 1);
      // (2×5+5) + (5×3+3) + (3×1+1)
      await expect.poll(() => count.getAttribute('data-count')).toBe('37');
      await page.getByRole('button', { name: 'One layer more (at most 6)' }).click();
      await expect.poll(() => count.getAttribute('data-count')).toBe('49');
      await waitForGoal(page, 'grow');
      await page.getByRole('button', { name: 'Undo', exact: true }).click();
      await page.getByRole('button', { name: 'Undo', exact: true }).click();
      await expect.poll(() => count.getAttribute('data-count')).toBe('31');
    }));

  test('XOR is learnt with more units; a weight is set by hand with the keyboard alone', () =>
    visit(async (place) => {
      const { page, open } = place;
      await open('xor');
      await guessUnits(place);
      await addUnits({ page, language: 'en' }, 1, 3);
      await page.getByRole('button', { name: 'Train', exact: true }).click();
      await accuracy(page, 0.95);
      // What came true is what was trained: four units.
      await page.locator('[data-testid="prediction"][data-guess="1"][data-outcome="2"]').waitFor();
      await page.getByRole('button', { name: 'Pause', exact: true }).click();
      await page.locator('[data-testid=network] [tabindex="0"]').focus();
      await page.keyboard.press('ArrowRight');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
        'Weight: x₁ → unit 1 of layer 1',
      );
      await page.keyboard.press('Enter');
      const field = page.getByTestId('weight-value');
      await field.fill('0');
      await field.press('Enter');
      await expect.poll(() => field.inputValue()).toBe('0');
      for (const goal of ['kept', 'weight']) await waitForGoal(page, goal);
      await field.press('Escape');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
        'Weight: x₁ → unit 1 of layer 1',
      );
    }));

  test('features stand in for a layer: the circle from squares, XOR from the product alone', () =>
    visit(async ({ page, open }) => {
      await open('features');
      await page.getByRole('button', { name: 'Feature x₁²' }).click();
      await page.getByRole('button', { name: 'Feature x₂²' }).click();
      await page.getByRole('button', { name: 'Train', exact: true }).click();
      await accuracy(page, 0.98);
      await page.getByRole('radio', { name: 'Exclusive or' }).check();
      await page.getByRole('button', { name: 'Feature x₁x₂' }).click();
      for (const name of ['x₁', 'x₂', 'x₁²', 'x₂²']) {
        await page.getByRole('button', { name: `Feature ${name}`, exact: true }).click();
      }
      await expect.poll(() => page.getByTestId('weight-count').getAttribute('data-count')).toBe('2');
      await accuracy(page, 0.98);
      for (const goal of ['circle', 'product']) await waitForGoal(page, goal);
    }));

  test('a large network learns few noisy points by heart; L2 brings the test loss down', () =>
    visit(async ({ page, open }) => {
      await open('overfitting');
      await page.getByLabel('Speed').selectOption('full');
      await page.getByRole('button', { name: 'Train', exact: true }).click();
      await expect.poll(() => status(page).getAttribute('data-state')).toBe('reached');
      const [train, spoilt] = [
        await number(status(page), 'data-loss'),
        await number(status(page), 'data-test-loss'),
      ];
      expect(spoilt).toBeGreaterThan(3 * train);
      await page.getByLabel('L2', { exact: true }).selectOption('0.01');
      await page.getByRole('button', { name: 'Reset', exact: true }).click();
      await page.getByRole('button', { name: 'Train', exact: true }).click();
      // It never stops at the mark: nothing is learnt by heart any more.
      await expect.poll(() => number(status(page), 'data-step')).toBeGreaterThan(5_000);
      expect(await number(status(page), 'data-test-loss')).toBeLessThan(spoilt / 2);
      for (const goal of ['gap', 'remedy']) await waitForGoal(page, goal);
    }));

  test('the spiral: over the budget nothing is handed in, within it the goal is reached', () =>
    visit(reachSpiral));

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
      // The numbers follow a moment later: they have when they are twice the same.
      let before = -1;
      await expect
        .poll(
          async () => {
            const same = before === (await number(status(page), 'data-step'));
            before = await number(status(page), 'data-step');
            return same;
          },
          { interval: 300 },
        )
        .toBe(true);
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
  test.each(['bend', 'xor', 'overfitting', 'challenge'])(
    '%s: nothing for axe to find, no scrolling sideways',
    (step) =>
      visit(async ({ page, open }) => {
        await open(step);
        expect(await accessibilityProblems(page)).toEqual([]);
        expect(await sidewaysOverflow(page)).toBe(0);
        expect(await coveredByNote(page)).toEqual([]);
      }, look),
  );
});
