import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { LESSONS } from '@/lessons/registry';
import type { RegisteredTeacher } from '@/people/teacher';
import { round } from './percentiles';

/** What a page has asked for by the time that it is quiet. Sizes are bytes after gzip, each file on its own. */
interface Load {
  document: number;
  /** Scripts by address; those of workers too. */
  scripts: ReadonlyMap<string, number>;
}

/** One row of the table; kB are 1,000 bytes after gzip. */
export interface PageWeight {
  page: string;
  documentGzKb: number;
  /** All scripts, workers' included. */
  jsGzKb: number;
  /** Scripts that not every lesson page loads; null where the page is no lesson. */
  beyondFrameGzKb: number | null;
}

/** Bytes after gzip of one address, fetched once. */
const sizes = new Map<string, Promise<number>>();

function sizeOf(url: string): Promise<number> {
  let size = sizes.get(url);
  if (!size) {
    size = fetch(url).then(async (answer) => gzipSync(Buffer.from(await answer.arrayBuffer())).length);
    sizes.set(url, size);
  }
  return size;
}

const isScript = (url: string) => url.startsWith('http') && new URL(url).pathname.endsWith('.js');

/** The scripts that a page's workers run: a worker's own requests are not told to the page. */
async function workerScripts(page: Page): Promise<string[]> {
  const found = page
    .workers()
    .map(async (worker) => [
      worker.url(),
      ...(await worker
        .evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
        .catch((): string[] => [])),
    ]);
  return (await Promise.all(found)).flat();
}

/** Watches a page's requests. Call before it is opened; `load` gives what came until the page was quiet. */
export function watchLoad(page: Page): { load(): Promise<Load> } {
  let document = Promise.resolve(0);
  const asked = new Set<string>();
  page.on('response', (response) => {
    const type = response.request().resourceType();
    if (type === 'document' && response.frame() === page.mainFrame()) {
      document = response.body().then((body) => gzipSync(body).length);
    }
    if (type === 'script') asked.add(response.url());
  });
  return {
    async load() {
      await page.waitForLoadState('networkidle');
      // Code that is fetched ahead begins once the page stands.
      await page.waitForTimeout(1_500);
      await page.waitForLoadState('networkidle');
      const urls = [...asked, ...(await workerScripts(page))].map((url) => url.replace(/[?#].*/, ''));
      const scripts = new Map<string, number>();
      for (const url of new Set(urls.filter(isScript))) scripts.set(url, await sizeOf(url));
      return { document: await document, scripts };
    },
  };
}

/** The sum of a load's scripts in kB. @param frame addresses that do not count */
function scriptKb(load: Load, frame: ReadonlySet<string> = new Set()): number {
  let bytes = 0;
  for (const [url, size] of load.scripts) if (!frame.has(url)) bytes += size;
  return round(bytes / 1_000, 1);
}

async function loadOf(
  context: BrowserContext,
  address: string,
  then: (page: Page) => Promise<void>,
): Promise<Load> {
  const page = await context.newPage();
  const watch = watchLoad(page);
  await page.goto(address);
  await then(page);
  const load = await watch.load();
  await page.close();
  return load;
}

const stands = async () => {};

/** Every lesson alone, each with an empty cache, and the lab: what loads with the page, before anything is pressed. */
async function lessonLoads(browser: Browser, origin: string): Promise<{ page: string; load: Load }[]> {
  const loads: { page: string; load: Load }[] = [];
  for (const address of [...LESSONS.map(({ id }) => `/learn/${id}`), '/lab']) {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en-GB' });
    loads.push({ page: address, load: await loadOf(context, origin + address, stands) });
    await context.close();
  }
  return loads;
}

/** The landing page, a class's page and its console, as a student and a teacher meet them first. */
async function classLoads(
  browser: Browser,
  origin: string,
  teacher: RegisteredTeacher,
  code: string,
): Promise<{ page: string; load: Load }[]> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en-GB' });
  const landing = await loadOf(context, origin, stands);
  const joining = await context.newPage();
  await joining.goto(`${origin}/join/${code}`);
  await joining.getByRole('textbox', { name: 'Nickname' }).fill('Weigher');
  await joining.getByRole('button', { name: 'Join class' }).click();
  await joining.waitForURL('**/class/**');
  await joining.close();
  const student = await loadOf(context, `${origin}/class/${code}`, async (page) => {
    await page.getByTestId('bench').waitFor();
  });
  await context.close();
  const desk = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en-GB' });
  await desk.addCookies(teacher.cookies(origin));
  const console = await loadOf(desk, `${origin}/teach/live/${code}`, stands);
  await desk.close();
  return [
    { page: '/', load: landing },
    { page: '/class/CODE', load: student },
    { page: '/teach/live/CODE', load: console },
  ];
}

/**
 * Weighs the pages. The shared frame is what every one of the ten lesson pages loads; beyond it is what a lesson adds:
 * its bench, the next one that is fetched ahead, and whatever workers start by themselves.
 * @param code a class that is under way
 */
export async function weighPages(
  browser: Browser,
  origin: string,
  teacher: RegisteredTeacher,
  code: string,
): Promise<{ sharedFrameGzKb: number; pages: PageWeight[] }> {
  const lessons = await lessonLoads(browser, origin);
  const learned = lessons.filter(({ page }) => page.startsWith('/learn/'));
  const frame = new Set(
    [...learned[0]!.load.scripts.keys()].filter((url) => learned.every(({ load }) => load.scripts.has(url))),
  );
  const rows = [...(await classLoads(browser, origin, teacher, code)), ...lessons];
  const first = learned[0]!.load;
  let frameBytes = 0;
  for (const url of frame) frameBytes += first.scripts.get(url)!;
  return {
    sharedFrameGzKb: round(frameBytes / 1_000, 1),
    pages: rows.map(({ page, load }) => ({
      page,
      documentGzKb: round(load.document / 1_000, 1),
      jsGzKb: scriptKb(load),
      beyondFrameGzKb: /^\/(learn|lab)/.test(page) ? scriptKb(load, frame) : null,
    })),
  };
}
