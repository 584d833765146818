import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTeacher, type RegisteredTeacher } from '@/people/teacher';
import { accessibilityProblems, sidewaysOverflow } from './axe';
import { launchChromium, watchErrors } from './chromium';
import { sharedServer } from './shared-server';

/**
 * Every page as people see it: in both languages and themes, on a laptop, a phone and a projector, checked by axe, for sideways
 * scrolling, for the right language, and for anything that the page complains about.
 */
const server = sharedServer();
let browser: Browser;
let teacher: RegisteredTeacher;
let code = '';
let endedId = '';
let endedCode = '';

interface Look {
  theme: 'light' | 'dark';
  width: number;
  height: number;
}

/** Who comes with the first look changes to the next on the page that is open, as a window does on its way to a projector. */
const VISITORS: readonly { name: string; locale: string; looks: readonly [Look, ...Look[]] }[] = [
  {
    name: 'laptop, English, light',
    locale: 'en-GB',
    looks: [{ theme: 'light', width: 1366, height: 768 }],
  },
  {
    name: 'Japanese, phone in the dark and projector in the light',
    locale: 'ja-JP',
    looks: [
      { theme: 'dark', width: 390, height: 844 },
      { theme: 'light', width: 1920, height: 1080 },
    ],
  },
];

beforeAll(async () => {
  browser = await launchChromium();
  teacher = await createTeacher(server.origin);
  const ended = await teacher.createClass('handwritten-digits');
  [endedId, endedCode] = [ended.id, ended.code];
  const conductor = await teacher.conduct(endedCode);
  await conductor.command({ type: 'class:begin' });
  await conductor.command({ type: 'class:end' });
  conductor.close();
  ({ code } = await teacher.createClass('handwritten-digits'));
});

afterAll(async () => {
  await browser?.close();
});

async function open(
  locale: string,
  signedIn: boolean,
): Promise<{ context: BrowserContext; page: Page; errors: string[] }> {
  const context = await browser.newContext({ locale });
  if (signedIn) {
    await context.addCookies(teacher.cookies());
  }
  const page = await context.newPage();
  return { context, page, errors: watchErrors(page) };
}

async function lookAs(page: Page, { theme, width, height }: Look): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: theme });
}

const PAGES: { name: string; path: () => string; signedIn?: boolean }[] = [
  { name: 'landing', path: () => '/' },
  { name: 'join', path: () => `/join/${code}` },
  { name: 'join, unknown code', path: () => '/join/AAAAAA' },
  { name: 'join, ended class', path: () => `/join/${endedCode}` },
  { name: 'sign in', path: () => '/teach/sign-in' },
  { name: 'sign up', path: () => '/teach/sign-up' },
  { name: 'classes', path: () => '/teach', signedIn: true },
  { name: 'choose a lesson', path: () => '/teach/start', signedIn: true },
  { name: 'console, lobby', path: () => `/teach/live/${code}`, signedIn: true },
  { name: 'projector', path: () => `/screen/${code}`, signedIn: true },
  { name: 'past classes', path: () => '/review', signedIn: true },
  { name: 'review of a class', path: () => `/review/${endedId}`, signedIn: true },
  { name: 'no such page', path: () => '/nowhere' },
];

describe.each(VISITORS)('$name', ({ locale, looks }) => {
  /** Two visitors, who go from page to page. */
  let stranger: Awaited<ReturnType<typeof open>>;
  let signedInTeacher: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    [stranger, signedInTeacher] = [await open(locale, false), await open(locale, true)];
  });
  afterAll(async () => {
    await stranger?.context.close();
    await signedInTeacher?.context.close();
  });

  test.each(PAGES)('$name', async ({ path, signedIn = false }) => {
    const { page, errors } = signedIn ? signedInTeacher : stranger;
    errors.length = 0;
    await lookAs(page, looks[0]);
    await page.goto(server.origin + path());
    await page.waitForLoadState('networkidle');
    for (const look of looks) {
      await lookAs(page, look);
      expect(await page.locator('html').getAttribute('lang')).toBe(locale.slice(0, 2));
      expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
      expect(await accessibilityProblems(page)).toEqual([]);
    }
    expect(errors).toEqual([]);
  });
});

test('what is for developers alone is not there', async () => {
  expect((await fetch(`${server.origin}/dev/parts`)).status).toBe(404);
});

test('I13: the language changes at once and stays', async () => {
  const { context, page } = await open('en-GB', false);
  await page.goto(server.origin);
  await page.getByRole('button', { name: 'Language' }).click();
  await page.waitForFunction(() => document.documentElement.lang === 'ja');
  await page.reload();
  expect(await page.locator('html').getAttribute('lang')).toBe('ja');
  await context.close();
});

test.each(['/', '/nothing-here', 'a script'])(
  'no other site has it in a frame or hears of our addresses: %s',
  async (asked) => {
    const script = async () =>
      /\/_next\/static\/[^"]+\.js/.exec(await (await fetch(server.origin)).text())![0];
    const answer = await fetch(server.origin + (asked === 'a script' ? await script() : asked));
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-security-policy': expect.stringContaining("frame-ancestors 'self'"),
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    });
    if (asked === 'a script') expect(answer.headers.get('cache-control')).toContain('immutable');
  },
);
