import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CheckpointQuota, type HeldCheckpoint, surplusCheckpoints } from '@/classroom/checkpoints';
import { bestCheckpoint } from '@/protocol/checkpoints';

const QUOTA: CheckpointQuota = { perRun: 4, bytesPerRun: 800, bytesPerStudent: 1_500, bytesPerClass: 4_000 };

/** Moments as they could stand in a class: each run is one student's and has one size. */
const heldCheckpoints = fc
  .uniqueArray(
    fc.record({
      run: fc.integer({ min: 0, max: 5 }),
      step: fc.integer({ min: 1, max: 5_000 }),
      validationLoss: fc.option(fc.integer({ min: 0, max: 9 }).map((n) => n / 10)),
    }),
    { selector: ({ run, step }) => `${run}/${step}`, maxLength: 40 },
  )
  .map((drawn) =>
    drawn.map(
      ({ run, step, validationLoss }, i): HeldCheckpoint => ({
        runId: `run ${run}`,
        studentId: `student ${run % 3}`,
        step,
        size: 80 * (run + 1) > 400 ? 400 : 80 * (run + 1),
        savedAt: i,
        validationLoss,
      }),
    ),
  );

const sizeOf = (of: readonly HeldCheckpoint[]) => of.reduce((sum, { size }) => sum + size, 0);
const leftOf = (held: readonly HeldCheckpoint[], quota = QUOTA) => {
  const gone = new Set(surplusCheckpoints(held, quota));
  return held.filter((one) => !gone.has(one));
};
const by = (of: readonly HeldCheckpoint[], key: 'runId' | 'studentId') =>
  [...new Set(of.map((one) => one[key]))].map((id) => of.filter((one) => one[key] === id));

describe('which moments of runs are kept', () => {
  it('never more than the quota, of a run, a student and the class', () => {
    fc.assert(
      fc.property(heldCheckpoints, (held) => {
        const left = leftOf(held);
        return (
          sizeOf(left) <= QUOTA.bytesPerClass &&
          by(left, 'studentId').every((ofStudent) => sizeOf(ofStudent) <= QUOTA.bytesPerStudent) &&
          by(left, 'runId').every((run) => run.length <= QUOTA.perRun && sizeOf(run) <= QUOTA.bytesPerRun)
        );
      }),
    );
  });

  it('always the best and the last of a run, where student and class have room', () => {
    const roomy = { ...QUOTA, bytesPerStudent: 1e9, bytesPerClass: 1e9 };
    fc.assert(
      fc.property(heldCheckpoints, (held) => {
        const left = new Set(leftOf(held, roomy));
        return by(held, 'runId').every(
          (run) => left.has(bestCheckpoint(run)) && left.has(run.reduce((a, b) => (b.step > a.step ? b : a))),
        );
      }),
    );
  });

  it('nothing goes while there is room, and what is left is left in peace', () => {
    fc.assert(fc.property(heldCheckpoints, (held) => surplusCheckpoints(leftOf(held), QUOTA).length === 0));
  });

  const moment = (step: number, given: Partial<HeldCheckpoint> = {}): HeldCheckpoint => ({
    ...{ runId: 'run', studentId: 'ada', step, size: 1, savedAt: step, validationLoss: 1 / step },
    ...given,
  });

  it('leaves the steps of a run spaced as they multiply, however many come', () => {
    let held: HeldCheckpoint[] = [];
    for (let step = 100; step <= 3_200; step += 100)
      held = leftOf([...held, moment(step)], { ...QUOTA, perRun: 5 });
    const steps = held.map(({ step }) => step);
    expect(steps.at(-1)).toBe(3_200);
    expect(steps).toHaveLength(5);
    expect(steps.map((step, i) => (steps[i + 1] ?? 3_200) / step <= 6)).not.toContain(false);
  });

  it('takes from the oldest run what lies between first, and of a full class from whoever has most', () => {
    const old = [moment(1), moment(2), moment(4)];
    const newer = [1, 2, 4].map((step) => moment(step, { runId: 'newer', savedAt: 10 + step }));
    const ben = [moment(1, { runId: 'of ben', studentId: 'ben', savedAt: 0 })];
    const gone = (bytesPerStudent: number, bytesPerClass: number) =>
      surplusCheckpoints([...old, ...newer, ...ben], { ...QUOTA, bytesPerStudent, bytesPerClass });
    expect(gone(5, 100)).toEqual([old[1]]);
    expect(gone(100, 4)).toEqual([old[1], old[0], newer[1]]);
  });
});
