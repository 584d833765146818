import type { CDPSession, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { handwrittenDigits } from '@/lessons/handwritten-digits/lesson';
import { Stage } from '@/tests/browser/lessons/lesson-walk';
import { HAND_DIGITS } from './hand-digits';

type Spot = readonly [x: number, y: number];

const stage = new Stage();

/** Hands on a part of a page: what they do goes through the browser's own input, not through made-up events. */
class Hands {
  private touches = new Map<number, { x: number; y: number; id: number; radiusX: number; radiusY: number }>();

  private constructor(
    private readonly cdp: CDPSession,
    private readonly box: { x: number; y: number; width: number; height: number },
  ) {}

  static async on(page: Page, selector: string): Promise<Hands> {
    const part = page.locator(selector).first();
    await part.scrollIntoViewIfNeeded();
    return new Hands(await page.context().newCDPSession(page), (await part.boundingBox())!);
  }

  private at([x, y]: Spot) {
    return { x: this.box.x + x * this.box.width, y: this.box.y + y * this.box.height };
  }

  async pointer(
    pointerType: 'mouse' | 'pen',
    type: 'mousePressed' | 'mouseMoved' | 'mouseReleased',
    spot: Spot,
    more: { button?: 'left' | 'right' | 'none'; force?: number } = {},
  ): Promise<void> {
    const button = more.button ?? 'left';
    await this.cdp.send('Input.dispatchMouseEvent', {
      type,
      pointerType,
      ...this.at(spot),
      button,
      buttons: type === 'mouseReleased' || button === 'none' ? 0 : button === 'right' ? 2 : 1,
      clickCount: 1,
      force: more.force ?? 0,
    });
  }

  /** One stroke through some spots. */
  async stroke(pointerType: 'mouse' | 'pen', spots: readonly Spot[], force?: number): Promise<void> {
    await this.pointer(pointerType, 'mousePressed', spots[0]!, { force: force ?? 0 });
    for (const spot of spots.slice(1))
      await this.pointer(pointerType, 'mouseMoved', spot, { force: force ?? 0 });
    await this.pointer(pointerType, 'mouseReleased', spots.at(-1)!);
  }

  /** A finger goes down or on. */
  async touch(id: number, spot: Spot, radius = 10): Promise<void> {
    const type = this.touches.has(id) ? 'touchMove' : 'touchStart';
    this.touches.set(id, { ...this.at(spot), id, radiusX: radius, radiusY: radius });
    await this.cdp.send('Input.dispatchTouchEvent', { type, touchPoints: [...this.touches.values()] });
  }

  async lift(id: number): Promise<void> {
    this.touches.delete(id);
    await this.cdp.send('Input.dispatchTouchEvent', {
      type: 'touchEnd',
      touchPoints: [...this.touches.values()],
    });
  }

  /** As the system does when it takes the fingers for something else. */
  async cancel(): Promise<void> {
    this.touches.clear();
    await this.cdp.send('Input.dispatchTouchEvent', { type: 'touchCancel', touchPoints: [] });
  }
}

const PAPER = '[data-testid="drawing-canvas"]';
const SEVEN: readonly Spot[] = [
  [0.25, 0.2],
  [0.75, 0.2],
  [0.42, 0.85],
];

/** The picture that the network is given. */
function seen(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('canvas[width="28"]')!;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, 28, 28);
    return Array.from({ length: 784 }, (_, i) => Math.abs(data[i * 4]! - data[0]!));
  });
}

const strokesOn = (page: Page) => page.locator(PAPER).getAttribute('aria-label');

async function waitForStrokes(page: Page, count: number): Promise<void> {
  const words =
    count === 0 ? 'The paper is empty.' : `${count} stroke${count === 1 ? '' : 's'} on the paper.`;
  await page.waitForFunction(
    ([selector, ending]) => document.querySelector(selector!)?.getAttribute('aria-label')?.endsWith(ending!),
    [PAPER, words],
  );
}

async function clear(page: Page): Promise<void> {
  await page.locator(PAPER).press('Delete');
  await waitForStrokes(page, 0);
}

/** Until no pen was heard of for so long that a finger draws again. */
async function forgetPen(page: Page): Promise<void> {
  await page.reload();
  await page.locator(PAPER).waitFor();
}

/** What the network sees, once it is painted: the words beside the paper change before the picture does. */
async function settled(page: Page): Promise<readonly number[]> {
  let before: readonly number[] = [];
  for (;;) {
    const picture = await seen(page);
    if (picture.some((value) => value > 0) && picture.every((value, i) => value === before[i]))
      return picture;
    before = picture;
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
    );
  }
}

function apart(a: readonly number[], b: readonly number[]): number {
  const ink = a.reduce((sum, value) => sum + value, 0);
  return a.reduce((sum, value, i) => sum + Math.abs(value - b[i]!), 0) / ink;
}

test('hands on the paper: pen before palm, nothing of a cancelled touch, one stroke a hand', async () => {
  await stage.alone(handwrittenDigits, { hasTouch: true }, async ({ page, open }) => {
    await open('draw');
    await page.locator(PAPER).waitFor();
    let hands = await Hands.on(page, PAPER);
    await hands.stroke('mouse', SEVEN);
    await waitForStrokes(page, 1);
    const seven = await settled(page);
    expect(seven.some((value) => value > 100)).toBe(true);
    await clear(page);

    // Control: a touch without a pen near draws.
    await hands.touch(1, [0.8, 0.9], 30);
    await waitForStrokes(page, 1);
    // The palm rests; the pen comes and writes; the palm moves, another finger touches, all are lifted.
    await hands.pointer('pen', 'mouseMoved', SEVEN[0]!, { button: 'none' });
    await waitForStrokes(page, 0);
    await hands.pointer('pen', 'mousePressed', SEVEN[0]!, { force: 0.5 });
    await hands.touch(1, [0.82, 0.92], 30);
    await hands.touch(2, [0.9, 0.7]);
    await hands.pointer('pen', 'mouseMoved', SEVEN[1]!, { force: 0.5 });
    await hands.lift(2);
    await hands.pointer('pen', 'mouseMoved', SEVEN[2]!, { force: 0.5 });
    await hands.pointer('pen', 'mouseReleased', SEVEN[2]!);
    await hands.lift(1);
    // Between two strokes of the pen the hand comes down again.
    await hands.touch(3, [0.7, 0.95], 30);
    await hands.lift(3);
    await waitForStrokes(page, 1);
    expect(apart(seven, await settled(page))).toBeLessThan(0.1);
    // It was not there for undo either.
    await page.getByRole('button', { name: 'Undo' }).click();
    await waitForStrokes(page, 0);

    // A palm that came and went a moment before the pen; a finger's long stroke stays.
    await forgetPen(page);
    hands = await Hands.on(page, PAPER);
    await hands.touch(1, [0.2, 0.2]);
    await hands.touch(1, [0.2, 0.8]);
    await hands.lift(1);
    await hands.touch(1, [0.8, 0.9], 30);
    await hands.touch(1, [0.82, 0.91], 30);
    await hands.lift(1);
    await waitForStrokes(page, 2);
    await hands.stroke('pen', SEVEN, 0.5);
    await waitForStrokes(page, 2);
    await page.locator(PAPER).press('Control+z');
    await waitForStrokes(page, 1);

    await forgetPen(page);
    hands = await Hands.on(page, PAPER);
    await hands.stroke('mouse', SEVEN);
    await waitForStrokes(page, 1);
    // A touch that the system takes away, with a line drawn already; then one that is merely lifted.
    await hands.touch(1, [0.1, 0.9]);
    await hands.touch(1, [0.3, 0.95]);
    await waitForStrokes(page, 2);
    await hands.cancel();
    await waitForStrokes(page, 1);
    expect(apart(seven, await settled(page))).toBeLessThan(0.02);
    await clear(page);

    // Two fingers and the mouse at once: three strokes, none of which jumps to another.
    await hands.touch(1, [0.2, 0.2]);
    await hands.touch(2, [0.8, 0.2]);
    await hands.pointer('mouse', 'mousePressed', [0.5, 0.2]);
    for (const y of [0.4, 0.6, 0.8]) {
      await hands.touch(1, [0.2, y]);
      await hands.pointer('mouse', 'mouseMoved', [0.5, y]);
      await hands.touch(2, [0.8, y]);
    }
    await hands.lift(2);
    await hands.pointer('mouse', 'mouseReleased', [0.5, 0.8]);
    await hands.lift(1);
    await waitForStrokes(page, 3);
    const three = await settled(page);
    const inkAt = (column: number) => three.filter((value, i) => i % 28 === column && value > 60).length;
    expect([4, 14, 23].map(inkAt).every((rows) => rows > 15)).toBe(true);
    expect(inkAt(9) + inkAt(19)).toBe(0);
    await clear(page);

    // The right button draws nothing; a stroke that leaves the paper goes on where it comes back; lost capture ends it.
    await hands.pointer('mouse', 'mousePressed', [0.5, 0.5], { button: 'right' });
    await hands.pointer('mouse', 'mouseMoved', [0.7, 0.7], { button: 'right' });
    await hands.pointer('mouse', 'mouseReleased', [0.7, 0.7], { button: 'right' });
    await page.keyboard.press('Escape');
    expect(await strokesOn(page)).toContain('empty');
    await hands.stroke('mouse', [
      [0.5, 0.5],
      [1.4, 0.5],
      [0.5, 0.8],
    ]);
    await hands.pointer('mouse', 'mouseMoved', [0.1, 0.1], { button: 'none' });
    await waitForStrokes(page, 1);
    await hands.pointer('mouse', 'mousePressed', [0.2, 0.2]);
    await page.locator(PAPER).evaluate((paper) => paper.releasePointerCapture(1));
    await hands.pointer('mouse', 'mouseMoved', [0.25, 0.2]);
    await hands.pointer('mouse', 'mouseMoved', [0.9, 0.9]);
    await hands.pointer('mouse', 'mouseReleased', [0.9, 0.9]);
    await hands.stroke('mouse', SEVEN);
    await waitForStrokes(page, 3);
    await clear(page);

    // What a page may not know: pointers that are made up, gone before they are captured, or pressed without a number.
    await page.locator(PAPER).evaluate((paper) => {
      const box = paper.getBoundingClientRect();
      const tell = (type: string, pointerId: number, x: number, y: number) =>
        paper.dispatchEvent(
          new PointerEvent(type, {
            bubbles: true,
            cancelable: true,
            pointerId,
            pointerType: 'pen',
            clientX: box.left + x * box.width,
            clientY: box.top + y * box.height,
          }),
        );
      tell('pointerdown', 71, 0.3, 0.3);
      tell('pointermove', 71, 0.3, 0.7);
      tell('pointerup', 71, 0.3, 0.7);
      tell('pointerdown', 72, 0.6, 0.3);
      tell('pointermove', 72, 0.6, 0.7);
      tell('pointercancel', 72, 0.6, 0.7);
    });
    await waitForStrokes(page, 1);
  });
});

test('a digit a tenth as large as the paper is the same picture; a finger on the paper draws, beside it scrolls', async () => {
  const phone = { hasTouch: true, viewport: { width: 390, height: 600 } };
  await stage.alone(handwrittenDigits, phone, async ({ page, open }) => {
    await open('draw');
    const hands = await Hands.on(page, PAPER);
    const write = async (digit: number, size: number, left: number, top: number) => {
      await clear(page);
      const strokes = HAND_DIGITS[digit]!;
      for (const spots of strokes)
        await hands.stroke(
          'mouse',
          spots.map(([x, y]) => [left + size * x, top + size * y]),
        );
      await waitForStrokes(page, strokes.length);
      return settled(page);
    };
    for (const digit of [2, 4, 7]) {
      const large = await write(digit, 0.8, 0.1, 0.1);
      expect(apart(large, await write(digit, 0.1, 0.85, 0.05)), String(digit)).toBeLessThan(0.2);
    }
    await clear(page);
    const scrolled = () => page.evaluate(() => scrollY);
    const before = await scrolled();
    for (const y of [0.9, 0.6, 0.3]) await hands.touch(1, [0.5, y]);
    await hands.lift(1);
    await waitForStrokes(page, 1);
    expect(await scrolled()).toBe(before);
    const beside = await Hands.on(page, 'figcaption');
    const start = await scrolled();
    for (let up = 0; up < 8; up++) await beside.touch(1, [0.5, 0.5 - up]);
    await beside.lift(1);
    await page.waitForFunction((from) => scrollY !== from, start);
  });
});

test('what is dragged by a finger that the system takes away is as it was', async () => {
  const phone = { hasTouch: true, viewport: { width: 390, height: 700 } };
  await stage.alone({ id: 'loss' }, phone, async ({ page, open }) => {
    await open('two-losses');
    const slider = page.getByTestId('bench').locator('input[type="range"]').first();
    const before = await slider.inputValue();
    const plot = 'svg[style*="pan-y"]';
    const hands = await Hands.on(page, plot);
    // Control: a finger that goes along the plot moves the place.
    await hands.touch(1, [0.7, 0.5]);
    await hands.touch(1, [0.8, 0.5]);
    await hands.lift(1);
    await page.waitForFunction(
      (value) =>
        document.querySelector<HTMLInputElement>('[data-testid="bench"] input[type="range"]')?.value !==
        value,
      before,
    );
    const moved = await slider.inputValue();
    await hands.touch(1, [0.3, 0.5]);
    await page.waitForFunction(
      (value) =>
        document.querySelector<HTMLInputElement>('[data-testid="bench"] input[type="range"]')?.value !==
        value,
      moved,
    );
    await hands.cancel();
    await page.waitForFunction(
      (value) =>
        document.querySelector<HTMLInputElement>('[data-testid="bench"] input[type="range"]')?.value ===
        value,
      moved,
    );
  });

  await stage.alone({ id: 'lab' }, phone, async ({ page }) => {
    await page.goto(`${stage.server.origin}/lab`);
    await page.getByRole('button', { name: 'Own points…' }).click();
    const plane = page.getByTestId('drawing-plane');
    const hands = await Hands.on(page, '[data-testid="drawing-plane"]');
    const count = (points: number) =>
      page.waitForFunction(
        (wanted) =>
          document
            .querySelector('[data-testid="drawing-plane"]')
            ?.getAttribute('aria-label')
            ?.includes(wanted),
        String(points),
      );
    await hands.touch(1, [0.2, 0.2]);
    await hands.lift(1);
    await count(1);
    await hands.touch(1, [0.5, 0.5]);
    await hands.touch(1, [0.7, 0.7]);
    await count(3);
    await hands.cancel();
    await count(1);
    expect(await plane.evaluate((part) => getComputedStyle(part).touchAction)).toBe('none');
  });
});
