import { expect, test } from 'vitest';
import { backpropagation } from '@/lessons/backpropagation/lesson';
import { blank, chip, walkBackpropagation } from './backpropagation-walk';
import { PHONE, Stage, testPhone, testWalk, withKeys } from './lesson-walk';

const stage = new Stage();

testWalk(
  stage,
  backpropagation,
  'by keyboard alone, from the forward pass to the whole gradient',
  withKeys(walkBackpropagation),
  { languages: ['en'], leaves: ['forward/origin'] },
);
testPhone(stage, backpropagation);

test('on a phone a tap on the picture writes into the field below it', () =>
  stage.alone(backpropagation, PHONE, async ({ page, open }) => {
    await open('challenge');
    await chip(page, 'gw6').tap();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-blank')))
      .toBe('gw6');
    await chip(page, 'y2').tap();
    await page.getByRole('button', { name: '×', exact: true }).tap();
    await chip(page, 'y1').tap();
    expect(await blank(page, 'gw6').inputValue()).toMatch(/^0\.\d{4} × 0\.\d{4}$/);
    await page.getByTestId('field-note').getByText(/=/).waitFor();
  }));
