import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import enErrors from '@/client/messages/en/errors.json';
import enLanding from '@/client/messages/en/landing.json';
import enLesson from '@/client/messages/en/lesson.json';
import jaErrors from '@/client/messages/ja/errors.json';
import jaLesson from '@/client/messages/ja/lesson.json';
import { launchChromium, watchErrors } from '@/tests/browser/chromium';
import { type EveryPage, everyPage, PagesStage, walkedPages } from '@/tests/browser/every-page';
import { sharedServer } from '@/tests/browser/shared-server';
import { TabEach } from '@/tests/browser/tab-each';
import { meddle, putGuardBack, takeGuardOff, translate } from './page-changers';
import { walkPage } from './page-walker';

/**
 * Pages that others change: every page is translated, then meddled with as extensions do, while its controls are used. Long form, seeds and
 * length by `WALK_SEEDS=1,2,3 WALK_ACTS=200`, pages by `WALK_PAGES=console`.
 */
const SEEDS = (process.env.WALK_SEEDS ?? '1').split(',').map(Number);
const ACTS = Number(process.env.WALK_ACTS ?? 6);
const WANTED = new RegExp(process.env.WALK_PAGES ?? '.');

const server = sharedServer();
let browser: Browser;
let stage: PagesStage;
const contexts = new Map<string, Promise<BrowserContext>>();

beforeAll(async () => {
  browser = await launchChromium();
  stage = new PagesStage(server.origin, browser);
});

afterAll(async () => {
  stage?.close();
  await browser?.close();
});

/** One context for all who are the same person: what was loaded once need not be loaded again. */
async function contextOf(page: EveryPage): Promise<BrowserContext> {
  const person = page.teacher ?? page.as;
  const made = contexts.get(person) ?? stage.contextFor(page);
  contexts.set(person, made);
  const context = await made;
  await stage.letIn(context, page);
  return context;
}

/** Milliseconds in which a page must answer after it was used; one that never does is stuck. */
const ANSWER_MS = 30_000;

const FAILED = [enErrors, jaErrors]
  .map((errors) => errors.page.errorTitle)
  .concat([enLesson, jaLesson].map((lesson) => lesson.bench.crashed));

/** Where codes, names and formulas stand as such, and not in what somebody has written. */
const SIGNED =
  /^(landing|join|class, lobby|class, training|console, live|screen, lobby|past classes|review of a class|lab, playground|lesson .*)$/;
/** The student's, in each class. */
const NICKNAME = 'Mia';

/** Codes, names, formulas and the product's name on a page, and whether they are open to translation. */
function untranslated(nickname: string): { kind: string; text: string; translate: boolean }[] {
  const kinds: [string, RegExp][] = [
    ['code', /^[A-HJ-NP-Z2-9]{6}$/],
    ['name', new RegExp(`^${nickname}$`)],
    ['formula', /^[\p{L}]?[₀-₉]|[Σ∂∇θη]/u],
    ['product', /^Perceptroom$/],
  ];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const told: { kind: string; text: string; translate: boolean }[] = [];
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const text = node.textContent?.trim() ?? '';
    const holder = node.parentElement;
    if (!holder || holder.closest('script, style, svg, math')) continue;
    const [kind] = kinds.find(([, form]) => form.test(text)) ?? [];
    // A sentence that names θ is a sentence.
    const isWords = /\p{L}{3}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
    if (!kind || text.length > 11 || (kind === 'formula' && isWords)) continue;
    told.push({ kind, text, translate: holder.translate });
  }
  return told;
}

type Change = [name: string, change: (tab: Page) => Promise<void>];

/** What is wrong with a page after its controls were used under each change in turn; empty: nothing. */
async function troubleOn(page: EveryPage, seed: number, changes: Change[], tabs: TabEach): Promise<string[]> {
  const context = await contextOf(page);
  const { tab, errors } = await tabs.of(context);
  const found: string[] = [];
  try {
    await stage.visit(tab, page);
    found.push(...errors.splice(0).map((what) => `${page.name}: ${what}`));
    if (SIGNED.test(page.name))
      for (const { kind, text, translate: open } of await tab.evaluate(untranslated, NICKNAME))
        if (open) found.push(`${page.name}: ${kind} “${text}” is open to translation`);
    for (const [name, change] of changes) {
      await onceThere(tab, () => change(tab));
      await walkPage(tab, seed, ACTS);
      found.push(
        ...[...errors.splice(0), ...(await seenFailure(tab))].map((what) => `${page.name}, ${name}: ${what}`),
      );
    }
  } catch (error) {
    found.push(`${page.name}: ${error}`);
  }
  await leave(tab).catch(async () => {
    tabs.forget(context);
    await Promise.race([tab.close(), after(5_000)]);
  });
  errors.length = 0;
  return found;
}

/** What a page does while it is left is not the next one's fault. @throws where it does not let go */
async function leave(tab: Page): Promise<void> {
  await tab.goto('about:blank', { timeout: 5_000 });
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
    const tabs = new TabEach();
    for (let page = rest.shift(); page; page = rest.shift()) {
      found.push(...(await troubleOn(page, seed, changes, tabs)));
    }
  };
  await Promise.all([walker(), walker(), walker(), walker()]);
  return found;
}

const SHORT = !process.env.WALK_SEEDS && !process.env.WALK_PAGES;
const pages = (SHORT ? walkedPages() : everyPage()).filter(({ name }) => WANTED.test(name));

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
  const harm = errors.join();
  if (bare) expect(harm).toMatch(/removeChild|not a child/);
  else expect(harm).toBe('');
  await context.close();
});

test('what must not be translated is recognised: codes, names, formulas, the product', async () => {
  const kinds = new Set<string>();
  for (const name of [
    'landing',
    'class, lobby',
    'past classes',
    'console, live',
    'lesson perceptron, learn',
  ]) {
    const page = everyPage().find((one) => one.name === name)!;
    const tab = await (await contextOf(page)).newPage();
    await stage.visit(tab, page);
    for (const { kind } of await tab.evaluate(untranslated, NICKNAME)) kinds.add(kind);
    await tab.close();
  }
  expect([...kinds].sort()).toEqual(['code', 'formula', 'name', 'product']);
});
