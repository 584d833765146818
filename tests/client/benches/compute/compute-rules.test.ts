import { describe, expect, test } from 'vitest';
import { reachedAnywhere, realOf, sizeFigures } from '@/client/benches/compute/class-figures';
import {
  afterEvent,
  isSoftware,
  MEASURING,
  reportOf,
  shareDone,
  speedUpsOfState,
} from '@/client/benches/compute/device-state';
import { deviceShape } from '@/client/benches/compute/kept-device';
import { decadesAround } from '@/client/benches/compute/log-scale';
import { outcomeOf, verdictOf } from '@/client/benches/compute/verdict';
import { gpu } from '@/lessons/gpu/lesson';
import {
  type DeviceSpeedUps,
  type MeasuredBackend,
  type MeasuredFigure,
  speedUpsOf,
} from '@/protocol/measurement';
import { measurementSchema } from '@/protocol/measurement-schema';

/** A device whose card is so many times as fast at the sizes 8, 16, 32, … */
function device(card: readonly number[], software = false, wasm: readonly number[] = []): DeviceSpeedUps {
  const figures = (backend: MeasuredBackend, times: readonly number[]): MeasuredFigure[] =>
    times.map((value, i) => ({ task: 'matrix-product', backend, size: 8 * 2 ** i, ms: 1 / value }));
  const plain = figures('javascript', new Array(8).fill(1));
  return speedUpsOf({ software, figures: [...plain, ...figures('webgl', card), ...figures('wasm', wasm)] });
}

describe('what is said of a device', () => {
  test('a card that wins from a size on: where, how much, and how badly it loses before', () => {
    expect(verdictOf(device([0.01, 0.2, 1.5, 40, 33]), 'matrix-product')).toMatchObject({
      kind: 'from',
      from: 32,
      best: { backend: 'webgl', size: 64, times: 40 },
      smallest: { size: 8, times: 0.01 },
    });
  });

  test('a card that never wins, always wins, or wins in between', () => {
    expect(verdictOf(device([0.01, 0.5]), 'matrix-product').kind).toBe('never');
    expect(verdictOf(device([2, 3]), 'matrix-product').kind).toBe('always');
    expect(verdictOf(device([0.5, 3, 0.9]), 'matrix-product').kind).toBe('mixed');
  });

  test('no card at all, or none for this task', () => {
    expect(verdictOf(device([], false, [3, 9]), 'matrix-product')).toMatchObject({
      kind: 'no-card',
      wasm: 9,
    });
    expect(verdictOf(device([5]), 'training-step').kind).toBe('no-card');
  });

  test('where no real card was measured, nothing is said of how fast one is: neither to the guess nor in the class', () => {
    for (const none of [device([0.01, 0.5, 60], true), device([], false, [3])])
      expect(outcomeOf(verdictOf(none, 'matrix-product'))).toBeNull();
    expect(verdictOf(device([0.01, 0.5], true), 'matrix-product').kind).toBe('software');
    const devices = [device([40]), device([0.1], true), device([2])];
    expect(reachedAnywhere(realOf(devices, 'webgl'), 'matrix-product', 'webgl')).toEqual({
      count: 2,
      reached: 1,
    });
    expect(sizeFigures(realOf(devices, 'webgl'), 'matrix-product', 'webgl')[0]).toMatchObject({ median: 21 });
    expect(realOf(devices, 'wasm')).toHaveLength(3);
  });

  test('the prediction’s choices are the ranges of the outcome', () => {
    const choices = gpu.steps[2].prediction.choices;
    const outcome = (times: number) => outcomeOf(verdictOf(device([times]), 'matrix-product'));
    expect([0.2, 1, 1.1, 3.5, 12, 30, 31, 101].map(outcome)).toEqual([0, 0, 1, 2, 3, 3, 4, 5]);
    expect(outcome(1e9)).toBe(choices - 1);
  });
});

const figure = { rounds: 7, firstMs: 9, agrees: true, size: 8 } as const;
const measured = afterEvent(
  afterEvent(MEASURING, {
    type: 'present',
    backends: [
      { backend: 'javascript', absence: null, renderer: null, software: false },
      { backend: 'webgl', absence: null, renderer: 'SwiftShader', software: true },
      { backend: 'webgpu', absence: 'not-here', renderer: null, software: false },
    ],
  }),
  {
    type: 'measured',
    measurement: { ...figure, task: 'matrix-product', backend: 'javascript', medianMs: 2 },
  },
);

describe('a measurement under way', () => {
  test('grows with every event, and knows how far it is', () => {
    expect(shareDone(measured)).toBeCloseTo(1 / 26);
    expect(isSoftware(measured)).toBe(true);
    expect(afterEvent(measured, { type: 'failed', code: 'context-lost', detail: '' }).phase).toBe('failed');
    expect(shareDone(afterEvent(measured, { type: 'finished' }))).toBe(1);
  });

  test('reports what the wire takes; a wrong result measures nothing', () => {
    const wrong = afterEvent(measured, {
      type: 'measured',
      measurement: { ...figure, task: 'matrix-product', backend: 'webgl', medianMs: 0.1, agrees: false },
    });
    const report = reportOf(wrong);
    expect(measurementSchema.parse(report)).toEqual(report);
    expect(report.figures).toHaveLength(1);
    expect(speedUpsOfState(wrong).tasks['matrix-product'].webgl).toBeUndefined();
  });

  test('survives being kept; what somebody wrote into the storage does not', () => {
    const kept = deviceShape(JSON.parse(JSON.stringify({ ...measured, phase: 'finished' })));
    expect(kept).toEqual({ ...measured, phase: 'finished' });
    // The page went while it was measuring.
    expect(deviceShape(measured)?.phase).toBe('stopped');
    const hostile = { ...figure, task: '__proto__', backend: 'webgl', medianMs: 1 };
    expect(
      deviceShape({ ...measured, figures: [hostile, null, { ...figure, medianMs: 'x' }] })?.figures,
    ).toEqual([]);
    for (const junk of [null, 3, 'x', [], {}, { present: [], figures: 7, skipped: [] }])
      expect(deviceShape(junk)).toBeUndefined();
  });
});

test('the class by size: least, middle, most, and how many reach 30×', () => {
  const rows = sizeFigures([device([1, 40]), device([2, 10]), device([4])], 'matrix-product', 'webgl');
  expect(rows).toEqual([
    { size: 8, count: 3, least: 1, median: 2, most: 4, reached: 0 },
    { size: 16, count: 2, least: 10, median: 25, most: 40, reached: 1 },
  ]);
});

describe('logarithmic axes', () => {
  test('reach around what is shown, in whole decades', () => {
    expect(decadesAround([0.02, 45], [1])).toEqual([0.01, 100]);
    expect(decadesAround([], [])).toEqual([0.1, 10]);
    expect(decadesAround([10], [])).toEqual([10, 100]);
    expect(decadesAround([0, Number.NaN, 5], [0.1, 100])).toEqual([0.1, 100]);
  });
});
