import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { Stage } from '@/tests/browser/lessons/lesson-walk';

/** Links of TensorFlow's Playground in the lab: in the address, and pasted into its field. */

const stage = new Stage();

const XOR =
  'activation=tanh&batchSize=10&dataset=xor&regDataset=reg-plane&learningRate=0.03&regularizationRate=0&noise=0&networkShape=1&seed=0.60237&showTestData=false&discretize=false&percTrainData=50&x=true&y=true&xTimesY=false&xSquared=false&ySquared=false&cosX=false&sinX=false&cosY=false&sinY=false&collectStats=false&problem=classification&initZero=false&hideText=false';
const SPIRAL =
  'https://playground.tensorflow.org/#activation=relu&regularization=L2&batchSize=30&dataset=spiral&learningRate=0.1&regularizationRate=0.001&noise=25&networkShape=8,6&seed=0.1&showTestData=true&discretize=true&percTrainData=70&x=true&y=true&sinX=true&sinY=true&cosX=true&problem=classification&learningRate_hide=true';

/** The setup that the address says once the lab has written it, which it does when something changes. */
async function written(page: Page): Promise<URLSearchParams> {
  await page.waitForFunction(() => location.hash.startsWith('#points='));
  return new URLSearchParams(new URL(page.url()).hash.slice(1));
}

test('a whole link behind the address of the lab opens as it was; what differs is named', async () => {
  await stage.alone({ id: 'lab' }, {}, async ({ page }) => {
    await page.goto(`${stage.server.origin}/lab#${XOR}`);
    await page.getByTestId('network').waitFor();
    await page.getByText('Opened from the TensorFlow Playground').waitFor();
    const notice = page
      .getByRole('status')
      .or(page.getByRole('alert'))
      .filter({ hasText: 'TensorFlow' })
      .first();
    expect(await notice.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringContaining('Seed “0.60237”'),
      expect.stringContaining('sigmoid'),
    ]);
    await page.getByRole('button', { name: 'OK', exact: true }).click();
    await page.getByText('Show test points').click();
    const setup = await written(page);
    expect(Object.fromEntries(setup)).toMatchObject({
      points: 'xor',
      hidden: '1',
      count: '500',
      features: 'x1,x2',
      rate: '0.03',
    });
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await page.waitForFunction(
      () => Number(document.querySelector<HTMLElement>('[data-testid="run-status"]')?.dataset.step) > 5,
    );
  });
});

test.each([
  ['en', 'en-GB', 'Open a link…', 'Link', 'Open', 'no set-up in this', 'cosines are no features'],
  ['ja', 'ja-JP', 'リンクを開く…', 'リンク', '開く', '設定が含まれていません', 'コサインの特徴'],
])(
  'a link pasted into the field, in %s: a wrong one loses nothing',
  async (_l, locale, button, field, open, wrong, cosine) => {
    await stage.alone({ id: 'lab' }, { locale }, async ({ page }) => {
      await page.goto(`${stage.server.origin}/lab`);
      await page.getByTestId('network').waitFor();
      await page.getByRole('button', { name: button }).click();
      const box = page.getByRole('textbox', { name: field, exact: true });
      await box.fill('https://example.org/nothing');
      await box.press('Enter');
      await page.getByRole('alert').filter({ hasText: wrong }).waitFor();
      expect(await box.inputValue()).toBe('https://example.org/nothing');
      await box.fill(SPIRAL);
      await page.getByRole('button', { name: open, exact: true }).click();
      await page.getByText(cosine, { exact: false }).waitFor();
      expect(Object.fromEntries(await written(page))).toMatchObject({
        points: 'spiral',
        noise: '0.25',
        train: '0.7',
        features: 'x1,x2,sin-x1,sin-x2',
        hidden: '8,6',
        activation: 'relu',
        rate: '0.1',
        batch: '30',
        l1: '0',
        l2: '0.001',
        test: '1',
        discretise: '1',
        hide: 'learning-rate',
      });
      // Our own link, taken from the address, leads back to the same.
      const own = page.url();
      await page.goto('about:blank');
      await page.goto(own);
      await page.getByTestId('network').waitFor();
      expect(Object.fromEntries(await written(page))).toMatchObject({ points: 'spiral', hidden: '8,6' });
    });
  },
);
