import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LESSON_WORDS } from '@/lessons/words/words';
import { createTeacher } from '@/people/teacher';
import { launchChromium, watchErrors } from './chromium';
import { sharedServer } from './shared-server';

/** Pages carry one language and one lesson: what another language needs comes when it is chosen, and nothing else changes. */
const server = sharedServer();
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
});

async function changeLanguage(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Language' }).click();
  await page.waitForFunction(() => document.documentElement.lang === 'ja');
}

const { en, ja } = LESSON_WORDS;

/** The text of a page as it came over the wire. */
async function written(page: Page): Promise<string> {
  return (await page.request.get(page.url())).text();
}

test('I13: in a class the words change at once, and what was trained stays', async () => {
  const teacher = await createTeacher(server.origin);
  const { code } = await teacher.createClass('handwritten-digits');
  const console = await teacher.conduct(code);
  await console.command({ type: 'class:begin' });
  await console.command({ type: 'step:next' });
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  const errors = watchErrors(page);
  await page.goto(`${server.origin}/join/${code}`);
  await page.getByText(`Lesson 5: ${en['handwritten-digits'].title}`).waitFor();
  await page.getByRole('textbox', { name: 'Nickname' }).fill('Mia');
  await page.getByRole('button', { name: 'Join class' }).click();
  const text = { en: en['handwritten-digits'].steps.train, ja: ja['handwritten-digits'].steps.train };
  await page.getByRole('heading', { name: text.en.title, exact: true }).waitFor();
  await page.getByRole('button', { name: 'Step', exact: true }).click();
  const status = page.getByTestId('run-status');
  await expect.poll(() => status.getAttribute('data-step')).toBe('1');
  await changeLanguage(page);
  await page.getByRole('heading', { name: text.ja.title, exact: true }).waitFor();
  expect(await status.getAttribute('data-step')).toBe('1');
  expect(await page.getByTestId('bench').count()).toBe(1);
  await page.reload();
  await page.getByRole('heading', { name: text.ja.title, exact: true }).waitFor();
  await expect.poll(() => status.getAttribute('data-step')).toBe('1');
  // One lesson in one language, and only the words of what stands there.
  const document = await written(page);
  expect(document).toContain(text.ja.title);
  expect(document).not.toContain(text.en.task);
  expect(document).not.toContain(ja.perceptron.question);
  expect(errors).toEqual([]);
  console.close();
  await context.close();
});

test('I13: alone the words change at once, and step and work stay', async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  const errors = watchErrors(page);
  const text = { en: en.perceptron.steps.weigh, ja: ja.perceptron.steps.weigh };
  await page.goto(`${server.origin}/learn/perceptron?step=weigh`);
  await page.getByRole('heading', { name: text.en.title, exact: true }).waitFor();
  const slider = page.getByTestId('bench').getByRole('slider').first();
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  const value = await slider.inputValue();
  await changeLanguage(page);
  await page.getByRole('heading', { name: text.ja.title, exact: true }).waitFor();
  expect(await page.getByTestId('bench').getByRole('slider').first().inputValue()).toBe(value);
  expect(await written(page)).not.toContain(text.en.task);
  expect(errors).toEqual([]);
  await context.close();
});
