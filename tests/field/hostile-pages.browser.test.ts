import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshId, newCredentials } from '@/people/credentials';
import { leadTo } from '@/people/lead-to';
import { mustBeOk } from '@/people/must-be-ok';
import { openTab as openLine } from '@/people/recording-tab';
import type { Tab } from '@/people/tab';
import { createTeacher, type RegisteredTeacher } from '@/people/teacher';
import type { Command } from '@/protocol/commands';
import { isMessage, normaliseMessage } from '@/protocol/message';
import { normaliseNickname } from '@/protocol/nickname';
import { launchChromium, watchErrors } from '@/tests/browser/chromium';
import { sharedServer } from '@/tests/browser/shared-server';
import { LESSON } from '@/tests/live/class-server';
import { HOSTILE_TEXTS } from './hostile-texts';
import { drawn, writingDownForbidden } from './walk-pages';

/** People who are called what a page could stumble over, and what teachers write: the pages show it, and nothing of it does anything. */
const server = sharedServer();
/** So many join at the same time. */
const AT_ONCE = 20;
const SIZES = [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
];
const wellFormed = HOSTILE_TEXTS.filter((text) => !/\p{Cs}/u.test(text));
let browser: Browser;
let teacher: RegisteredTeacher;
let desk: Tab;
let code: string;
let classId: string;
/** The names of those who were let in, as they are kept. */
const names: string[] = [];

/** Comes as somebody new; most of such names are refused, with a word of why. */
async function join(nickname: string): Promise<void> {
  const tab = openLine(server.origin);
  const credentials = newCredentials();
  const answer = await tab.attach({ code, as: { kind: 'newcomer', nickname, credentials } });
  if (answer.ok) names.push(normaliseNickname(nickname));
  else expect(answer.code).toMatch(/^nickname-/);
  tab.close();
}

/** As fast as a teacher may. */
async function lead(command: Command): Promise<void> {
  for (;;) {
    const answer = await desk.command(command);
    if (answer.ok || answer.code !== 'rate-limited') return void mustBeOk(answer);
    await pause(500);
  }
}

beforeAll(async () => {
  browser = await launchChromium();
  teacher = await createTeacher(server.origin);
  ({ code, id: classId } = await teacher.createClass(LESSON));
  desk = await teacher.conduct(code);
  await leadTo(desk, 0);
  const left = [...wellFormed];
  const oneByOne = async () => {
    for (let text = left.shift(); text !== undefined; text = left.shift()) await join(text);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, oneByOne));
  // A teacher may not say so much at once: every third is a note, the next a message.
  for (const note of wellFormed.filter((_, index) => index % 3 === 0))
    await lead({ type: 'bookmark:add', bookmarkId: freshId(), note: note.slice(0, 200) });
  for (const text of wellFormed.filter((text, index) => index % 3 === 1 && isMessage(normaliseMessage(text))))
    await lead({ type: 'message:send', id: freshId(), text, to: 'all' });
  await lead({ type: 'class:show-names-on-screen', shown: true });
});
afterAll(async () => {
  desk?.close();
  for (const context of browser?.contexts() ?? []) await context.close();
  await browser?.close();
});

/** What is wrong with a page that shows them. */
async function faultsOf(page: Page): Promise<string[]> {
  await drawn(page);
  return page.evaluate(() => {
    const faults = [...(window.forbidden ?? [])];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) faults.push(`${scrollWidth - clientWidth} pixels wider than the window`);
    for (const image of document.querySelectorAll('img[src^="http"]'))
      if (!(image as HTMLImageElement).src.startsWith(location.origin))
        faults.push('a picture from elsewhere');
    return faults;
  });
}

it('half of them at least may come in, so that there is something to see', () => {
  expect(names.length).toBeGreaterThan(40);
});

describe.each(SIZES)('in a window of $width', (viewport) => {
  let page: Page;
  let errors: string[];
  beforeAll(async () => {
    const context = await browser.newContext({ viewport, locale: 'en-GB' });
    await writingDownForbidden(context);
    await context.addCookies(teacher.cookies());
    page = await context.newPage();
    page.on('dialog', (dialog) => {
      errors.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    errors = watchErrors(page);
  });

  it('the console has everybody, called what they are called', async () => {
    await page.goto(`${server.origin}/teach/live/${code}`);
    const cards = page.locator('[data-testid="student-card"]');
    await expect.poll(() => cards.count()).toBe(names.length);
    const called = await cards.evaluateAll((all) => all.map((card) => card.getAttribute('data-nickname')));
    expect(called.toSorted()).toEqual(names.toSorted());
    expect(await faultsOf(page)).toEqual([]);
  });

  it.each(['join', 'step', 'board'] as const)('the projector shows them: %s', async (view) => {
    await lead({ type: 'screen:show', view, argument: null, pinned: true });
    await page.goto(`${server.origin}/screen/${code}`);
    await page.locator('h1').first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it('the review and the list of classes', async () => {
    for (const path of [`/review/${classId}`, '/teach']) {
      await page.goto(server.origin + path);
      await page.locator('h1').first().waitFor();
      expect([path, await faultsOf(page)]).toEqual([path, []]);
    }
    expect(errors).toEqual([]);
  });
});
