import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import enErrors from '@/client/messages/en/errors.json';
import enLanding from '@/client/messages/en/landing.json';
import enLesson from '@/client/messages/en/lesson.json';
import jaErrors from '@/client/messages/ja/errors.json';
import jaLesson from '@/client/messages/ja/lesson.json';
import { launchChromium, watchErrors } from '../browser/chromium';
import { type EveryPage, everyPage, PagesStage } from '../browser/every-page';
import { ServerProcess } from '../browser/server-process';
import { meddle, putGuardBack, takeGuardOff, translate } from './page-changers';
import { walkPage } from './page-walker';

/**
 * Pages that others change: every page is translated, then meddled with as extensions do, while its controls are used. Long form, seeds and
 * length by `WALK_SEEDS=1,2,3 WALK_ACTS=200`, pages by `WALK_PAGES=console`.
 */
const SEEDS = (process.env.WALK_SEEDS ?? '1').split(',').map(Number);
const ACTS = Number(process.env.WALK_ACTS ?? 6);
const WANTED = new RegExp(process.env.WALK_PAGES ?? '.');

let server: ServerProcess;
let browser: Browser;
let stage: PagesStage;
const contexts = new Map<string, Promise<BrowserContext>>();

beforeAll(async () => {
  [server, browser] = await Promise.all([ServerProcess.start(), launchChromium()]);
  stage = new PagesStage(server.origin, browser);
});

afterAll(async () => {
  stage?.close();
  await browser?.close();
  await server?.remove();
});

/** One context for all who are the same person: what was loaded once need not be loaded again. */
function contextOf(page: EveryPage): Promise<BrowserContext> {
  const person = page.as === 'student' ? page.name : (page.teacher ?? page.as);
  const context = contexts.get(person) ?? stage.contextFor(page);
  contexts.set(person, context);
  return context;
}

/** Milliseconds in which a page must answer after it was used; one that never does is stuck. */
const ANSWER_MS = 30_000;

const FAILED = [enErrors, jaErrors]
  .map((errors) => errors.page.errorTitle)
  .concat([enLesson, jaLesson].map((lesson) => lesson.bench.crashed));

/** A page that was changed before it came to life is drawn anew: React tells so (418), and goes on. */
const isHarm = (error: string) => !/React error #418/.test(error);

type Change = [name: string, change: (tab: Page) => Promise<void>];

/** What is wrong with a page after its controls were used under each change in turn; empty: nothing. */
async function troubleOn(page: EveryPage, seed: number, changes: Change[]): Promise<string[]> {
  const tab = await (await contextOf(page)).newPage();
  const errors = watchErrors(tab);
  const found: string[] = [];
  try {
    await stage.visit(tab, page);
    found.push(...errors.splice(0).map((what) => `${page.name}: ${what}`));
    for (const [name, change] of changes) {
      await onceThere(tab, () => change(tab));
      await walkPage(tab, seed, ACTS);
      found.push(
        ...[...errors.splice(0).filter(isHarm), ...(await seenFailure(tab))].map(
          (what) => `${page.name}, ${name}: ${what}`,
        ),
      );
    }
  } catch (error) {
    found.push(`${page.name}: ${error}`);
  } finally {
    await Promise.race([tab.close(), after(5_000)]);
  }
  return found;
}

/** The words of failure that the page shows, or that it does not answer. */
async function seenFailure(tab: Page): Promise<string[]> {
  const text = await Promise.race([onceThere(tab, () => tab.locator('body').innerText()), after(ANSWER_MS)]);
  return text === undefined ? ['does not answer'] : FAILED.filter((words) => text.includes(words));
}

/** Does it again on the page that comes, where a form that was sent or a language that was chosen took this one away. */
async function onceThere<Result>(tab: Page, act: () => Promise<Result>, left = 5): Promise<Result> {
  try {
    await tab.waitForSelector('body', { state: 'attached' });
    return await act();
  } catch (error) {
    if (left === 0 || !/context was destroyed|navigat/i.test(String(error))) throw error;
    await tab.waitForLoadState();
    return onceThere(tab, act, left - 1);
  }
}

function after(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, ms, undefined));
}

async function troubles(pages: EveryPage[], seed: number, changes: Change[]): Promise<string[]> {
  const found: string[] = [];
  const rest = [...pages];
  const walker = async () => {
    for (let page = rest.shift(); page; page = rest.shift()) {
      found.push(...(await troubleOn(page, seed, changes)));
    }
  };
  await Promise.all([walker(), walker(), walker(), walker()]);
  return found;
}

/** In the short form a lesson's challenge is walked through in its class only, which shows the same bench. */
const SHORT = !process.env.WALK_SEEDS && !process.env.WALK_PAGES;
const pages = everyPage().filter(
  ({ name }) => WANTED.test(name) && !(SHORT && /^lesson .*, challenge$/.test(name)),
);

/** In parts, so that each has its own patience. */
const PARTS: [name: string, pages: EveryPage[]][] = [
  ['lessons', pages.filter(({ name }) => name.startsWith('lesson '))],
  ['classes', pages.filter(({ as }) => as === 'student')],
  ['teachers', pages.filter(({ as }) => as === 'teacher')],
  ['others', pages.filter(({ as, name }) => as === 'visitor' && !name.startsWith('lesson '))],
];

describe.each(SEEDS)('seed %i', (seed) => {
  /** The translator first, without the guard: our components do not need it. Then, with the guard, extensions as well. */
  const changes: Change[] = [
    [
      'translated',
      async (tab) => {
        await tab.evaluate(takeGuardOff);
        await tab.evaluate(translate);
      },
    ],
    [
      'meddled with',
      async (tab) => {
        await tab.evaluate(putGuardBack);
        await tab.evaluate(meddle, seed);
      },
    ],
  ];

  test.each(PARTS)('pages go on while they are translated and meddled with: %s', async (_, part) => {
    expect(await troubles(part, seed, changes)).toEqual([]);
  });
});

test.each([false, true])('what is taken away ends no page; control, without the guard: %s', async (bare) => {
  const page = everyPage().find(({ name }) => name === 'landing')!;
  const context = await stage.contextFor(page);
  const tab = await context.newPage();
  const errors = watchErrors(tab);
  await stage.visit(tab, page);
  const field = tab.getByRole('textbox', { name: enLanding.codeLabel });
  const sign = tab.locator('form [role=alert] svg');
  await field.fill('AB');
  await field.press('Enter');
  await sign.waitFor();
  if (bare) await tab.evaluate(takeGuardOff);
  await sign.evaluate((element) => element.remove());
  await field.fill('ABC');
  await tab.locator('form [role=alert]').waitFor({ state: 'detached' });
  const harm = errors.filter(isHarm).join();
  if (bare) expect(harm).toMatch(/removeChild|not a child/);
  else expect(harm).toBe('');
  await context.close();
});

test('a page that fails all the same comes back by itself, with what was typed', async () => {
  const page = everyPage().find(({ name }) => name === 'landing')!;
  const context = await stage.contextFor(page);
  const tab = await context.newPage();
  await stage.visit(tab, page);
  const field = tab.getByRole('textbox', { name: enLanding.codeLabel });
  await field.fill('AB');
  // The next thing that React puts into the form fails, once.
  await tab.evaluate(() => {
    const seen = window as unknown as { failedAt?: number; backAfter?: number };
    const before = document.querySelector('input');
    const { insertBefore } = Node.prototype;
    const look = () => {
      const field = document.querySelector('input');
      if (field && field !== before && field.value === 'AB')
        seen.backAfter = performance.now() - seen.failedAt!;
      else setTimeout(look, 5);
    };
    Node.prototype.insertBefore = function <Fresh extends Node>(
      this: Node,
      fresh: Fresh,
      place: Node | null,
    ) {
      if (!(this instanceof Element) || !this.closest('form'))
        return insertBefore.call(this, fresh, place) as Fresh;
      Node.prototype.insertBefore = insertBefore;
      seen.failedAt = performance.now();
      look();
      throw new DOMException('not a child of this node', 'NotFoundError');
    };
  });
  await field.press('Enter');
  const back = await tab.waitForFunction(() => (window as unknown as { backAfter?: number }).backAfter);
  console.info(`A failed page was back after ${Math.round((await back.jsonValue())!)} ms.`);
  expect(await tab.getByText(enErrors.page.errorTitle).count()).toBe(0);
  await field.fill('ABC');
  expect(await field.inputValue()).toBe('ABC');
  await context.close();
});

test('a page that was translated before it came to life is drawn anew, and works', async () => {
  const page = everyPage().find(({ name }) => name === 'lab, playground')!;
  const context = await stage.contextFor(page);
  await context.addInitScript(`addEventListener('DOMContentLoaded', ${translate.toString()})`);
  const tab = await context.newPage();
  const errors = watchErrors(tab);
  await stage.visit(tab, page);
  await walkPage(tab, 1, ACTS);
  expect([...errors.filter(isHarm), ...(await seenFailure(tab))]).toEqual([]);
  await context.close();
});
