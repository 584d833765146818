import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityProblems, sidewaysOverflow } from '@/tests/browser/axe';
import { everybodyLeaves, launchChromium, openTab, watchErrors } from '@/tests/browser/chromium';
import { sharedServer } from '@/tests/browser/shared-server';
import { encodeText } from './encode-text';
import { IRIS_ALL, IRIS_SEABORN, PENGUINS, TITANIC } from './known-tables';
import { makeWorkbook } from './make-workbook';

/** Files that people bring, given to the real product: what the dialog says of them, and what is trained. */
const server = sharedServer();
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterEach(() => everybodyLeaves(browser));

afterAll(async () => {
  await browser?.close();
});

async function open(hash = '', more: BrowserContextOptions = {}) {
  const page = await openTab(browser, {
    viewport: { width: 1366, height: 768 },
    locale: 'en-GB',
    ...more,
  });
  const errors = watchErrors(page);
  await page.goto(`${server.origin}/lab${hash}`);
  await page.getByTestId('network').waitFor();
  return { page, errors };
}

const input = (name: string) => readFileSync(path.join(import.meta.dirname, 'inputs', name));

/** Drops a file (its content so many times over) on whatever stands in the middle of the page, as a mouse does it. */
async function drop(page: Page, name: string, content: Uint8Array, times = 1): Promise<void> {
  await page.evaluate(
    ([name, bytes, times]) => {
      const carried = new DataTransfer();
      carried.items.add(new File(new Array(times).fill(Uint8Array.from(bytes)), name));
      const under = document.elementFromPoint(innerWidth / 2, innerHeight / 2)!;
      for (const type of ['dragenter', 'dragover', 'drop']) {
        const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: carried });
        const taken = !under.dispatchEvent(event);
        // The browser itself only drops where the one before was taken.
        if (type === 'dragover' && !taken) throw new Error('a file may not be dropped here');
      }
    },
    [name, [...content], times] as const,
  );
}

const will = (page: Page) => page.getByTestId('will-train');
const role = (page: Page, name: string) => page.getByLabel(`Use of ${name}`, { exact: true });
const use = (page: Page) => page.getByRole('button', { name: 'Use these points' });
const attribute = async (page: Page, name: string) =>
  Number((await page.getByTestId('run-status').getAttribute(name)) || 'NaN');

describe('a file dropped on the page', () => {
  test('is read as what it is, and said', async () => {
    const { page, errors } = await open();
    for (const [name, encoding, says] of [
      ['two-animals-shiftjis.csv', 'shift_jis', '30 rows, 2 inputs (scaled), 2 classes: 犬, 鳥.'],
      ['label-column-shiftjis.csv', 'shift_jis', '40 rows, 2 inputs (scaled), 2 classes: いいえ, はい.'],
      ['iris-seaborn.csv', 'utf-8', '30 rows, 4 inputs (scaled), 3 classes: setosa, versicolor, virginica.'],
      ['moons-sep-semicolon.csv', 'utf-8', '40 rows, 2 inputs (scaled), 2 classes: A, B.'],
      ['moons-german-semicolon.csv', 'utf-8', '40 rows, 2 inputs (scaled), 2 classes: gruen, rot.'],
      ['moons-pipe.csv', 'utf-8', '40 rows, 2 inputs (scaled), 2 classes: A, B.'],
      ['title-line.csv', 'utf-8', '4 rows, 2 inputs (scaled), 2 classes: A, B.'],
      ['label-float-int.csv', 'utf-8', '4 rows, 2 inputs (scaled), 2 classes: 0, 1.'],
    ] as const) {
      await drop(page, name, input(name));
      await page.getByText(`From the file “${name}”`).waitFor();
      await expect.poll(() => will(page).textContent()).toBe(says);
      expect(await page.getByLabel(/^Encoding/).inputValue()).toBe(encoding);
    }
    for (const [form, text] of Object.entries(IRIS_ALL)) {
      await drop(page, `${form}.csv`, encodeText(text, 'utf-8'));
      await page.getByText(`From the file “${form}.csv”`).waitFor();
      await expect.poll(() => will(page).textContent()).toMatch(/^12 rows, 4 inputs \(scaled\), 3 classes: /);
    }
    // What Chromium alone decodes as Excel writes it: signs that Windows put where others have none.
    const western = [
      ...'Preis (X),Fl\xe4che (m\xb2),Gr\xf6\xdfe\n'.replace('X', '\x80'),
      ...'1,2,\x84klein\x93\n2,1,gro\xdf\n3,4,\x84klein\x93\n4,3,gro\xdf\n',
    ];
    await drop(
      page,
      'western.csv',
      Uint8Array.from(western, (char) => char.charCodeAt(0)),
    );
    await expect
      .poll(() => will(page).textContent())
      .toBe('4 rows, 2 inputs (scaled), 2 classes: groß, „klein“.');
    expect(await page.getByLabel(/^Encoding/).inputValue()).toBe('windows-1252');
    await role(page, 'Preis (€)').waitFor();
    // Chosen otherwise it reads otherwise, and says what it cannot read; chosen back it is as before.
    await page.getByLabel(/^Encoding/).selectOption('utf-8');
    await page.getByText(/characters cannot be read in this encoding/).waitFor();
    await page.getByLabel(/^Encoding/).selectOption('windows-1252');
    await expect.poll(() => will(page).textContent()).toContain('groß');
    expect(errors).toEqual([]);
  });

  test('that is no table says what it is, and what was there stays', async () => {
    const { page, errors } = await open();
    await drop(page, 'penguins.csv', encodeText(PENGUINS, 'utf-8'));
    const said = '9 rows, 5 inputs (scaled), 3 classes: Adelie, Chinstrap, Gentoo. 1 row with gaps left out.';
    await expect.poll(() => will(page).textContent()).toBe(said);
    for (const [name, content, says, times = 1] of [
      ['xlsx-renamed.csv', input('xlsx-renamed.csv'), 'This is an Excel workbook'],
      ['old.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'This is an old Excel workbook'],
      ['paper.pdf', encodeText('%PDF-1.7', 'utf-8'), 'This is a PDF'],
      ['data.json', encodeText('[{"x": 1}]', 'utf-8'), 'This is JSON'],
      ['huge.csv', new Uint8Array(10_000).fill(0x31), 'at most 5 MB are read', 10_000],
      ['empty.csv', new Uint8Array(0), 'there is nothing in it'],
    ] as [string, Uint8Array, string, number?][]) {
      await drop(page, name, content, times);
      await expect.poll(() => page.getByRole('alert').textContent()).toContain(says);
      expect(await page.getByRole('alert').textContent()).toContain('What was there before is still there');
      expect(await will(page).textContent()).toBe(said);
    }
    expect(errors).toEqual([]);
  });

  test('a workbook has its sheets to choose from', async () => {
    const { page, errors } = await open();
    const rows = Array.from({ length: 12 }, (_, i) => [i % 4, i * i, i % 2 ? '猫' : '犬']);
    const book = makeWorkbook([
      { name: 'メモ', rows: [['作成者', '山田']] },
      { name: '測定', rows: [['長さ', '重さ', '動物'], ...rows] },
    ]);
    await drop(page, 'book.csv', book);
    await page.getByLabel('Sheet').selectOption({ label: '測定' });
    await expect.poll(() => will(page).textContent()).toBe('12 rows, 2 inputs (scaled), 2 classes: 犬, 猫.');
    expect(errors).toEqual([]);
  });
});

describe('what was read', () => {
  test('trains with all its inputs, is kept, and goes out and in again whole', async () => {
    const { page, errors } = await open();
    const long = 'Iris virginica, the one with the broad leaves and the longest petals of all three';
    await drop(page, 'iris.csv', encodeText(IRIS_SEABORN.replaceAll('virginica', `"=${long}"`), 'utf-8'));
    await expect.poll(() => will(page).textContent()).toContain('12 rows, 4 inputs (scaled), 3 classes:');
    await use(page).click();
    await expect.poll(() => page.getByTestId('input-names').textContent()).toContain('petal_width');
    await page.getByText('The other inputs are held at their mean.').waitFor();
    expect(await page.getByTestId('network').getAttribute('aria-label')).toBe('Network 4–4–2–3');
    await page.getByLabel('Learning rate').selectOption('0.1');
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await expect.poll(() => attribute(page, 'data-loss')).toBeLessThan(0.1);
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    const link = page.url();
    await page.reload();
    await expect.poll(() => page.getByTestId('network').getAttribute('aria-label')).toBe('Network 4–4–2–3');

    await page.getByRole('button', { name: 'Own points…' }).click();
    await page.getByRole('tab', { name: 'Paste or upload CSV' }).click();
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as CSV' }).click(),
    ]);
    const bytes = readFileSync(await saved.path());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = bytes.toString('utf-8');
    expect(text).toContain(`"'=${long}"`);
    expect(text).toContain('sepal_length,sepal_width,petal_length,petal_width,species');
    await drop(page, 'points.csv', bytes);
    await expect
      .poll(() => will(page).textContent())
      .toMatch(/12 rows, 4 inputs.*3 classes: =Iris virginica/);

    // Somebody else's browser has not these points: it says so, and has a network all the same.
    const other = await open(new URL(link).hash);
    await other.page.getByText(/made with its writer’s own points/).waitFor();
    expect(await other.page.getByTestId('network').getAttribute('aria-label')).toBe('Network 2–4–2–1');
    expect([...errors, ...other.errors]).toEqual([]);
  });

  test('is chosen otherwise by keyboard alone', async () => {
    const { page, errors } = await open();
    await page.getByRole('button', { name: 'Own points…' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: 'Draw' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    const box = page.getByLabel('CSV: x, y, label');
    await box.focus();
    await page.evaluate((text) => {
      // The clipboard itself asks for leave: this is the same event.
      const carried = new DataTransfer();
      carried.setData('text/plain', text);
      document.activeElement!.dispatchEvent(
        new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: carried }),
      );
      document.execCommand('insertText', false, text);
    }, TITANIC);
    await expect
      .poll(() => will(page).textContent())
      .toBe('10 rows, 5 inputs (scaled), 2 classes: 0, 1. 2 rows with gaps left out.');
    for (const [name, key] of [
      ['Sex', 'further input'],
      ['Parch', 'not used'],
    ] as const) {
      await role(page, name).focus();
      await page.keyboard.type(key);
      await expect.poll(() => role(page, name).locator('option:checked').textContent()).toBe(key);
    }
    await page.getByRole('radio', { name: 'fill with the mean' }).focus();
    await page.keyboard.press('Space');
    await expect
      .poll(() => will(page).textContent())
      .toBe('12 rows, 5 inputs (scaled), 2 classes: 0, 1. 2 gaps filled with the mean.');
    await use(page).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByTestId('input-names').textContent()).toContain('Sex = male');
    expect(errors).toEqual([]);
  });

  test('was kept by an earlier version, and still opens', async () => {
    const { page, errors } = await open();
    await page.evaluate(() => {
      const points = Array.from({ length: 20 }, (_, i) => [(i % 5) - 2, i % 3, i % 2]);
      const kept = {
        classNames: ['low', 'high'],
        columnNames: null,
        scales: [
          [0, 1],
          [0, 1],
        ],
        points,
      };
      localStorage.setItem('work:alone:0:lab:playground:own', JSON.stringify(kept));
    });
    await page.goto(`${server.origin}/lab#points=own&features=x1,x2`);
    await page.reload();
    await page.getByText('high', { exact: true }).first().waitFor();
    expect(errors).toEqual([]);
  });
});

test.each([
  ['ja-JP', 390, 844],
  ['en-GB', 320, 256],
] as const)(
  'nothing for axe to find, nothing scrolls sideways, in %s at %i pixels',
  async (locale, width, height) => {
    const { page, errors } = await open('', { locale, viewport: { width, height } });
    await drop(page, 'titanic.csv', encodeText(TITANIC, 'utf-8'));
    await will(page).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    // The page behind is the concern of its own tests.
    if (width > 320) expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
    const dialog = page.getByRole('dialog');
    expect(await dialog.evaluate((box) => box.scrollWidth - box.clientWidth)).toBeLessThanOrEqual(0);
    expect(errors).toEqual([]);
  },
);

/** What a page does with a file that is dropped on its middle: whether it keeps the browser from opening it. */
const kept = (page: Page) =>
  page.evaluate(() => {
    const carried = new DataTransfer();
    carried.items.add(new File(['x,y,label'], 'points.csv'));
    const under = document.elementFromPoint(innerWidth / 2, innerHeight / 2)!;
    return ['dragover', 'drop'].map(
      (type) =>
        !under.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: carried })),
    );
  });

test('a file dropped where none is wanted never leads away; texts still go into fields', async () => {
  const { page, errors } = await open();
  for (const path of [
    '/',
    '/learn',
    '/learn/perceptron',
    '/learn/neural-networks?step=xor',
    '/teach/sign-in',
  ]) {
    await page.goto(server.origin + path);
    await expect.poll(() => kept(page), { message: path }).toEqual([true, true]);
  }
  const taken = await page.evaluate(() => {
    const carried = new DataTransfer();
    carried.setData('text/plain', 'ada@example.org');
    const event = new DragEvent('dragover', { bubbles: true, cancelable: true, dataTransfer: carried });
    return document.querySelector('input')!.dispatchEvent(event);
  });
  expect(taken).toBe(true);
  // The control: without what the product does, nothing keeps the browser from it.
  await page.evaluate(() => {
    for (const type of ['dragover', 'drop'])
      addEventListener(type, (event) => event.stopImmediatePropagation(), true);
  });
  expect(await kept(page)).toEqual([false, false]);
  expect(errors).toEqual([]);
});
