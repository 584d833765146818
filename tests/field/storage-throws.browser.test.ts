import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import enBench from '@/client/messages/en/bench.json';
import enErrors from '@/client/messages/en/errors.json';
import jaBench from '@/client/messages/ja/bench.json';
import jaErrors from '@/client/messages/ja/errors.json';
import { launchChromium, watchErrors } from '@/tests/browser/chromium';
import { type EveryPage, everyPage, PagesStage } from '@/tests/browser/every-page';
import { sharedServer } from '@/tests/browser/shared-server';
import { everythingThrows, STORAGE_BLOCKERS } from './storage-blockers';

/** Browsers that keep nothing: the class goes on in them, and the student hears what a reload would cost. */
const server = sharedServer();
let browser: Browser;
let stage: PagesStage;
let code: string;
let desk: BrowserContext;
let console_: Page;

beforeAll(async () => {
  browser = await launchChromium();
  stage = new PagesStage(server.origin, browser);
  // A class at the step that trains, and its console.
  ({ code } = await stage.hold('handwritten-digits', 1, 'desk'));
  const page = everyPage().find(({ name }) => name === 'console, live')!;
  desk = await stage.contextFor(page);
  console_ = await desk.newPage();
  await console_.goto(`${server.origin}/teach/live/${code}`);
});

afterAll(async () => {
  stage?.close();
  await browser?.close();
});

test.each(STORAGE_BLOCKERS)(
  '$name: a student joins, trains, and the points come to the console',
  async ({ name, block, loss }) => {
    const locale = name === 'everything throws' ? 'ja-JP' : 'en-GB';
    const words = locale === 'ja-JP' ? jaErrors : enErrors;
    const { bar } = locale === 'ja-JP' ? jaBench : enBench;
    const context = await browser.newContext({ locale });
    await context.addInitScript(block);
    const page = await context.newPage();
    const errors = watchErrors(page);
    const nickname = `S${name.replaceAll(' ', '').slice(0, 14)}`;
    await page.goto(`${server.origin}/join/${code}`);
    await page.getByRole('textbox').last().fill(nickname);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/class\//);
    await page.getByTestId('run-status').waitFor();
    await page.getByRole('button', { name: bar.step, exact: true }).click();
    const card = console_.locator(`[data-testid="student-card"][data-nickname="${nickname}"]`);
    await expect.poll(() => card.getAttribute('data-step')).toBe('1');
    // Said once, and put away for good.
    const notice = page.getByTestId('not-kept');
    await notice.getByText(words.kept[loss]).waitFor();
    expect(await notice.count()).toBe(1);
    await notice.getByRole('button', { name: words.kept.understood }).click();
    await expect.poll(() => notice.count()).toBe(0);
    expect(errors).toEqual([]);
    await context.close();
  },
);

test('without any storage every page stands all the same', async () => {
  const problems: string[] = [];
  // One step of each lesson: what a lesson's steps share need not be loaded for each.
  const seen = new Set<string>();
  const pages = everyPage().filter(({ name, as }) => {
    const kind = name.replace(/, .*/, as === 'visitor' && name.startsWith('lesson ') ? '' : name);
    return as !== 'student' && !seen.has(kind) && seen.add(kind);
  });
  // One tab a person: a new one would compile again what all pages share.
  const tabs = new Map<string, { tab: Page; complaints: string[] }>();
  const tabOf = async (page: EveryPage) => {
    const context = await stage.contextFor(page);
    await context.addInitScript(everythingThrows);
    const tab = await context.newPage();
    return { tab, complaints: watchErrors(tab) };
  };
  for (const page of pages) {
    const person = page.teacher ?? page.as;
    const { tab, complaints } = tabs.get(person) ?? (await tabOf(page));
    tabs.set(person, { tab, complaints });
    await stage.visit(tab, page);
    const errors = complaints.splice(0);
    const words = await tab.evaluate(() => document.body.innerText);
    if (words.includes(enErrors.page.errorTitle)) errors.push(enErrors.page.errorTitle);
    if (/^lesson|^lab/.test(page.name))
      await tab
        .getByText(enErrors.kept.alone)
        .waitFor()
        .catch(() => errors.push('does not say it'));
    problems.push(...[...errors, ...complaints.splice(0)].map((error) => `${page.name}: ${error}`));
  }
  expect(problems).toEqual([]);
});
