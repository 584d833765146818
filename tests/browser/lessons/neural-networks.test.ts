import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityProblems, sidewaysOverflow } from '../axe';
import { launchChromium, watchErrors } from '../chromium';
import { ServerProcess } from '../server-process';

/** Lesson 4 as a student goes through it alone, in real Chromium: each step's task, and the spiral at the end. */
let server: ServerProcess;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([ServerProcess.start(), launchChromium()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.remove();
});

const status = (page: Page) => page.getByTestId('run-status');
const unit = (page: Page, layer: number) =>
  page.getByRole('button', { name: `One unit more in layer ${layer}`, exact: true });

async function number(locator: Locator, attribute: string): Promise<number> {
  return Number((await locator.getAttribute(attribute)) || 'NaN');
}

/** Waits until the test accuracy is at least so much. */
async function accuracy(page: Page, least: number): Promise<void> {
  await expect
    .poll(() => number(status(page), 'data-accuracy'), { timeout: 60_000 })
    .toBeGreaterThanOrEqual(least);
}

async function open(step: string, more: { width?: number; height?: number; locale?: string } = {}) {
  const { width = 1366, height = 768, locale = 'en-GB' } = more;
  const context = await browser.newContext({ viewport: { width, height }, locale, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const errors = watchErrors(page);
  await page.goto(`${server.origin}/learn/neural-networks?step=${step}&seed=7`);
  await page.getByTestId('network').waitFor();
  if (step === 'xor') await guessUnits(page);
  return { context, page, errors };
}

/** XOR waits for a guess: three units, the second choice. */
async function guessUnits(page: Page): Promise<void> {
  const card = page.getByTestId('prediction');
  await page.locator('[data-testid="bench"] fieldset:disabled').first().waitFor({ state: 'attached' });
  await card.locator('label').nth(1).click();
  await card.locator('button[type="submit"]').click();
  await page.waitForFunction(() => !document.querySelector('[data-testid="bench"] fieldset:disabled'));
}

describe('lesson 4, alone', () => {
  test('step units learn nothing; units that bend enclose the disc', async () => {
    const { context, page, errors } = await open('bend');
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await expect.poll(() => number(status(page), 'data-step'), { timeout: 30_000 }).toBeGreaterThan(1500);
    expect(await number(status(page), 'data-accuracy')).toBeLessThan(0.75);
    await expect.poll(() => page.getByText('Step units do not learn').count()).toBe(1);
    await page.getByLabel('Activation').selectOption('tanh');
    await accuracy(page, 0.95);
    // The picture says it too.
    await expect
      .poll(() => page.getByTestId('surface').getAttribute('aria-label'), { timeout: 10_000 })
      .toMatch(/9\d\.\d% of the test points right|100\.0% of the test points right/);
    expect(errors).toEqual([]);
    await context.close();
  });

  test('counts weights layer by layer as layers grow', async () => {
    const { context, page } = await open('layers');
    const count = page.getByTestId('weight-count');
    expect(await count.getAttribute('data-count')).toBe('31');
    await unit(page, 1).click();
    // (2×5+5) + (5×3+3) + (3×1+1)
    await expect.poll(() => count.getAttribute('data-count')).toBe('37');
    await page.getByRole('button', { name: 'One layer more (at most 6)' }).click();
    await expect.poll(() => count.getAttribute('data-count')).toBe('49');
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(() => count.getAttribute('data-count')).toBe('31');
    await context.close();
  });

  test('XOR is learnt with more units; a weight is set by hand with the keyboard alone', async () => {
    const { context, page } = await open('xor');
    for (let i = 0; i < 3; i++) await unit(page, 1).click();
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
    await field.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Weight: x₁ → unit 1 of layer 1',
    );
    await context.close();
  });

  test('features stand in for a layer: the circle from squares, XOR from the product alone', async () => {
    const { context, page } = await open('features');
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
    await context.close();
  });

  test('a large network learns few noisy points by heart; L2 brings the test loss down', async () => {
    const { context, page } = await open('overfitting');
    await page.getByLabel('Speed').selectOption('full');
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await expect.poll(() => status(page).getAttribute('data-state'), { timeout: 60_000 }).toBe('reached');
    await expect.poll(() => number(status(page), 'data-step')).toBe(5000);
    const [train, spoilt] = [
      await number(status(page), 'data-loss'),
      await number(status(page), 'data-test-loss'),
    ];
    expect(spoilt).toBeGreaterThan(3 * train);
    await page.getByLabel('L2', { exact: true }).selectOption('0.01');
    await page.getByRole('button', { name: 'Reset', exact: true }).click();
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await expect.poll(() => number(status(page), 'data-step'), { timeout: 60_000 }).toBe(5000);
    expect(await number(status(page), 'data-test-loss')).toBeLessThan(spoilt / 2);
    await context.close();
  });

  test('the spiral: over the budget nothing is handed in, within it the goal is reached', async () => {
    const { context, page, errors } = await open('challenge');
    const handIn = page.getByRole('button', { name: 'Hand in', exact: true });
    expect(await handIn.getAttribute('aria-disabled')).toBe('true');
    await page.getByRole('button', { name: 'Feature sin x₁' }).click();
    await page.getByRole('button', { name: 'Feature sin x₂' }).click();
    for (let i = 0; i < 4; i++) await unit(page, 1).click();
    // 4-8-1: 49 weights.
    const budget = page.getByTestId('weight-budget');
    await expect.poll(() => budget.getAttribute('data-weights')).toBe('49');
    await page.getByRole('button', { name: 'One layer more (at most 6)' }).click();
    await expect.poll(() => number(budget, 'data-weights')).toBeGreaterThan(72);
    await expect.poll(() => handIn.getAttribute('aria-disabled')).toBe('true');
    await page.getByRole('button', { name: 'One layer fewer' }).click();
    await page.getByLabel('Update rule').selectOption('adam');
    await page.getByLabel('Speed').selectOption('full');
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await accuracy(page, 0.97);
    await handIn.click();
    const result = page.getByTestId('challenge-result');
    await expect.poll(() => result.getAttribute('data-reached'), { timeout: 20_000 }).toBe('true');
    expect(await number(result, 'data-best')).toBeGreaterThanOrEqual(0.95);
    expect(errors).toEqual([]);
    await context.close();
  });

  test('work survives a reload: setup, and the weights that were trained', async () => {
    const { context, page } = await open('xor');
    for (let i = 0; i < 3; i++) await unit(page, 1).click();
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
    await context.close();
  });
});

describe.each([
  { name: 'laptop, English', width: 1366, height: 768, locale: 'en-GB' },
  { name: 'phone, Japanese', width: 390, height: 844, locale: 'ja-JP' },
])('$name', (look) => {
  test.each(['bend', 'overfitting', 'challenge'])(
    '%s: nothing for axe to find, no scrolling sideways',
    async (step) => {
      const { context, page, errors } = await open(step, look);
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await sidewaysOverflow(page)).toBe(0);
      expect(errors).toEqual([]);
      await context.close();
    },
  );
});
