import { describe, expect, it } from 'vitest';
import { runTroubleOf } from '@/client/benches/digits/training/run-trouble';
import { raceAheadOf } from '@/client/benches/run/race-ahead';
import { runGateOf } from '@/client/benches/run/run-gate';
import { plainNumber, readoutOf } from '@/client/benches/run/run-readout';
import type { CurrentRun } from '@/client/training/current-run';
import type { TrainingSnapshot } from '@/client/training/training';
import { handwrittenDigits } from '@/lessons/handwritten-digits/lesson';
import type { Network } from '@/protocol/experiment';
import { type RaceRules, USUAL_RACE } from '@/protocol/race';
import type { Point } from '@/protocol/run';

const experiment = { ...handwrittenDigits.experiment!, seed: 1 };
const point: Point = {
  step: 7,
  epoch: 1.2,
  loss: 0.3123,
  accuracy: 0.9123,
  validationLoss: null,
  validationAccuracy: null,
  examplesPerSecond: 100,
};
const run = (change: Partial<CurrentRun>): CurrentRun => ({
  id: 'a',
  experiment,
  state: 'paused',
  backend: null,
  totalSteps: 940,
  stepsPerEpoch: 188,
  weightCount: 1,
  points: [{ ...point, validationAccuracy: 0.9 }, point],
  report: null,
  findings: [],
  scored: null,
  ...change,
});
const snapshot = (change: Partial<TrainingSnapshot>): TrainingSnapshot => ({
  progress: null,
  phase: 'idle',
  error: null,
  recovered: null,
  draft: experiment,
  backendChoice: 'auto',
  current: run({}),
  draftChanged: false,
  heldByTeacher: false,
  takenElsewhere: false,
  unsent: 0,
  recordingRefusal: null,
  durable: true,
  submitting: false,
  submissionsBefore: null,
  submissionRefusal: null,
  alone: null,
  runs: [],
  ...change,
});
const tooLarge: Network = {
  kind: 'convolutional',
  filters: [32],
  kernel: 5,
  dense: 256,
  activation: 'relu',
};
const here = { ended: false, online: true };

describe('a race with limits', () => {
  const limited = (limits: Partial<RaceRules['limits']>): RaceRules => ({
    ...USUAL_RACE,
    limits: { ...USUAL_RACE.limits, ...limits },
  });
  const submitIn = (race: RaceRules, change: Partial<CurrentRun> = {}) =>
    runGateOf(snapshot({ current: run(change) }), { ...here, race }).submit;

  it('lets nobody hand in what the server would refuse, and train as ever', () => {
    // 784-32-10, 6,000 pictures, at step 7.
    expect(submitIn(limited({ weights: 25_450, updates: 7, examples: 6_000 }))).toBeNull();
    expect(submitIn(limited({ weights: 25_449 }))).toBe('race-weights');
    expect(submitIn(limited({ updates: 6 }))).toBe('race-updates');
    expect(submitIn(limited({ examples: 5_999 }))).toBe('race-examples');
    const continues = { runId: 'b', step: 3 };
    expect(submitIn(limited({ updates: 7 }), { continues })).toBe('race-other-start');
    expect(submitIn(limited({ weights: 25_450 }), { continues })).toBeNull();
    const race = limited({ weights: 1 });
    expect(runGateOf(snapshot({}), { ...here, race })).toMatchObject({ train: null, step: null });
  });

  it('says of the next run what it has, and how many updates it takes', () => {
    const draft = { ...experiment, epochs: 2, examples: 1_000_000 };
    const ahead = raceAheadOf({ draft, draftChanged: true, current: run({}) });
    // All pictures that there are, and two epochs of them.
    expect(ahead).toEqual({ spent: { weights: 25_450, examples: 12_000, updates: 0 }, whole: 750 });
    expect(raceAheadOf({ draft, draftChanged: false, current: run({}) })).toEqual({
      spent: { weights: 25_450, examples: 6_000, updates: 7 },
      whole: 940,
    });
  });
});

describe('what the bar allows', () => {
  it('lets a paused run go on, step, be reset and handed in', () => {
    expect(runGateOf(snapshot({}), here)).toEqual({
      train: null,
      pause: 'not-training',
      step: null,
      reset: null,
      submit: null,
    });
  });

  it('offers Pause while training, and a new run once settings have changed', () => {
    const training = run({ state: 'training' });
    expect(runGateOf(snapshot({ current: training }), here)).toMatchObject({
      train: 'already-training',
      pause: null,
    });
    expect(runGateOf(snapshot({ current: training, draftChanged: true }), here).train).toBeNull();
  });

  it('says why it waits: loading, held by the teacher, ended, offline, nothing trained', () => {
    expect(runGateOf(snapshot({ phase: 'loading' }), here).train).toBe('loading');
    expect(runGateOf(snapshot({ heldByTeacher: true }), here)).toMatchObject({ train: 'held', step: 'held' });
    expect(runGateOf(snapshot({}), { ended: true, online: true })).toMatchObject({
      train: 'ended',
      submit: 'ended',
    });
    expect(runGateOf(snapshot({}), { ended: false, online: false })).toMatchObject({
      train: null,
      submit: 'offline',
    });
    const fresh = run({ state: 'ready', points: [] });
    expect(runGateOf(snapshot({ current: fresh }), here)).toMatchObject({
      reset: 'nothing-to-reset',
      submit: 'nothing-trained',
    });
  });

  it('hands in no network that diverged or goes on elsewhere, and steps no run that is over', () => {
    expect(runGateOf(snapshot({ current: run({ state: 'diverged' }) }), here)).toMatchObject({
      submit: 'diverged',
      step: 'run-over',
      train: null,
    });
    expect(runGateOf(snapshot({ takenElsewhere: true }), here)).toMatchObject({
      submit: 'elsewhere',
      train: null,
    });
  });

  it('trains nothing before the guess that a step wants', () => {
    const gate = runGateOf(snapshot({}), { ...here, guessFirst: true });
    expect(gate).toMatchObject({ train: 'guess', step: 'guess' });
    // A run that is under way already may be stopped.
    const running = snapshot({ current: run({ state: 'training' }) });
    expect(runGateOf(running, { ...here, guessFirst: true }).pause).toBeNull();
  });

  it('hands nothing in once the time of the challenge is up, and trains on', () => {
    expect(runGateOf(snapshot({}), { ...here, timeUp: true })).toMatchObject({
      train: null,
      submit: 'time-is-up',
    });
    // What is nearer to the student is said first.
    const fresh = run({ state: 'ready', points: [] });
    expect(runGateOf(snapshot({ current: fresh }), { ...here, timeUp: true }).submit).toBe('nothing-trained');
  });

  it('takes no network larger than the server would', () => {
    const draft = {
      ...experiment,
      network: tooLarge,
    };
    expect(runGateOf(snapshot({ draft, draftChanged: true }), here).train).toBe('too-many-weights');
  });
});

describe('what is read off a run', () => {
  it('keeps the newest validation value though the last point has none', () => {
    expect(readoutOf(run({}))).toMatchObject({ step: 7, loss: 0.3123, validationAccuracy: 0.9 });
    expect(readoutOf(null)).toMatchObject({ state: 'ready', step: 0, loss: null });
  });

  it('writes plain numbers for scripts', () => {
    expect([plainNumber(0.3123), plainNumber(1), plainNumber(null), plainNumber(Number.NaN)]).toEqual([
      '0.3123',
      '1.0000',
      '',
      '',
    ]);
  });

  it('sees a run in trouble', () => {
    expect(runTroubleOf(run({ state: 'diverged' }))).toBe('diverged');
    const guessing = { ...point, accuracy: 0.1, validationAccuracy: 0.11 };
    expect(runTroubleOf(run({ points: [guessing] }))).toBe('stuck');
    expect(runTroubleOf(run({ points: [{ ...guessing, epoch: 0.3 }] }))).toBeNull();
    expect(runTroubleOf(run({}))).toBeNull();
  });
});
