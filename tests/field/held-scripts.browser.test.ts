import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import enErrors from '@/client/messages/en/errors.json';
import { createTeacher } from '@/people/teacher';
import { launchChromium, watchErrors } from '@/tests/browser/chromium';
import { sharedServer } from '@/tests/browser/shared-server';
import { HoldingFilter } from './holding-filter';

/** A page's own scripts and style sheets, the way to another page and the code of workers, each held back when it is first asked for. */
const server = sharedServer();
let browser: Browser;
const opened: HoldingFilter[] = [];

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await Promise.all(opened.map((filter) => filter.stop()));
});

/** A browser of its own behind a filter of its own. */
async function behind(holds: (path: string) => boolean, locale = 'en-GB') {
  const filter = await HoldingFilter.start(server.origin);
  filter.holds = holds;
  const context = await browser.newContext({ locale, viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  opened.push(filter);
  return { filter, page, errors: watchErrors(page) };
}

/** What holds an address back the first time it is asked for. */
function firstTime(matches: (path: string) => boolean): (path: string) => boolean {
  const asked = new Set<string>();
  return (path) => {
    if (!matches(path) || asked.has(path)) return false;
    asked.add(path);
    return true;
  };
}

const notice = (page: Page, errors = enErrors) => page.getByTestId('held-back').getByText(errors.held.title);
const isScript = (path: string) => /^\/_next\/.*\.js/.test(path);

test.concurrent('scripts that are held back when first asked for: asked for again, and the page comes to life', async () => {
  const { page, filter } = await behind(firstTime((path) => isScript(path) && !path.includes('again=')));
  await page.goto(`${filter.origin}/learn/perceptron`, { waitUntil: 'commit' });
  await notice(page).waitFor();
  await page.locator('[data-testid="bench"] fieldset').first().waitFor();
  await notice(page).waitFor({ state: 'detached' });
  expect(filter.held.length).toBeGreaterThan(0);
});

test.concurrent('scripts that never come: it is told for as long as that is so', async () => {
  const { page, filter } = await behind(isScript);
  await page.goto(`${filter.origin}/learn/perceptron`, { waitUntil: 'commit' });
  await notice(page).waitFor();
  // They are asked for again.
  await expect.poll(() => filter.held.some((path) => path.includes('again='))).toBe(true);
  expect(await notice(page).isVisible()).toBe(true);
});

test.concurrent('style sheets: the page is shown without them, and with them once they come', async () => {
  const { page, filter } = await behind((path) => /\.css/.test(path) && !path.includes('again='));
  await page.goto(`${filter.origin}/`, { waitUntil: 'commit' });
  await page.getByRole('textbox').first().waitFor();
  await page.waitForFunction(() => getComputedStyle(document.body).fontFamily.includes('Atkinson'));
  expect(filter.held.length).toBeGreaterThan(0);
});

test.concurrent('the way to another page: told, then opened whole', async () => {
  const { page, filter } = await behind((path) => path.includes('_rsc='));
  await page.goto(`${filter.origin}/learn`);
  await page.locator('a[href="/lab"]').first().click();
  await notice(page).waitFor();
  await page.waitForURL(/\/lab/);
  await page.getByTestId('run-status').first().waitFor();
});

test.concurrent.each(['/teach/live/', '/screen/'])(
  'the line to the class on %s: told, and it opens once it is let through',
  async (path) => {
    const { page, filter } = await behind(() => false);
    const teacher = await createTeacher(filter.origin);
    const { code } = await teacher.createClass('perceptron');
    let open = false;
    filter.holds = (asked) => asked.startsWith('/socket.io/') && !open;
    await page.context().addCookies(teacher.cookies(filter.origin));
    await page.goto(filter.origin + path + code);
    await notice(page).waitFor();
    open = true;
    await page.getByText(code).first().waitFor();
    await notice(page).waitFor({ state: 'detached' });
  },
);

/** Benches whose worker is of each kind, and what shows that it has worked. */
const WORKERS: Record<string, { path: string; works: (page: Page) => Promise<unknown> }> = {
  playground: {
    path: '/learn/neural-networks?step=0',
    works: (page) => page.locator('[data-testid="run-status"]:not([data-loss=""])').first().waitFor(),
  },
  course: {
    path: '/learn/loss?step=race',
    works: (page) => page.getByRole('button', { name: 'Train' }).first().waitFor(),
  },
};

test.concurrent.each(Object.keys(WORKERS))(
  'the worker of the %s bench: told, started anew, works',
  async (kind) => {
    const { path, works } = WORKERS[kind]!;
    const { page, filter, errors } = await behind(firstTime((asked) => asked.includes('/turbopack-worker')));
    await page.goto(filter.origin + path);
    await notice(page).waitFor();
    await notice(page).waitFor({ state: 'detached' });
    await works(page);
    expect(filter.held.length).toBe(1);
    expect(errors).toEqual([]);
  },
);
