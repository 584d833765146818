import { describe, expect, it } from 'vitest';
import { CaseHistory } from '@/engine/doctor/case-history';
import { unrestOf, wakefulness } from '@/engine/doctor/vitals';
import { PlaygroundTraining } from '@/engine/playground/playground-training';
import { DEFAULT_SETUP } from '@/engine/playground/setup';

describe('an examination', () => {
  it('I11: changes nothing of the training', () => {
    const watched = new PlaygroundTraining({ ...DEFAULT_SETUP, optimizer: 'adam' });
    const alone = new PlaygroundTraining({ ...DEFAULT_SETUP, optimizer: 'adam' });
    for (let i = 0; i < 5; i++) {
      watched.advance(37);
      watched.examine();
      alone.advance(37);
    }
    expect(watched.state()).toEqual(alone.state());
  });

  it('counts units that no example wakes, and outputs on a flat end', () => {
    // Two examples, three units: the second sleeps.
    expect(wakefulness([1, 0, 0, 0, 0, 2], 3, 'relu').dead).toBeCloseTo(1 / 3);
    expect(wakefulness([0.999, 0, -0.999, 0.5], 2, 'tanh').saturated).toBe(0.5);
    expect(wakefulness([0.999, 0.5, 0.001, 0.5], 2, 'sigmoid').saturated).toBe(0.5);
    expect(wakefulness([5, 9], 2, 'linear')).toEqual({ units: 2, dead: 0, saturated: 0 });
  });

  it('calls a loss restless that is thrown up and taken back, and not one that falls', () => {
    expect(unrestOf([1, 0.5, 0.25])).toBe(0);
    expect(unrestOf([1, 2, 1, 2, 1])).toBeCloseTo(4 / 6);
  });

  it('keeps a history of bounded length with the newest note, and begins anew from an earlier step', () => {
    const history = new CaseHistory();
    const note = (step: number) => ({
      step,
      epoch: step,
      loss: 1,
      accuracy: null,
      heldLoss: null,
      heldAccuracy: null,
    });
    for (let step = 0; step < 10_000; step++) history.add(note(step));
    expect(history.notes.length).toBeLessThanOrEqual(65);
    expect(history.notes.at(-1)!.step).toBe(9_999);
    history.add(note(100));
    expect(history.notes.every(({ step }) => step <= 100)).toBe(true);
  });
});
