import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Draws on the paper: shape 0 a cat's head, 1 a house; each number draws it a little differently. */
export async function drawShape(page: Page, shape: 0 | 1, number: number): Promise<void> {
  const paper = page.getByTestId('drawing-canvas');
  await paper.scrollIntoViewIfNeeded();
  const box = (await paper.boundingBox())!;
  const shift = 0.007 * number;
  const stroke = async (places: readonly (readonly [number, number])[]) => {
    const at = ([x, y]: readonly [number, number]) =>
      [box.x + box.width * x, box.y + box.height * y] as const;
    await page.mouse.move(...at(places[0]!));
    await page.mouse.down();
    for (const place of places.slice(1)) await page.mouse.move(...at(place), { steps: 2 });
    await page.mouse.up();
  };
  if (shape === 0) {
    const head = Array.from({ length: 21 }, (_, i) => {
      const angle = (i / 20) * 2 * Math.PI;
      return [0.5 + (0.28 + shift) * Math.cos(angle), 0.58 + (0.27 - shift) * Math.sin(angle)] as const;
    });
    await stroke(head);
    await stroke([
      [0.28, 0.4],
      [0.26 + shift, 0.12],
      [0.42, 0.31],
    ]);
    await stroke([
      [0.58, 0.31],
      [0.74 - shift, 0.12],
      [0.72, 0.4],
    ]);
    return;
  }
  await stroke([
    [0.2 + shift, 0.82],
    [0.2, 0.45],
    [0.5, 0.14 + shift],
    [0.8, 0.45],
    [0.8 - shift, 0.82],
    [0.2 + shift, 0.82],
  ]);
}

/** How many drawings are counted, over all labels. */
export function countOf(page: Page): Promise<number> {
  return page
    .getByTestId('label-count')
    .evaluateAll((found) => found.reduce((sum, one) => sum + Number((one as HTMLElement).dataset.count), 0));
}

/** Waits until so many drawings are counted. */
export async function waitForCount(page: Page, count: number): Promise<void> {
  await expect.poll(() => countOf(page), { interval: 50 }).toBe(count);
}

/** Waits until the training that is under way has ended by itself. */
export async function waitForFinished(page: Page): Promise<void> {
  await page.locator('[data-testid="run-status"][data-state="finished"]').waitFor();
}
