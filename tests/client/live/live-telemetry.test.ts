import { describe, expect, it } from 'vitest';
import { FOLLOWED_CURVE_POINTS } from '@/client/live/followed-curve';
import { LiveTelemetry } from '@/client/live/live-telemetry';
import type { StudentTelemetry } from '@/protocol/telemetry';

function live(studentId: string, step: number, runId = 'run'): StudentTelemetry {
  return {
    studentId,
    activity: 'training',
    runId,
    backend: 'wasm',
    totalSteps: 100_000,
    last: {
      step,
      epoch: 0,
      loss: 1 / (step + 1),
      accuracy: 0.5,
      validationLoss: null,
      validationAccuracy: null,
      examplesPerSecond: 1,
    },
  };
}
const steps = (table: LiveTelemetry, id: string) => table.curve(id).map(([step]) => step);

describe('the live values of a class', () => {
  it('starts from an attach and grows with the frames', () => {
    const table = new LiveTelemetry();
    table.replace({
      conditions: [],
      students: [
        {
          ...live('a', 2),
          curve: [
            [1, 1, 0.1],
            [2, 0.9, 0.2],
          ],
        },
      ],
    });
    expect(table.apply({ at: 1, students: [live('a', 3), live('b', 1)] })).toEqual(['a', 'b']);
    expect(steps(table, 'a')).toEqual([1, 2, 3]);
    expect(table.get('b')?.last?.step).toBe(1);
    expect(table.curve('nobody')).toEqual([]);
  });

  it('begins a new curve with a new run, and cuts one that was taken up from an earlier step', () => {
    const table = new LiveTelemetry();
    for (const step of [1, 2, 3]) table.apply({ at: step, students: [live('a', step)] });
    table.apply({ at: 4, students: [live('a', 2)] });
    expect(steps(table, 'a')).toEqual([1, 2]);
    table.apply({ at: 5, students: [live('a', 1, 'another')] });
    expect(steps(table, 'a')).toEqual([1]);
  });

  it('keeps curves bounded, from the first step to the newest', () => {
    const table = new LiveTelemetry();
    for (let step = 1; step <= 5_000; step += 1) table.apply({ at: step, students: [live('a', step)] });
    expect(table.curve('a').length).toBeLessThanOrEqual(FOLLOWED_CURVE_POINTS);
    expect(steps(table, 'a')[0]).toBe(1);
    expect(steps(table, 'a').at(-1)).toBe(5_000);
  });

  it('replaces curves and never changes them, so that a screen can compare', () => {
    const table = new LiveTelemetry();
    table.apply({ at: 1, students: [live('a', 1), live('b', 1)] });
    const before = { a: table.curve('a'), b: table.curve('b') };
    table.apply({ at: 2, students: [live('a', 2)] });
    expect(table.curve('a')).not.toBe(before.a);
    expect(before.a).toHaveLength(1);
    expect(table.curve('b')).toBe(before.b);
  });
});
