import { describe, expect, it } from 'vitest';
import { activityOf, isOverfitting, isStuck } from '@/classroom/activity';
import type { Point } from '@/protocol/run';

function points(count: number, shape: (index: number) => Partial<Point>): Point[] {
  return Array.from({ length: count }, (_, index) => ({
    step: index + 1,
    epoch: (index + 1) / 8,
    loss: 1,
    accuracy: 0.5,
    validationLoss: null,
    validationAccuracy: null,
    examplesPerSecond: 1,
    ...shape(index),
  }));
}

const learning = points(20, (index) => ({ loss: 2 / (index + 1), accuracy: 0.1 + index / 30 }));
const flat = points(20, () => ({ loss: Math.LN10, accuracy: 0.11 }));
const overfitted = points(24, (index) => ({
  loss: 1 / (index + 1),
  validationLoss: index % 4 === 3 ? 0.5 + Math.abs(index - 7) * 0.03 : null,
}));

describe('what a student is doing', () => {
  const judge = (given: Partial<Parameters<typeof activityOf>[0]>) =>
    activityOf({ connected: true, runState: 'training', recent: learning, chance: 0.1, ...given });

  it('is one word: away beats all, an end beats how it went', () => {
    expect(judge({ connected: false, runState: 'diverged' })).toBe('disconnected');
    expect(judge({ runState: null, recent: [] })).toBe('connected');
    expect(judge({ runState: 'diverged' })).toBe('diverged');
    expect(judge({ runState: 'finished', recent: flat })).toBe('finished');
    expect(judge({ runState: 'paused', recent: flat })).toBe('idle');
    expect(judge({ runState: 'stopped' })).toBe('idle');
    expect(judge({})).toBe('training');
    expect(judge({ recent: [] })).toBe('training');
    expect(judge({ recent: flat })).toBe('stuck');
    expect(judge({ recent: overfitted })).toBe('overfitting');
  });

  it('calls nobody stuck too early, or while the loss still falls', () => {
    expect(isStuck(flat, 0.1)).toBe(true);
    expect(isStuck(flat.slice(0, 7), 0.1)).toBe(false);
    expect(
      isStuck(
        flat.map((point) => ({ ...point, epoch: point.epoch / 10 })),
        0.1,
      ),
    ).toBe(false);
    expect(
      isStuck(
        points(20, (index) => ({ loss: 2.3 - index * 0.02, accuracy: 0.12 })),
        0.1,
      ),
    ).toBe(false);
    // With two classes 0.55 is guessing; with ten it is not.
    expect(
      isStuck(
        points(20, () => ({ loss: 0.69, accuracy: 0.55 })),
        0.5,
      ),
    ).toBe(true);
    expect(
      isStuck(
        points(20, () => ({ loss: 0.69, accuracy: 0.55 })),
        0.1,
      ),
    ).toBe(false);
    expect(
      isStuck(
        points(20, () => ({ loss: null, accuracy: null })),
        0.1,
      ),
    ).toBe(false);
  });

  it('calls overfitting only what rises for long while the training loss falls', () => {
    expect(isOverfitting(overfitted)).toBe(true);
    expect(isOverfitting(overfitted.slice(0, 16))).toBe(false);
    expect(isOverfitting(overfitted.map((point) => ({ ...point, loss: 1 })))).toBe(false);
    expect(isOverfitting(points(24, (index) => ({ validationLoss: 1 - index / 100 })))).toBe(false);
    expect(isOverfitting([])).toBe(false);
  });
});
