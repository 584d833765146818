import { expect, test } from 'vitest';
import en from '@/client/messages/en/loop.json';
import { trainingLoop } from '@/lessons/training-loop/lesson';
import { PHONE, Stage, testPhone, testWalk } from './lesson-walk';
import { pickName, walkTrainingLoop } from './training-loop-walk';

const stage = new Stage();

testWalk(stage, trainingLoop, 'from the empty loop to digits', walkTrainingLoop, {
  languages: ['ja'],
  leaves: ['run/step', 'knobs/three'],
});
testPhone(stage, trainingLoop);

test('a finger takes a block by its grip, and scrolls elsewhere', () =>
  stage.alone(trainingLoop, PHONE, async ({ page, open }) => {
    await open('assemble');
    await page.getByRole('button', { name: pickName(en, 'loss') }).tap();
    await page.getByRole('button', { name: en.gap.beforeLoop, exact: true }).tap();
    expect(await page.locator('[data-program] [data-block]').first().getAttribute('data-block')).toBe('loss');
    const grip = page.locator('[data-block="loss"] .touch-none');
    expect(await grip.evaluate((element) => getComputedStyle(element).touchAction)).toBe('none');
  }));
