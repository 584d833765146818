import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NewBatch } from '@/client/live/outbox';
import { RunRecorder } from '@/client/training/run-recorder';
import { batchSchema } from '@/protocol/run';
import { point, runAttach } from '@/tests/client/live/run-pieces';

const ATTACH = runAttach();

function record({ pointCount = 0, taken = false } = {}) {
  const batches: NewBatch[] = [];
  const at: number[] = [];
  const onTaken = vi.fn();
  const sink = {
    outbox: {
      open: vi.fn(async () => undefined),
      append: async (_runId: string, batch: NewBatch) => {
        if (taken) return 'taken' as const;
        batches.push(batch);
        at.push(Date.now());
        return 'kept' as const;
      },
    },
    sender: { appended: vi.fn() },
  };
  const recorder = new RunRecorder(sink, () => ATTACH, onTaken, { pointCount });
  return { batches, at, onTaken, sink, recorder };
}

const steps = (batches: NewBatch[]) => batches.flatMap(({ points }) => points.map(({ step }) => step));

describe('recording a run', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('goes on recording when the clock is set back by an hour', async () => {
    const { batches, recorder } = record();
    recorder.point(point(1));
    await vi.advanceTimersByTimeAsync(300);
    vi.setSystemTime(Date.now() - 3_600_000);
    recorder.point(point(2));
    await vi.advanceTimersByTimeAsync(300);
    expect(steps(batches)).toEqual([1, 2]);
  });

  it('makes at most four batches of points a second, in order, and opens the run once', async () => {
    const { batches, at, recorder, sink } = record();
    for (let step = 1; step <= 40; step += 1) {
      recorder.point(point(step));
      await vi.advanceTimersByTimeAsync(50);
    }
    await recorder.flush();
    expect(steps(batches)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    expect(batches.length).toBeLessThanOrEqual(10);
    expect(
      Math.max(...at.map((time) => at.filter((other) => other >= time && other < time + 1_000).length)),
    ).toBeLessThanOrEqual(5);
    expect(sink.outbox.open).toHaveBeenCalledTimes(1);
    expect(sink.sender.appended).toHaveBeenCalledTimes(batches.length);
  });

  it('records a state at once, after the points that came before it', async () => {
    const { batches, recorder } = record();
    recorder.point(point(1));
    await recorder.enter('training');
    recorder.point(point(2));
    await recorder.enter('finished', { confusion: [[1]], seconds: 2 });
    expect(batches).toEqual([
      { points: [point(1)], state: 'training', report: null },
      { points: [point(2)], state: 'finished', report: { confusion: [[1]], seconds: 2 } },
    ]);
    await recorder.flush();
    expect(batches).toHaveLength(2);
  });

  it('makes only batches that the protocol takes, and ends a run only with its last points', async () => {
    const { batches, recorder } = record();
    // All in one go: more than a batch may have.
    for (let step = 1; step <= 150; step += 1) recorder.point(point(step));
    await recorder.enter('finished');
    expect(steps(batches)).toHaveLength(150);
    expect(batches.map(({ state }) => state).slice(0, -1)).not.toContain('finished');
    expect(batches.at(-1)?.state).toBe('finished');
    for (const [i, batch] of batches.entries()) {
      expect(batchSchema.safeParse({ sequence: i + 1, ...batch }).success).toBe(true);
    }
  });

  it('thins a very long run, but not its measurements', async () => {
    const { batches, recorder } = record({ pointCount: 16_000 });
    for (let step = 1; step <= 80; step += 1) {
      recorder.point(point(step, step === 13 ? { validationLoss: 1 } : {}));
    }
    await recorder.flush();
    expect(steps(batches)).toHaveLength(11);
    expect(steps(batches)).toContain(13);
  });

  it('stops when another page has taken the run', async () => {
    const { onTaken, recorder, sink } = record({ taken: true });
    recorder.point(point(1));
    await recorder.enter('paused');
    recorder.point(point(2));
    await recorder.flush();
    expect(onTaken).toHaveBeenCalledTimes(1);
    expect(sink.sender.appended).not.toHaveBeenCalled();
  });

  it('does nothing without a class', async () => {
    const recorder = new RunRecorder(null, () => ATTACH, vi.fn());
    recorder.point(point(1));
    await recorder.enter('finished');
    expect(vi.getTimerCount()).toBe(0);
  });
});
