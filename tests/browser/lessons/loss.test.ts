import { test } from 'vitest';
import { loss } from '@/lessons/loss/lesson';
import { PHONE, Stage, testPhone, testWalk, withKeys } from './lesson-walk';
import { walkLoss } from './loss-walk';
import { dragByTouch, withoutScrolling } from './touch';

const stage = new Stage();

// By keyboard alone; a class walks it with a mouse, in Japanese: lessons-in-class.
testWalk(stage, loss, 'from the squares to both parts of the challenge, by keyboard', withKeys(walkLoss), {
  languages: ['en'],
  leaves: ['race/slow', 'fair-start/fair', 'fair-start/large'],
});
testPhone(stage, loss);

test('a finger drags the output along the curve without scrolling the page', () =>
  stage.alone(loss, PHONE, async ({ page, open }) => {
    await open('two-losses');
    const plot = page.getByTestId('bench').getByRole('img').first();
    await plot.scrollIntoViewIfNeeded();
    const box = (await plot.boundingBox())!;
    const y = box.y + box.height / 2;
    await withoutScrolling(page, async () => {
      await dragByTouch(page, { x: box.x + box.width * 0.5, y }, { x: box.x + box.width * 0.9, y });
      await page.waitForFunction(() => {
        const now = document.querySelector('[data-testid="loss-now"]');
        return Number(now?.getAttribute('data-y')) > 0.85;
      });
    });
  }));
