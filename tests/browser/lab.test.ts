import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityProblems, sidewaysOverflow } from './axe';
import { everybodyLeaves, launchChromium, openTab, watchErrors } from './chromium';
import { sharedServer } from './shared-server';

/** The lab in real Chromium: links, own points, bad input, and how smoothly it draws while it trains. */
const server = sharedServer();
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterEach(() => everybodyLeaves(browser));

afterAll(async () => {
  await browser?.close();
});

async function open(hash = '', more: { width?: number; height?: number; locale?: string } = {}) {
  const { width = 1366, height = 768, locale = 'en-GB' } = more;
  const page = await openTab(browser, { viewport: { width, height }, locale });
  const errors = watchErrors(page);
  await page.goto(`${server.origin}/lab${hash}`);
  await page.getByTestId('network').waitFor();
  return { page, errors };
}

const status = (page: Page) => page.getByTestId('run-status');
const attribute = async (page: Page, name: string) =>
  Number((await status(page).getAttribute(name)) || 'NaN');
const train = (page: Page) => page.getByRole('button', { name: 'Train', exact: true });

describe('the lab', () => {
  test('keeps the whole setup in the address, and the same link gives the same training', async () => {
    const { page } = await open('#points=moons&noise=0.2&hidden=3&seed=5&stop-steps=300');
    await train(page).click();
    await expect.poll(() => status(page).getAttribute('data-state')).toBe('reached');
    await expect.poll(() => attribute(page, 'data-step')).toBe(300);
    const loss = await attribute(page, 'data-loss');
    await page.getByRole('button', { name: 'Reset', exact: true }).click();
    await page.getByLabel('Activation').selectOption('relu');
    await expect.poll(() => page.url()).toContain('activation=relu');
    await page.getByLabel('Activation').selectOption('tanh');
    await expect.poll(() => page.url()).toContain('activation=tanh');
    const link = page.url();
    const other = await browser.newContext();
    const again = await other.newPage();
    await again.goto(link);
    await train(again).click();
    await expect.poll(() => attribute(again, 'data-step')).toBe(300);
    expect(await attribute(again, 'data-loss')).toBe(loss);
    await other.close();
  });

  test("a teacher's link leaves controls out, and says so", async () => {
    const { page } = await open();
    await page.getByRole('button', { name: 'Link to this setup…' }).click();
    await page.getByRole('checkbox', { name: 'Noise' }).uncheck();
    await page.getByRole('checkbox', { name: 'Learning rate' }).uncheck();
    const link = await page.getByTestId('lab-link').inputValue();
    expect(new URL(link).pathname).toBe('/lab');
    const pupil = await browser.newContext({ locale: 'en-GB' });
    const theirs = await pupil.newPage();
    await theirs.goto(link);
    await theirs.getByTestId('network').waitFor();
    expect(await theirs.getByLabel('Noise').count()).toBe(0);
    expect(await theirs.getByLabel('Learning rate').count()).toBe(0);
    await theirs.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => theirs.getByLabel('Noise').count()).toBe(1);
    await pupil.close();
  });

  test('a broken link opens all the same, and says what could not be used', async () => {
    const { page, errors } = await open('#points=nowhere&hidden=9,9&seed=<script>&evil=1&rate=0.3');
    await expect.poll(() => page.getByText(/4 parts of the link could not be used/).count()).toBe(1);
    expect(await page.getByLabel('Learning rate').inputValue()).toBe('0.3');
    await page.getByRole('button', { name: 'OK', exact: true }).click();
    await train(page).click();
    await expect.poll(() => attribute(page, 'data-step')).toBeGreaterThan(50);
    expect(errors).toEqual([]);
  });

  test('reads pasted CSV, says what is wrong and where, and keeps what was typed', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: 'Own points…' }).click();
    await page.getByRole('tab', { name: 'Paste or upload CSV' }).click();
    const text = page.getByLabel('CSV: x, y, label');
    const use = page.getByRole('button', { name: 'Use these points' });
    for (const [bad, says] of [
      ['x,y,label\n1,2,A\n2,,B\n3,1,A\n4,4,B', 'Line 3, column 2: a value is missing.'],
      ['x,y,label\n1,2,A\n2,two,B\n3,1,A\n4,4,B', 'Line 3, column 2: “two” is no number.'],
      ['x,y,label\n1,2,A\n2,1e300,B\n3,1,A\n4,4,B', 'is too large a number'],
      ['1,2,A\n2,3,A\n3,1,A\n4,4,A', 'All points are of one class'],
      ['1,2\n2,3\n3,1\n4,4', 'a row needs three columns'],
    ] as const) {
      await text.fill(bad);
      await expect.poll(() => page.getByRole('alert').textContent()).toContain(says);
      expect(await use.getAttribute('aria-disabled')).toBe('true');
      expect(await text.inputValue()).toBe(bad);
    }
    await text.fill(
      Array.from({ length: 60 }, (_, i) => `${i % 7},${i % 11},${i % 7 > 3 ? 'high' : 'low'}`).join('\n'),
    );
    await use.click();
    await train(page).click();
    await expect.poll(() => attribute(page, 'data-accuracy')).toBeGreaterThan(0.9);
    // They are still there after a reload.
    await page.reload();
    await page.getByTestId('network').waitFor();
    await expect.poll(() => page.getByText('low', { exact: true }).count()).toBeGreaterThan(0);
  });

  test('takes points drawn by pointer and by keyboard, but not an empty or one-sided drawing', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: 'Own points…' }).click();
    const plane = page.getByTestId('drawing-plane');
    const use = page.getByRole('button', { name: 'Use these points' });
    expect(await use.getAttribute('aria-disabled')).toBe('true');
    for (const [x, y] of [
      [60, 60],
      [90, 80],
      [70, 120],
    ] as const)
      await plane.click({ position: { x, y } });
    await expect.poll(() => plane.getAttribute('aria-label')).toContain('3 points');
    expect(await use.getAttribute('aria-disabled')).toBe('true');
    await page.getByRole('radio', { name: 'Class 1' }).check();
    await plane.focus();
    for (const key of [
      'ArrowRight',
      'ArrowRight',
      'Enter',
      'ArrowDown',
      'ArrowDown',
      'Enter',
      'ArrowRight',
      'Enter',
    ]) {
      await page.keyboard.press(key);
    }
    await expect.poll(() => plane.getAttribute('aria-label')).toContain('6 points');
    await use.click();
    await train(page).click();
    await expect.poll(() => attribute(page, 'data-step')).toBeGreaterThan(50);
  });

  test('says when training diverges, and a slower rate leads on', async () => {
    const { page } = await open('#points=plane&hidden=8&activation=linear&rate=100');
    await train(page).click();
    await expect.poll(() => status(page).getAttribute('data-state')).toBe('diverged');
    const slower = page.getByRole('button', { name: /^Again with rate/ });
    const trains = async () => {
      // It goes when it trains, and comes again where it diverges once more: a press that comes too late is none.
      if (await slower.isVisible()) await slower.click({ timeout: 2_000 }).catch(() => undefined);
      return status(page).getAttribute('data-state');
    };
    await expect.poll(trains).toBe('training');
  });

  test('what is looked into stays the network that it was, with its names, though a link puts another on the bench meanwhile', async () => {
    const { page, errors } = await open('#points=three-spiral&hidden=4,3&seed=5');
    await page.getByRole('button', { name: 'See inside' }).click();
    const sheet = page.getByTestId('point-inside');
    // Seven units, and one for each of three classes.
    await expect.poll(() => sheet.locator('[data-unit]').count()).toBe(10);
    const before = await sheet.innerText();
    const weights = page.getByTestId('weight-count');
    await page.evaluate(() => {
      location.hash = '#points=xor&hidden=2&seed=6';
    });
    await expect.poll(() => weights.getAttribute('data-count')).toBe('9');
    expect(await sheet.innerText()).toBe(before);
    // It still answers, each class by its name.
    await sheet.getByRole('slider').first().press('Home');
    await expect.poll(() => sheet.innerText()).not.toBe(before);
    const answers = await sheet.getByTestId('point-answer').getByRole('listitem').allInnerTexts();
    expect(answers.map((text) => /[^\d\s.%]/.test(text))).toEqual([true, true, true]);
    expect(errors).toEqual([]);
  });

  test('the digits bench is the other tab', async () => {
    const { page, errors } = await open();
    await page.getByRole('tab', { name: 'Handwritten digits' }).click();
    await expect.poll(() => page.getByTestId('run-status').getAttribute('data-state')).toBe('ready');
    expect(page.url()).toContain('bench=digits');

    // See inside, by keyboard alone: a level deeper with Enter, one up with Escape, and out.
    await page.getByRole('tab', { name: 'Drawing' }).click();
    await page.getByRole('button', { name: 'Sample digit' }).click();
    await page.getByRole('button', { name: 'See inside' }).click();
    const inside = page.getByTestId('inside');
    const trail = inside.getByRole('navigation').locator('[aria-current=page]');
    await expect.poll(() => trail.textContent()).toBe('Network');
    await inside.getByRole('button', { name: /^Layer 1/ }).press('Enter');
    await expect.poll(() => trail.textContent()).toBe('Layer 1');
    await page.keyboard.press('Enter');
    await expect.poll(() => trail.textContent()).toMatch(/^Unit/);
    await page.keyboard.press('Enter');
    await expect.poll(() => trail.textContent()).toBe('One multiplication');
    const product = await inside.getByText('float32').textContent();
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => inside.getByText('float32').textContent()).not.toBe(product);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => trail.textContent()).toMatch(/^Unit/);

    // A network that has learned nothing has an answer, too, and it can be flipped.
    await inside.getByText('Flip the answer').click();
    await inside.getByRole('button', { name: 'Let the computer search' }).click();
    await expect.poll(() => inside.getByTestId('inside-flip').getAttribute('data-flipped')).toBe('true');
    await page.keyboard.press('Escape');
    await expect.poll(() => inside.count()).toBe(0);
    expect(errors).toEqual([]);
  });
});

describe.each([
  { name: 'laptop, English', width: 1366, height: 768, locale: 'en-GB' },
  { name: 'phone, Japanese', width: 390, height: 844, locale: 'ja-JP' },
])('the lab, $name', (look) => {
  test('nothing for axe to find, no scrolling sideways, also with the largest network', async () => {
    const { page, errors } = await open('#points=three-spiral&hidden=8,8,8,8,8,8', look);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await sidewaysOverflow(page)).toBe(0);
    expect(errors).toEqual([]);
  });
});

test.each(['en-GB', 'ja-JP'])('a laptop has the whole playground in sight, in %s', async (locale) => {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale });
  await page.goto(`${server.origin}/lab`);
  await page.getByTestId('network').waitFor();
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollHeight)).toBe(768);
  await page.close();
});
