import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LESSONS } from '@/lessons/registry';
import { lessonIn, type WrittenLesson } from '@/lessons/written';
import { sidewaysOverflow } from './axe';
import { launchChromium, watchErrors } from './chromium';
import { sharedServer } from './shared-server';

/** What teachers print and hand out, `/learn/teach` and what is behind it: every link leads where it says, and paper is black on white. */
const PHONE = { width: 390, height: 844 };
/** What an A4 page has within the margins of app/print.css, in CSS pixels. */
const PAPER = { width: 703, height: 1046 };

const server = sharedServer();
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
});

const lessons = LESSONS.map((lesson) => lessonIn(lesson, 'en'));
const headOf = ({ number, text }: Pick<WrittenLesson, 'number' | 'text'>) => `${number} · ${text.title}`;
const waitForHead = (page: Page, name: string) =>
  page.getByRole('heading', { name, exact: true }).first().waitFor();

/** Clicks a link of the page, and waits until its address is open. */
async function click(page: Page, href: string): Promise<void> {
  await page.locator(`main a[href="${href}"]`).first().click();
  await page.waitForURL((url) => `${url.pathname}${url.search}` === href);
}

/** Clicks a link of the page and comes back once `there` has come. */
async function follow(page: Page, href: string, there: () => Promise<unknown>): Promise<void> {
  const from = page.url();
  await click(page, href);
  await there();
  await page.goto(from);
}

const hrefs = (page: Page): Promise<string[]> =>
  page
    .locator('main a')
    .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href')!))].sort());

test('links of plans and worksheets open the lesson, the step and the sheet that they name', async () => {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  const errors = watchErrors(page);
  await page.goto(`${server.origin}/learn/teach`);
  const papers = lessons.flatMap(({ id }) => [`/learn/${id}/teach`, `/learn/${id}/worksheet?sheet=1`]);
  expect(await hrefs(page)).toEqual([...papers, '/learn', '/teach/start'].sort());
  for (const lesson of lessons) {
    const { id, steps, text } = lesson;
    const plan = `/learn/${id}/teach`;
    const sheet = `/learn/${id}/worksheet?sheet=`;
    await page.goto(`${server.origin}/learn/teach`);
    await follow(page, plan, () => waitForHead(page, headOf(lesson)));
    await click(page, `${sheet}1`);
    await page.getByText('Sheet 1', { exact: true }).waitFor();

    const alone = `/learn/${id}`;
    expect(await hrefs(page)).toEqual([plan, `${sheet}1&answers=on`, `${sheet}2`].sort());
    await follow(page, `${sheet}2`, () => page.getByText('Sheet 2', { exact: true }).waitFor());
    await follow(page, `${sheet}1&answers=on`, () => page.getByText('Answer key').waitFor());
    await click(page, plan);
    await page.getByText('What curricula ask for').waitFor();

    const toSteps = steps.map((step) => `${alone}?step=${step.id}`);
    expect(await hrefs(page)).toEqual(['/learn/teach', alone, `${sheet}1`, ...toSteps].sort());
    await follow(page, alone, () => page.getByText(text.title).first().waitFor());
    // Every step is opened by such an address in the walks; that a link of the plan is one of them is seen at the last.
    const last = steps.at(-1)!;
    await follow(page, `${alone}?step=${last.id}`, async () => {
      await waitForHead(page, last.text.title);
      await page.locator(`[data-testid="bench"][data-step-id="${last.id}"]`).waitFor();
    });
  }
  expect(errors).toEqual([]);
});

test.each(['en-GB', 'ja-JP'])(
  'fit a phone, and in the dark print black on white with the lesson’s address, nothing torn between pages, in %s',
  async (locale) => {
    const context = await browser.newContext({
      locale,
      colorScheme: 'dark',
      viewport: PHONE,
    });
    const page = await context.newPage();
    for (const { id } of lessons) {
      for (const paper of ['teach', 'worksheet?sheet=2', 'worksheet?sheet=2&answers=on']) {
        await page.setViewportSize(PHONE);
        await page.emulateMedia({ media: 'screen' });
        await page.goto(`${server.origin}/learn/${id}/${paper}`);
        expect(await sidewaysOverflow(page), `${id} ${paper}`).toBeLessThanOrEqual(0);
        await page.emulateMedia({ media: 'print' });
        expect(await printedDark(page), `${id} ${paper}`).toEqual([]);
        const address = page
          .locator('main p, main span')
          .filter({ hasText: new RegExp(`:\\d+/learn/${id}$`) });
        expect(await address.first().isVisible(), `${id} ${paper}`).toBe(true);
        await page.setViewportSize(PAPER);
        expect(await tornOnPaper(page, PAPER), `${id} ${paper}`).toEqual([]);
      }
    }
  },
);

/** Boxes that would be printed darker than light grey, and letters that would be light. */
function printedDark(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const light = (colour: string) => {
      const [r = 0, g = 0, b = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
      const whole = /^(oklch|oklab|color|lab)/.test(colour) ? r : (r + g + b) / 3 / 255;
      return { whole, alpha };
    };
    return [...document.querySelectorAll<HTMLElement>('body, main, main *:not(svg *)')].flatMap((element) => {
      if (!element.checkVisibility()) return [];
      const { backgroundColor, color } = getComputedStyle(element);
      const back = light(backgroundColor);
      const dark = (back.alpha > 0.1 && back.whole < 0.85) || light(color).whole > 0.6;
      return dark ? [`${element.tagName} ${backgroundColor} ${color}`] : [];
    });
  });
}

/**
 * What would be torn at the end of a page: rows, points of lists, sentences and pictures of which a part is on the next, and headings that are
 * left alone. The page is laid out in columns as large as the paper: the browser breaks both by the same rules.
 */
function tornOnPaper(page: Page, paper: { width: number; height: number }): Promise<string[]> {
  return page.evaluate(({ width, height }) => {
    const { style } = document.body;
    style.cssText = `width: ${width}px; height: ${height}px; min-height: 0; columns: ${width}px auto; column-gap: 0; column-fill: auto`;
    const pageOf = (box: DOMRect) => Math.floor((box.left + 1) / width);
    const pagesOf = (element: Element) => [...element.getClientRects()].map(pageOf);
    const named = (element: Element) => `${element.tagName} ${element.textContent?.slice(0, 40)}`;
    const seen = (element: Element) => element.checkVisibility() && element.getClientRects().length > 0;
    const all = [...document.querySelectorAll('main *')].filter(seen);
    const torn = all.filter(
      (one) => one.matches('table, tr, li, p, figure, svg') && new Set(pagesOf(one)).size > 1,
    );
    const alone = all.filter((one, at) => {
      if (!one.matches('h1, h2, h3, caption, thead')) return false;
      const next = all
        .slice(at + 1)
        .find((other) => !one.contains(other) && !other.matches('.sr-only, .sr-only *'));
      return next !== undefined && pagesOf(next)[0] !== pagesOf(one).at(-1);
    });
    style.cssText = '';
    return [...torn.map((one) => `torn: ${named(one)}`), ...alone.map((one) => `alone: ${named(one)}`)];
  }, paper);
}
