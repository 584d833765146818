import { test } from 'vitest';
import { gradientDescent } from '@/lessons/gradient-descent/lesson';
import { keysRight, walkGradientDescent } from './gradient-descent-walk';
import { PHONE, Stage, testPhone, testWalk, withKeys } from './lesson-walk';
import { dragByTouch, withoutScrolling } from './touch';

const stage = new Stage();

const leaves = [
  'curve/missed',
  'rate/stories',
  'landscape/three',
  'noise/steps',
  'noise/examples',
  'ahead/another',
];

// A class walks it in English, with a mouse: lessons-in-class.
testWalk(
  stage,
  gradientDescent,
  'by keyboard alone, from a curve to all three landscapes of the challenge',
  withKeys((place) => walkGradientDescent(place, keysRight)),
  { languages: ['ja'], leaves },
);
testPhone(stage, gradientDescent);

test('a finger drags the ball across the landscape without scrolling the page', () =>
  stage.alone(gradientDescent, PHONE, async ({ page, open }) => {
    await open('landscape');
    const map = page.getByTestId('map');
    await map.scrollIntoViewIfNeeded();
    const box = (await map.boundingBox())!;
    const at = (x: number, y: number) => ({ x: box.x + box.width * x, y: box.y + box.height * y });
    await withoutScrolling(page, async () => {
      await dragByTouch(page, at(0.2, 0.2), at(0.75, 0.75));
      // Three quarters to the right of a map from −4 to 4 is 2, three quarters down −2.
      await page.waitForFunction(() => {
        const values = [...document.querySelectorAll('input')].map((input) =>
          Number(input.value.replace('−', '-')),
        );
        return (
          values.some((value) => Math.abs(value - 2) < 0.1) &&
          values.some((value) => Math.abs(value + 2) < 0.1)
        );
      });
    });
  }));
