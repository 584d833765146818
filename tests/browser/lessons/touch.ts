import type { Page } from 'playwright-core';
import { expect } from 'vitest';

export interface Point {
  x: number;
  y: number;
}

/** Drags with a finger, from place to place of the window. */
export async function dragByTouch(page: Page, from: Point, to: Point): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Point[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  await send('touchStart', [from]);
  for (let i = 1; i <= 8; i++) {
    await send('touchMove', [
      { x: from.x + ((to.x - from.x) * i) / 8, y: from.y + ((to.y - from.y) * i) / 8 },
    ]);
  }
  await send('touchEnd', []);
  await session.detach();
}

/** Whatever a finger does here, the page stays where it was. */
export async function withoutScrolling(page: Page, act: () => Promise<void>): Promise<void> {
  const before = await page.evaluate(() => window.scrollY);
  await act();
  expect(await page.evaluate(() => window.scrollY)).toBe(before);
}
