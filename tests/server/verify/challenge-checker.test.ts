import { afterEach, describe, expect, it } from 'vitest';
import { dealSeed } from '@/classroom/deal';
import type { PoolDrawing } from '@/classroom/pool';
import { lossChallenge } from '@/engine/challenges/loss';
import { poolWeights } from '@/engine/pool/pool-network';
import { floatsToText } from '@/protocol/bytes-text';
import type { LossAnswer } from '@/protocol/challenges/loss-answer';
import { POOL } from '@/protocol/pool-rules';
import {
  type ChallengeChecker,
  type Checked,
  type CheckJob,
  createChallengeChecker,
  hiddenSeed,
} from '@/server/verify/challenge-checker';
import { fakeThreads } from './fake-threads';

const CLASS = 'a'.repeat(32);
const from = (answer: unknown, studentId = 'ada', classId = CLASS) => ({ classId, studentId, answer });
const right: Checked = {
  ok: true,
  parts: 1,
  result: { part: 'all', value: 1, reached: true, shown: { kind: 'count', amount: 1, of: 1 } },
};

const open: ChallengeChecker[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((checker) => checker.close()));
});
function checkerWith(options: Partial<Parameters<typeof createChallengeChecker>[0]> = {}): ChallengeChecker {
  const checker = createChallengeChecker({ secret: 'secret one', ...options });
  open.push(checker);
  return checker;
}

describe('the checker of answers', () => {
  it('deals from the class’s seed, draws what is hidden from the server’s secret, and sends the secret nowhere', async () => {
    const { threads, spawn } = fakeThreads<CheckJob, Checked>();
    const jobOf = async (checker: ChallengeChecker, classId: string) => {
      const asked = checker.check(from('any', 'ada', classId), 'gates');
      const job = threads.at(-1)!.jobs.at(-1)!;
      threads.at(-1)!.answer(right);
      expect(await asked).toEqual(right);
      return job as Extract<CheckJob, { by: 'rules' }>;
    };
    const one = checkerWith({ spawn });
    const first = await jobOf(one, CLASS);
    expect(first).toEqual({
      by: 'rules',
      challenge: 'gates',
      seed: dealSeed(CLASS),
      hiddenSeed: hiddenSeed('secret one', CLASS),
      answer: 'any',
    });
    expect(await jobOf(one, 'b'.repeat(32))).not.toEqual(first);
    const other = await jobOf(checkerWith({ spawn, secret: 'secret two' }), CLASS);
    expect(other.seed).toBe(first.seed);
    expect(other.hiddenSeed).not.toBe(first.hiddenSeed);
    expect(JSON.stringify(threads.map(({ jobs }) => jobs))).not.toContain('secret');
  });

  it('has a hidden seed of 32 bits', () => {
    const seeds = Array.from({ length: 200 }, (_, index) => hiddenSeed('secret', String(index)));
    expect(new Set(seeds).size).toBe(200);
    for (const seed of seeds) expect(seed >>> 0).toBe(seed);
  });

  it('serves students in turn', async () => {
    const { threads, spawn } = fakeThreads<CheckJob, Checked>();
    const checker = checkerWith({ spawn });
    const asked = [
      ...[1, 2, 3].map((n) => checker.check(from(`ada ${n}`), 'gates')),
      checker.check(from('ben 1', 'ben'), 'gates'),
    ];
    expect(checker.queueLength()).toBe(4);
    while (checker.queueLength() > 0) {
      threads[0]!.answer(right);
      await Promise.resolve();
    }
    await Promise.all(asked);
    expect(threads[0]!.jobs.map(({ answer }) => answer)).toEqual(['ada 1', 'ada 2', 'ben 1', 'ada 3']);
  });

  it('sends the pictures of a pool only when it is their turn', async () => {
    const { threads, spawn } = fakeThreads<CheckJob, Checked>();
    const checker = checkerWith({ spawn });
    const drawing = { label: 1, pixels: new Uint8Array(POOL.pixels).fill(7) } as unknown as PoolDrawing;
    const asked = checker.checkByDrawings(from('weights'), [drawing, drawing], 3);
    const job = threads[0]!.jobs[0]!;
    if (job.by !== 'pictures') throw new Error('wrong job');
    expect(job.pictures).toMatchObject({ labelCount: 3, count: 2, labels: Uint8Array.of(1, 1) });
    expect(job.pictures.pixels).toEqual(new Uint8Array(2 * POOL.pixels).fill(7));
    // The class's own drawing is still there.
    expect(drawing.pixels).toHaveLength(POOL.pixels);
    threads[0]!.answer(right);
    expect(await asked).toEqual(right);
  });
});

describe('I9: with the real thread', () => {
  it('a training is replayed there with the very result that the rules give', async () => {
    const checker = checkerWith();
    const answer: LossAnswer = { part: 'free', loss: 'binary-cross-entropy', start: 'fitting', rate: 3 };
    const task = lossChallenge.deal(dealSeed(CLASS));
    const expected = { ok: true, parts: 2, result: lossChallenge.check(task, answer, 0) };
    const asked = ['ada', 'ben', 'eve'].map((student) => checker.check(from(answer, student), 'loss'));
    for (const checked of await Promise.all(asked)) expect(checked).toEqual(expected);
    const second: LossAnswer = { ...answer, rate: 1 };
    expect(await checker.check(from(second), 'loss')).toMatchObject({
      result: lossChallenge.check(task, second, 0),
    });
  });

  it('refuses what is no answer with closed codes', async () => {
    const checker = checkerWith();
    expect(await checker.check(from({ part: 'free', rate: 4 }), 'loss')).toEqual({
      ok: false,
      code: 'bad-request',
    });
    expect(await checker.check(from({}), 'nothing' as 'loss')).toEqual({ ok: false, code: 'no-challenge' });
  });

  it('judges a network by drawings', async () => {
    const checker = checkerWith();
    const drawings = [0, 1, 1].map(
      (label) => ({ label, pixels: new Uint8Array(POOL.pixels).fill(200) }) as unknown as PoolDrawing,
    );
    const network = 0;
    const weights = floatsToText(new Float32Array(poolWeights(network, 2)));
    const checked = await checker.checkByDrawings(from({ network, weights }), drawings, 2);
    // A network of zeros says the first label of everything.
    expect(checked).toMatchObject({
      ok: true,
      perLabel: [
        { right: 1, of: 1 },
        { right: 0, of: 2 },
      ],
    });
    const short = { network, weights: floatsToText(new Float32Array(3)) };
    expect(await checker.checkByDrawings(from(short), drawings, 2)).toEqual({
      ok: false,
      code: 'weights-wrong-length',
    });
    expect(await checker.checkByDrawings(from('nothing'), drawings, 2)).toEqual({
      ok: false,
      code: 'bad-request',
    });
  });
});
