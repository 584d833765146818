import { describe, expect, it } from 'vitest';
import { CoolPace } from '@/engine/training/cool-pace';
import { Training } from '@/engine/training/training';
import type { Experiment } from '@/protocol/experiment';
import { SMALL } from '@/tests/engine/experiments';
import { onKernels } from '@/tests/engine/kernels-module';
import { collect, nodePlace } from './node-place';

const ADAM: Experiment = { ...SMALL, optimizer: 'adam', learningRate: 0.003, epochs: 12 };
const calmly = async () => {};

describe('I17: a repetition', () => {
  it('comes to the very weights that the training had, at any step', async () => {
    const place = await nodePlace({ network: onKernels });
    const first = new Training(ADAM, place);
    const middle = (await collect(first, 37)).checkpoints.at(-1)!;
    const end = (await collect(first)).checkpoints.at(-1)!;
    const again = new Training(ADAM, place);
    const repeated = await again.repeat(37, calmly);
    expect(repeated).toMatchObject({ step: 37, weights: middle.weights, slots: middle.slots });
    expect(await again.repeat(10_000, calmly)).toMatchObject({ step: 120, weights: end.weights });
    // From what was kept on the way.
    const on = new Training(ADAM, place, structuredClone(repeated));
    expect((await on.repeat(120, calmly)).weights).toEqual(end.weights);
  });

  it('ends where it is stopped, and goes on from there', async () => {
    let clock = 0;
    const place = await nodePlace({ network: onKernels, now: () => (clock += 30) });
    const training = new Training(ADAM, place);
    const seen: number[] = [];
    const stopped = await training.repeat(100, async (step) => {
      seen.push(step);
      if (step >= 5) training.stop();
    });
    // The clock says that each step takes a stretch.
    expect(seen).toEqual([1, 2, 3, 4, 5]);
    expect(stopped.step).toBe(5);
    const straight = await new Training(ADAM, place).repeat(100, calmly);
    expect((await training.repeat(100, calmly)).weights).toEqual(straight.weights);
  });
});

describe('the pace of what may be a phone', () => {
  it('is full speed for some seconds, then half, and full again after a rest', () => {
    let now = 0;
    const pace = new CoolPace(() => now);
    const work = (milliseconds: number) => {
      now += milliseconds;
      return pace.rest();
    };
    pace.begin();
    expect(work(7_900)).toBe(0);
    const rest = work(200);
    expect(rest).toBeGreaterThan(0);
    now += rest;
    pace.rested();
    expect(work(25)).toBe(rest);
    now += 5_000;
    pace.begin();
    expect(work(25)).toBe(0);
  });
});
