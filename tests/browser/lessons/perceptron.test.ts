import { test } from 'vitest';
import en from '@/client/messages/en/perceptron.json';
import { perceptron } from '@/lessons/perceptron/lesson';
import { PHONE, Stage, testPhone, testWalk, withKeys } from './lesson-walk';
import { walkPerceptron } from './perceptron-walk';
import { dragByTouch, withoutScrolling } from './touch';

const stage = new Stage();

testWalk(stage, perceptron, 'from AND to the last gate of the challenge', walkPerceptron, {
  languages: ['ja'],
});
testWalk(stage, perceptron, 'by keyboard alone, to every goal', withKeys(walkPerceptron), {
  languages: ['en'],
});
testPhone(stage, perceptron);

test('a finger drags the line and θ without scrolling the page', () =>
  stage.alone(perceptron, PHONE, async ({ page, open }) => {
    await open('line');
    const field = page.getByRole('textbox', { name: en.exact.replace('{name}', 'θ'), exact: true });
    const before = Number((await field.inputValue()).replace('−', '-'));
    const plane = page.getByRole('img', { name: /^Plane of the inputs/ });
    await plane.scrollIntoViewIfNeeded();
    const box = (await plane.boundingBox())!;
    // AND's line passes (0.75, 0.75); its window goes from −0.6 to 1.6, in a picture of 300 with its margins.
    const at = (x: number, y: number) => ({
      x: box.x + (box.width / 300) * (30 + ((x + 0.6) / 2.2) * 266),
      y: box.y + (box.height / 300) * (272 - ((y + 0.6) / 2.2) * 268),
    });
    await withoutScrolling(page, async () => {
      await dragByTouch(page, at(0.75, 0.75), at(0.25, 0.25));
      await page.waitForFunction((old) => {
        const input = [...document.querySelectorAll('input')].find((one) => one.ariaLabel?.startsWith('θ'));
        return input !== undefined && Number(input.value.replace('−', '-')) < old - 0.5;
      }, before);
    });
  }));
