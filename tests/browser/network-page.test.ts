import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { fromStrokes } from '@/engine/digits/from-strokes';
import { probabilitiesOf } from '@/engine/network/probabilities';
import { Training } from '@/engine/training/training';
import { startNodeBackend } from '@/engine/verify/start-node-backend';
import type { Experiment } from '@/protocol/experiment';
import { networkPage } from '@/server/export/network/page/network-page';
import { samplePictures } from '@/server/export/network/page/sample-pictures';
import type { TakenNetwork } from '@/server/export/network/taken-network';
import { SMALL } from '@/tests/engine/experiments';
import { collect, nodePlace } from '@/tests/engine/training/node-place';
import { whole } from '@/tests/server/export/made-source';
import { engineLogits } from '@/tests/server/export/network/made-networks';
import { madeTaken } from '@/tests/server/export/network/made-taken';
import { accessibilityProblems, sidewaysOverflow } from './axe';
import { everybodyLeaves, launchChromium, openTab, watchErrors } from './chromium';

/** A network's own page in real Chromium, opened as a file. */
let browser: Browser;
let network: TakenNetwork;
const folder = mkdtempSync(path.join(tmpdir(), 'perceptroom-page-'));

beforeAll(async () => {
  await startNodeBackend();
  const experiment: Experiment = {
    ...SMALL,
    network: { kind: 'convolutional', filters: [6], kernel: 5, dense: 24, activation: 'relu' },
    examples: 800,
    epochs: 2,
    optimizer: 'adam',
    learningRate: 0.004,
  };
  const training = new Training(experiment, await nodePlace());
  await collect(training);
  const { weights } = await training.between((trained) => trained.state());
  training.dispose();
  network = { ...madeTaken({ experiment, student: '</script><b>花子' }), weights };
  browser = await launchChromium();
});

afterEach(() => everybodyLeaves(browser));

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(given: Partial<TakenNetwork>, looks: Parameters<typeof openTab>[1]) {
  const file = path.join(folder, 'network.html');
  writeFileSync(file, await whole(networkPage({ ...network, ...given })));
  const page = await openTab(browser, looks);
  const errors = watchErrors(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  return { page, errors, asked };
}

/** A nought, in shares of the paper. */
const NOUGHT = Array.from({ length: 41 }, (_, i) => {
  const turn = (2 * Math.PI * i) / 40;
  return [0.5 + 0.19 * Math.sin(turn), 0.5 - 0.3 * Math.cos(turn)] as const;
});

async function drawNought(page: Page): Promise<void> {
  const box = (await page.locator('#paper').boundingBox())!;
  const at = ([x, y]: readonly [number, number]) => [box.x + x * box.width, box.y + y * box.height] as const;
  await page.mouse.move(...at(NOUGHT[0]!));
  await page.mouse.down();
  for (const place of NOUGHT) await page.mouse.move(...at(place));
  await page.mouse.up();
}

/** The picture as the page gives it to the network: the ink of what it shows. */
const seenBy = (page: Page) =>
  page.locator('#seen').evaluate((canvas) => {
    const { data } = (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, 28, 28);
    return Array.from({ length: 784 }, (_, i) => data[i * 4 + 3]!);
  });

const sharesOn = async (page: Page) =>
  (await page.locator('#answers output').allTextContents()).map((text) => Number.parseFloat(text) / 100);

describe('a network’s own page, from file://', () => {
  test('reads a digit drawn by hand as the engine does, and asks nobody for anything', async () => {
    const { page, errors, asked } = await open(
      {},
      { viewport: { width: 1366, height: 768 }, locale: 'en-GB' },
    );
    await expect.poll(() => page.title()).toBe('The network of </script><b>花子');
    await drawNought(page);
    await expect.poll(() => page.locator('#said').textContent()).toMatch(/^Its answer: 0 /);
    const seen = await seenBy(page);
    const shares = probabilitiesOf(
      await engineLogits(
        network,
        Float32Array.from(seen, (v) => v / 255),
      ),
      10,
    );
    (await sharesOn(page)).forEach((share, label) => {
      expect(Math.abs(share - shares[label]!), `label ${label}`).toBeLessThan(0.0006);
    });
    // The product’s own way from a hand to a picture; a mouse stands on whole pixels.
    const meant = fromStrokes(null, [{ erase: false, path: NOUGHT.flat() }]);
    expect(seen.reduce((sum, value, i) => sum + Math.abs(value - meant[i]!), 0) / 784).toBeLessThan(6);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(asked).toEqual([page.url()]);
    expect(errors).toEqual([]);

    await page.getByRole('button', { name: 'Undo' }).click();
    await expect
      .poll(() => page.locator('#said').textContent())
      .toBe('Draw something or take a picture, and the network answers.');
    // Without drawing: a picture as it is, answered as the engine answers it.
    await page.getByRole('button', { name: 'A picture of “7”' }).click();
    const sample = (await samplePictures('digits'))[7]!;
    await expect.poll(() => seenBy(page)).toEqual([...sample]);
    const input = Float32Array.from(sample, (value) => value / 255);
    const answered = probabilitiesOf(await engineLogits(network, input), 10);
    const best = answered.indexOf(Math.max(...answered));
    expect(await page.locator('#said').textContent()).toMatch(new RegExp(`^Its answer: ${best} `));
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test('on a phone, in Japanese, in the dark, with keys alone', async () => {
    const { page, errors } = await open(
      { language: 'ja', student: null },
      { viewport: { width: 390, height: 844 }, locale: 'ja-JP', colorScheme: 'dark' },
    );
    expect(await sidewaysOverflow(page)).toBe(0);
    await page.locator('#paper').focus();
    await page.keyboard.press('Space');
    for (let row = 0; row < 9; row += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await expect.poll(() => page.locator('#told').textContent()).toMatch(/^答え：/);
    await page.keyboard.press('Delete');
    await page.getByRole('button', { name: '「3」の画像' }).press('Enter');
    await expect.poll(() => page.locator('#told').textContent()).toMatch(/^答え：/);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(errors).toEqual([]);
  });
});
