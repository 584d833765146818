import { expect, it } from 'vitest';
import { LiveWall } from '@/client/live/live-wall';
import type { CurvePoint, ScreenFrame, WallStudent } from '@/protocol/telemetry';

const student = (key: number, step: number, given: Partial<WallStudent> = {}): WallStudent => ({
  key,
  mark: { colour: key, glyph: 0 },
  here: true,
  run: 0,
  last: { step, epoch: step / 10, loss: 1, accuracy: 0.5, examplesPerSecond: 100 },
  ...given,
});
const frame = (whole: boolean, list: WallStudent[]) => ({ students: { whole, list } }) as ScreenFrame;
const curve: CurvePoint[] = [
  [1, 2, 0.1],
  [2, 1.5, 0.2],
];

it('puts the wall together of what comes: curves grow, another run begins anew, a whole takes the place of all', () => {
  const wall = new LiveWall();
  expect(wall.list()).toEqual([]);
  wall.apply(frame(true, [student(0, 2, { curve }), student(1, 2, { curve })]));
  wall.apply(frame(false, [student(0, 3)]));
  const steps = () => wall.list().map(({ curve: points }) => points.map(([step]) => step));
  expect(steps()).toEqual([
    [1, 2, 3],
    [1, 2],
  ]);
  const before = wall.list();
  wall.apply({} as ScreenFrame);
  expect(wall.list()).toBe(before);
  wall.apply(frame(false, [student(1, 1, { run: 1 })]));
  expect(steps()[1]).toEqual([1]);
  wall.apply(frame(true, [student(1, 4, { run: 1 })]));
  expect(wall.list()).toHaveLength(1);
  wall.clear();
  expect(wall.list()).toEqual([]);
});
