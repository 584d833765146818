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
import { farByTab } from '@/tests/browser/tab-stops';
import { PATIENCE_MS } from '@/tests/patience';
import { asFoundAtFirst, inForcedColours, inLargeLetters, inSmallWindows } from './looked-at';
import { signedTexts } from './open-to-translation';
import { meddle, putGuardBack, takeGuardOff, translate } from './page-changers';
import { walkPage } from './page-walker';

/**
 * Every page in one visit: as people see it who need it otherwise, then as others change it: translated, then meddled with as extensions
 * do, while its controls are used. Long form, seeds and length by `WALK_SEEDS=1,2,3 WALK_ACTS=200`, pages by `WALK_PAGES=console`.
 */
const SEEDS = (process.env.WALK_SEEDS ?? '1').split(',').map(Number);
const ACTS = Number(process.env.WALK_ACTS ?? 6);
const WANTED = new RegExp(process.env.WALK_PAGES ?? '.');
const SHORT = !process.env.WALK_SEEDS && !process.env.WALK_PAGES;
const PAGES = (SHORT ? walkedPages() : everyPage()).filter(({ name }) => WANTED.test(name));

/** Pages that are open at once: as many as a small machine draws without anything waiting too long. */
const AT_ONCE = 3;
/** For one page, however long the walk was asked to be. */
const PAGE_MS = PATIENCE_MS + ACTS * 2_000;

/** Where codes, names and formulas stand as such, and not in what somebody has written. */
const SIGNED =
  /^(landing|join|class, lobby|class, training|console, live|screen, lobby|past classes|review of a class|lab, playground|lesson .*)$/;
/** The student's, in each class. */
const NICKNAME = 'Mia';
/** Of what must not be translated, the kinds that have been met. */
const kinds = new Set<string>();

async function openToTranslation(tab: Page, { name }: EveryPage): Promise<string[]> {
  if (!SIGNED.test(name)) return [];
  const texts = await signedTexts(tab, NICKNAME);
  for (const { kind } of texts) kinds.add(kind);
  return texts
    .filter(({ translate: open }) => open)
    .map(({ kind, text }) => `${kind} “${text}” is open to translation`);
}

/** What is done with a page, one after another, and says what is wrong with it then; what it complains of is added. */
const WAYS: readonly [name: string, look: (tab: Page, page: EveryPage) => Promise<string[]>][] = [
  ['what is chosen, what cannot be used and the focus are seen in forced colours', inForcedColours],
  ['at 400 % no bar covers a third and nothing scrolls sideways', inSmallWindows],
  ['with text at 200 % nothing is cut off', inLargeLetters],
  ['no control of a bench is more than ten Tabs from its start', (tab) => farByTab(tab)],
  ['codes, names and formulas are not open to translation', openToTranslation],
  ...SEEDS.flatMap((seed): typeof WAYS => [
    // The translator first, without the guard: our components do not need it. Then, with the guard, extensions as well.
    [
      `goes on while it is translated, seed ${seed}`,
      changed(seed, async (tab) => {
        await tab.evaluate(takeGuardOff);
        await tab.evaluate(translate);
      }),
    ],
    [
      `goes on while it is meddled with, seed ${seed}`,
      changed(seed, async (tab) => {
        await tab.evaluate(putGuardBack);
        await tab.evaluate(meddle, seed);
      }),
    ],
  ]),
];

/** Changes a page and uses its controls. */
function changed(seed: number, change: (tab: Page) => Promise<void>): (tab: Page) => Promise<string[]> {
  return async (tab) => {
    await onceThere(tab, () => change(tab));
    await walkPage(tab, seed, ACTS);
    return seenFailure(tab);
  };
}

/** Milliseconds in which a page must answer after it was used; one that never does is stuck. */
const ANSWER_MS = PATIENCE_MS;
const FAILED = [enErrors, jaErrors]
  .map((errors) => errors.page.errorTitle)
  .concat([enLesson, jaLesson].map((lesson) => lesson.bench.crashed));

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

let browser: Browser;
let stage: PagesStage;
const contexts = new Map<string, Promise<BrowserContext>>();
/** What is wrong, by the way of looking. */
const found = new Map<string, string[]>(WAYS.map(([name]) => [name, []]));

/** One context for all who are the same person: what was loaded once need not be loaded again. */
async function contextOf(page: EveryPage): Promise<BrowserContext> {
  const person = page.teacher ?? page.as;
  const made = contexts.get(person) ?? stage.contextFor(page);
  contexts.set(person, made);
  const context = await made;
  await stage.letIn(context, page);
  return context;
}

/** Goes to a page and looks at it in all ways. */
async function lookAt(page: EveryPage, tabs: TabEach): Promise<void> {
  const context = await contextOf(page);
  const { tab, errors } = await tabs.of(context);
  let now = WAYS[0]![0];
  const add = (faults: string[]) => found.get(now)!.push(...faults.map((fault) => `${page.name}: ${fault}`));
  try {
    await asFoundAtFirst(tab);
    await stage.visit(tab, page);
    for (const [name, look] of WAYS) {
      now = name;
      add(await look(tab, page));
      add(errors.splice(0));
    }
  } catch (error) {
    add([String(error)]);
  }
  // What a page does while it is left is not the next one's fault; one that does not let go is given up.
  await tab.goto('about:blank', { timeout: 5_000 }).catch(async () => {
    tabs.forget(context);
    await Promise.race([tab.close(), after(5_000)]);
  });
  errors.length = 0;
}

describe(`${PAGES.length} pages`, () => {
  beforeAll(async () => {
    browser = await launchChromium();
    stage = new PagesStage(sharedServer().origin, browser);
    const left = [...PAGES];
    const walk = async () => {
      const tabs = new TabEach();
      for (let page = left.shift(); page; page = left.shift()) await lookAt(page, tabs);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, walk));
  }, PAGES.length * PAGE_MS);

  afterAll(async () => {
    stage?.close();
    await browser?.close();
  });

  test.each(WAYS)('%s', (name) => expect(found.get(name)).toEqual([]));

  test.runIf(SHORT)('what must not be translated is recognised: codes, names, formulas, the product', () => {
    expect([...kinds].sort()).toEqual(['code', 'formula', 'name', 'product']);
  });

  test.each([false, true])(
    'what is taken away ends no page; control, without the guard: %s',
    async (bare) => {
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
    },
  );
});
