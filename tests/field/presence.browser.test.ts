import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeTabs, openTab } from '@/people/recording-tab';
import { TabStudent } from '@/people/student';
import { createTeacher, type RegisteredTeacher } from '@/people/teacher';
import { until } from '@/people/until';
import { launchChromium, watchErrors } from '@/tests/browser/chromium';
import { sharedServer } from '@/tests/browser/shared-server';

/** Lobby, console and projector show who is there; durations do not depend on the computer's clock. */
const server = sharedServer();
let browser: Browser;
let teacher: RegisteredTeacher;
let desk: BrowserContext;
const errors: string[][] = [];

beforeAll(async () => {
  browser = await launchChromium();
  teacher = await createTeacher(server.origin);
  desk = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en-GB' });
  await desk.addCookies(teacher.cookies());
  await desk.addInitScript(() => {
    // The computer's clock, as somebody sets it while the page is open.
    const real = Date;
    const shift = () => (window as unknown as { shift?: number }).shift ?? 0;
    class SetDate extends real {
      constructor(...given: [] | [number]) {
        if (given.length === 0) super(real.now() + shift());
        else super(...given);
      }
      static override now() {
        return real.now() + shift();
      }
    }
    window.Date = SetDate as DateConstructor;
  });
});
afterAll(async () => {
  expect(errors.flat()).toEqual([]);
  await browser?.close();
});

async function open(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  errors.push(watchErrors(page));
  await page.goto(server.origin + path);
  return page;
}

async function joined(code: string, nickname: string, waits = false): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 }, locale: 'en-GB' });
  const page = await open(context, `/join/${code}`);
  await page.getByRole('textbox', { name: 'Nickname' }).fill(nickname);
  await page.getByRole('button', { name: 'Join class' }).click();
  await page.waitForURL(`**/class/${code}`);
  if (!waits)
    await page
      .getByText(`1 student is here`)
      .or(page.getByText(/students are here/))
      .waitFor();
  return page;
}

test('who closes the tab is no longer counted in the lobby, and is marked; a wait to be let in likewise', async () => {
  const { code } = await teacher.createClass('handwritten-digits');
  const console = await open(desk, `/teach/live/${code}`);
  const screen = await open(desk, `/screen/${code}`);
  const ada = await joined(code, 'Ada');
  await console.getByText('1 student is here').waitFor();
  await screen.getByText('1 student is here').waitFor();
  const ben = await joined(code, 'Ben');
  for (const page of [console, screen, ada, ben]) await page.getByText('2 students are here').waitFor();
  await ben.context().close();
  for (const page of [console, screen, ada]) await page.getByText('1 student is here').waitFor();
  await console.getByText('1 is away').waitFor();
  expect(await console.getByRole('button', { name: 'Ben, away' }).getAttribute('data-state')).toBe(
    'disconnected',
  );
  await ada.context().close();
  await console.getByText('Nobody is here yet').waitFor();
  await screen.getByText('Waiting for the first student').waitFor();
  expect(await screen.getByRole('list', { name: 'Who is here' }).getByRole('listitem').count()).toBe(0);

  const conductor = await teacher.conduct(code);
  expect(await conductor.command({ type: 'class:require-approval', required: true })).toMatchObject({
    ok: true,
  });
  const kai = await joined(code, 'Kai', true);
  await console.getByText('1 student asks to come in').waitFor();
  await kai.context().close();
  await console.getByText('Nobody asks to come in now').waitFor();
  expect(await console.getByRole('button', { name: 'Let in Kai' }).isEnabled()).toBe(true);
  conductor.close();
  await console.close();
  await screen.close();
});

test.each([
  { language: 'en-GB', first: 'Ada is here; 1 in all', last: /(is|are) here; 5 in all$/ },
  {
    language: 'ja-JP',
    first: 'Ada が参加しました。全部で1人です。',
    last: /参加しました。全部で5人です。$/,
  },
])(
  'arrivals are read out in the lobby, those that come together in one sentence: $language',
  async (words) => {
    const { code } = await teacher.createClass('handwritten-digits');
    const context = await browser.newContext({
      viewport: { width: 1366, height: 768 },
      locale: words.language,
    });
    await context.addCookies(teacher.cookies());
    const [console, screen] = [
      await open(context, `/teach/live/${code}`),
      await open(context, `/screen/${code}`),
    ];
    await Promise.all([console, screen].map((page) => page.getByTestId('room-code').first().waitFor()));
    /** All that live regions say on a page from now on, in order. */
    const heard = async (page: Page) => {
      const said: string[] = [];
      await page.exposeFunction('hear', (text: string) =>
        said.push(text.replaceAll('\u200b', '').replaceAll('\u00a0', ' ')),
      );
      await page.evaluate(() => {
        const { hear } = window as unknown as { hear(text: string): void };
        for (const region of document.querySelectorAll('[role="status"].sr-only'))
          new MutationObserver(() => hear(region.textContent ?? '')).observe(region, {
            characterData: true,
            childList: true,
            subtree: true,
          });
      });
      return said;
    };
    const [onConsole, onScreen] = [await heard(console), await heard(screen)];
    // All stand at the door before the first goes in: on a slow machine, too, those that come together do.
    const [ada, ...others] = await Promise.all(
      ['Ada', 'Ben', 'Cem', 'Dia', 'Eva'].map(async (nickname) => {
        const student = new TabStudent(openTab(server.origin), code, nickname);
        await until(`the line of ${nickname}`, () => student.tab.socket.connected);
        return student;
      }),
    );
    await ada!.join();
    await expect.poll(() => onConsole).toEqual([words.first]);
    await Promise.all(others.map((student) => student.join()));
    await expect.poll(() => onConsole.at(-1)).toMatch(words.last);
    await expect.poll(() => onScreen.at(-1)).toMatch(/5/);
    // Fewer sentences than people: who came within five seconds came together.
    for (const said of [onConsole, onScreen]) expect(said.length).toBeLessThan(5);
    closeTabs();
    await context.close();
  },
);

test('“Running for” goes on evenly when the computer’s clock is set an hour on or back', async () => {
  const { code } = await teacher.createClass('handwritten-digits');
  const console = await open(desk, `/teach/live/${code}`);
  const student = await joined(code, 'Ada');
  await console.getByRole('button', { name: 'Begin' }).click();
  const seconds = async () => {
    const text = await console.getByText('Running for').locator('xpath=..').locator('dd').innerText();
    return text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  };
  const ticks = async () => {
    const from = await seconds();
    await expect.poll(seconds).not.toBe(from);
    return await seconds();
  };
  const begun = await ticks();
  for (const hours of [1, -1]) {
    const shifted = await console.evaluate((by) => {
      const before = Date.now();
      (window as unknown as { shift: number }).shift = by * 3_600_000;
      return Date.now() - before;
    }, hours);
    // The control: what is read from this clock is an hour wrong, or two.
    expect(Math.abs(shifted)).toBeGreaterThan(3_000_000);
    const now = await ticks();
    expect(now).toBeGreaterThanOrEqual(begun);
    expect(now).toBeLessThan(begun + 600);
  }
  // Also after a reload: the clock is an hour wrong from the start.
  await console.addInitScript(() => {
    (window as unknown as { shift: number }).shift = 3_600_000;
  });
  await console.reload();
  const reloaded = await ticks();
  expect(reloaded).toBeGreaterThanOrEqual(begun);
  expect(reloaded).toBeLessThan(begun + 600);

  // In the class: the card stays, and says so.
  const card = console.locator('[data-testid="student-card"][data-nickname="Ada"]');
  await student.context().close();
  await expect.poll(() => card.getAttribute('data-state')).toBe('disconnected');
  await console.getByText('Connected', { exact: true }).locator('xpath=..').getByText('0').first().waitFor();
});
