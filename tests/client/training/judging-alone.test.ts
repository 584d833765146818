import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type AloneAttempts,
  AloneStorage,
  type Attempt,
  aloneAttemptsShape,
  barsReached,
  bestInTime,
  isInTime,
  NO_ATTEMPTS,
  withAttempt,
} from '@/client/training/alone-attempts';
import { EngineError } from '@/engine/engine-error';
import { EXPERIMENT } from '@/tests/client/live/run-pieces';
import { Browser, LAST_STEP, until } from './browser-page';

const attempt = (right: number, inTime = false): Attempt => ({
  experiment: EXPERIMENT,
  steps: LAST_STEP,
  right,
  pictures: 1_000,
  inTime,
});
const having = (...attempts: Attempt[]) => attempts.reduce<AloneAttempts>(withAttempt, NO_ATTEMPTS);

describe('what is kept of attempts', () => {
  it('has the best first, counts all, and keeps the best in time behind any number of better ones', () => {
    const kept = having(attempt(700, true), ...[1, 2, 3, 4, 5, 6].map((more) => attempt(800 + more)));
    expect(kept.best.map(({ right }) => right)).toEqual([806, 805, 804, 803, 802, 700]);
    expect(kept.count).toBe(7);
    expect(bestInTime(kept.best)?.right).toBe(700);
    expect(bestInTime(having(attempt(900)).best)).toBeNull();
  });

  it('in time is what was begun after the clock and judged before its end', () => {
    const race = { endsAt: 5_000, before: 'old' };
    expect(isInTime(race, 'new', 5_000)).toBe(true);
    expect(isInTime(race, 'new', 5_001)).toBe(false);
    expect(isInTime(race, 'old', 1)).toBe(false);
    expect(isInTime(null, 'new', 1)).toBe(false);
  });

  it('a bar is passed by as much as it says', () => {
    expect([0.799, 0.8, 0.95, 1].map((share) => barsReached(share, [0.8, 0.9, 0.95]))).toEqual([0, 1, 3, 3]);
  });

  it('reads what it wrote, and nothing that cannot be', () => {
    const kept = { ...having(attempt(800, true)), race: { endsAt: 5, before: null } };
    expect(aloneAttemptsShape(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
    expect(aloneAttemptsShape({ ...kept, best: [attempt(1_001)] })).toBeUndefined();
    expect(aloneAttemptsShape({ ...kept, race: 'soon' })).toEqual({ ...kept, race: null });
    const { steps: _, ...older } = attempt(800);
    expect(aloneAttemptsShape({ ...kept, best: [older] })?.best[0]?.steps).toBeNull();
    expect(aloneAttemptsShape(null)).toBeUndefined();
  });
});

describe('a network that is submitted alone', () => {
  let browser: Browser;
  beforeEach(() => {
    browser = new Browser();
  });
  afterEach(() => browser.close());

  it('is judged by the own worker, and the best stays over a reload', async () => {
    const { training, trainer, now } = await browser.page({ alone: true });
    expect(await training.submit()).toMatchObject({ ok: false, code: 'unknown-run' });
    await training.train();
    trainer.walk(LAST_STEP);
    await until(() => now().current?.state === 'finished');
    expect(await training.submit()).toMatchObject({ ok: true, accuracy: 0.85, pictures: 1_000, best: true });
    trainer.checked = async () => ({ right: 830, pictures: 1_000, milliseconds: 40 });
    expect(await training.submit()).toMatchObject({ accuracy: 0.83, best: false });
    expect(now()).toMatchObject({ submitting: false, submissionRefusal: null, alone: { count: 2 } });
    const next = await browser.page({ alone: true });
    expect(next.now().alone?.best.map(({ right, steps }) => [right, steps])).toEqual([
      [850, LAST_STEP],
      [830, LAST_STEP],
    ]);
  });

  it('says so where the pictures do not come, or the outputs are no numbers, and keeps what was', async () => {
    const { training, trainer, now } = await browser.page({ alone: true });
    await training.step();
    trainer.checked = async () => {
      throw new EngineError('data-failed', 'check.bin');
    };
    await training.submit();
    expect(now()).toMatchObject({ submitting: false, submissionRefusal: 'internal', alone: NO_ATTEMPTS });
    trainer.checked = async () => null;
    await training.submit();
    expect(now()).toMatchObject({ submissionRefusal: 'weights-not-finite', alone: NO_ATTEMPTS });
  });

  it('counts against the clock only where it was trained after its start', async () => {
    const { training, trainer, now } = await browser.page({ alone: true });
    await training.train();
    trainer.walk(LAST_STEP);
    await until(() => now().current?.state === 'finished');
    training.race(5);
    await training.submit();
    expect(bestInTime(now().alone!.best)).toBeNull();
    await training.train();
    trainer.walk(LAST_STEP);
    await until(() => now().current?.state === 'finished');
    await training.submit();
    expect(bestInTime(now().alone!.best)?.right).toBe(850);
  });

  it('has no part in a class', async () => {
    const { training, now } = await browser.page();
    training.race(5);
    expect(now().alone).toBeNull();
    expect(new AloneStorage('bench').load()).toEqual(NO_ATTEMPTS);
  });
});
