import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { messagesOf } from '@/client/i18n/messages';
import { mustBeOk } from '@/people/must-be-ok';
import { createTeacher } from '@/people/teacher';
import { accessibilityProblems } from './axe';
import { everybodyLeaves, launchChromium, openTab, watchErrors } from './chromium';
import { sharedServer } from './shared-server';

/** What is typed into a field for a number never becomes another number in silence: at a bench, and in the teacher's console. */
const { origin } = sharedServer();
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterEach(() => everybodyLeaves(browser));

afterAll(async () => {
  await browser?.close();
});

const alert = (page: Page) => page.locator('main, [role=dialog]').getByRole('alert');
const told = (page: Page, hasText: string | RegExp) => alert(page).filter({ hasText }).waitFor();
/** Where everything below and beside the field lies. */
const places = (page: Page) =>
  page
    .locator('[data-testid=bench] :is(button, input, canvas, svg)')
    .evaluateAll((parts) => parts.map((part) => JSON.stringify(part.getBoundingClientRect())));

describe.each(['en', 'ja'] as const)('a learning rate, in %s', (language) => {
  const words = messagesOf(language);
  const { number } = words.common;
  const said = (text: string, value: string) =>
    text.replace('{least}', '0.01').replace('{most}', '5').replace('{value}', value);

  test('stays as it is typed; what it was set to is said when it is left, and nothing moves', async () => {
    const looks = { viewport: { width: 1366, height: 768 }, locale: language === 'ja' ? 'ja-JP' : 'en-GB' };
    const page = await openTab(browser, looks);
    const errors = watchErrors(page);
    await page.goto(`${origin}/learn/gradient-descent?step=curve`);
    const rate = page.getByRole('textbox', { name: words.descent.rate, exact: true });
    const type = async (text: string) => {
      await rate.fill('');
      await rate.pressSequentially(text);
    };
    await type('0.5');
    await page.keyboard.press('Tab');
    const before = await places(page);
    await type('999');
    // Still what was typed, and what the field takes is said.
    expect(await rate.inputValue()).toBe('999');
    await told(page, said(number.takes, ''));
    await page.keyboard.press('Tab');
    await told(page, said(number.nearest, '5'));
    expect(await rate.inputValue()).toBe('5');
    expect(await places(page)).toEqual(before);
    const note = await rate.getAttribute('aria-describedby');
    const noted = await page.locator(`[id="${note}"]`).textContent();
    expect(noted?.replaceAll('\u00a0', ' ')).toBe(said(number.nearest, '5'));
    expect(await accessibilityProblems(page)).toEqual([]);
    // Whoever goes on has seen it.
    await page.keyboard.press('Tab');
    await alert(page).waitFor({ state: 'detached' });

    await type('0');
    // It may still become 0.5.
    expect(await alert(page).count()).toBe(0);
    await page.keyboard.press('Tab');
    await told(page, said(number.nearest, '0.01'));
    expect(await rate.inputValue()).toBe('0.01');
    await page.mouse.click(5, 300);
    await alert(page).waitFor({ state: 'detached' });

    for (const [typed, value] of [
      ['0,1', '0.1'],
      ['０．２', '0.2'],
      ['3e-1', '0.3'],
    ] as const) {
      await type(typed);
      await page.keyboard.press('Tab');
      await expect.poll(() => rate.inputValue()).toBe(value);
      expect(await alert(page).count()).toBe(0);
    }
    // Of 0.1.2 the 0.1 was taken on the way, and that is said.
    for (const [typed, value] of [
      ['-', '0.3'],
      ['0.1.2', '0.1'],
      ['abc', '0.1'],
    ] as const) {
      await type(typed);
      await page.keyboard.press('Tab');
      await told(page, number.unread.replace('{typed}', typed).replace('{value}', value));
      expect(await rate.inputValue()).toBe(typed);
    }
    // Nothing is nobody's number: what was set stands there again.
    await type('');
    await page.keyboard.press('Tab');
    await expect.poll(() => rate.inputValue()).toBe('0.1');
    expect(errors).toEqual([]);
  });
});

test('a countdown is not begun with another number than the one that stands there', async () => {
  const { common, leading } = messagesOf('en');
  const teacher = await createTeacher(origin);
  const { code } = await teacher.createClass('handwritten-digits');
  const desk = await teacher.conduct(code);
  mustBeOk(await desk.command({ type: 'class:begin' }));
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en-GB' });
  await context.addCookies(teacher.cookies(origin));
  const page = await context.newPage();
  await page.goto(`${origin}/teach/live/${code}`);
  await page.getByRole('button', { name: leading.timer.open }).click();
  const minutes = page.getByRole('textbox', { name: leading.timer.own });
  const start = page.getByRole('dialog').getByRole('button', { name: leading.timer.start, exact: true });
  const most = await minutes.fill('999').then(() => alert(page).textContent());
  expect(most).toBe(common.number.takes.replace('{least}', '1').replace('{most}', '180'));
  // By the mouse: the press that leaves the field begins nothing, by the keyboard neither does Enter.
  await start.click();
  await told(page, /Set to 180/);
  expect(await minutes.inputValue()).toBe('180');
  await minutes.fill('2.6');
  await minutes.press('Enter');
  await told(page, 'Rounded to 3.');
  await minutes.fill('soon');
  await start.click();
  await told(page, /“soon” is no number/);
  await minutes.fill('２');
  await minutes.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(() => page.getByText(/^[01]:\d\d$/).count()).toBeGreaterThan(0);
  desk.close();
});
