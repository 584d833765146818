import { describe, expect, it } from 'vitest';
import type { RegisteredChallenge } from '@/engine/challenges/registry';
import { createChallengeChecker, hiddenSeed } from '@/server/verify/challenge-checker';

const ID = 'a'.repeat(32);

/** A challenge whose result tells the seeds that it was given. */
const telling: RegisteredChallenge = {
  parts: () => ['one', 'two'],
  check: (seed, answer, hidden) =>
    answer === 'broken'
      ? null
      : {
          part: 'one',
          value: 1,
          reached: true,
          shown: { kind: 'count', amount: seed, of: hidden },
        },
};
const job = (answer: unknown, classId = ID) => ({ challenge: 'gates' as const, classId, answer });

describe('the checker of answers', () => {
  it('deals from the class’s seed, and draws what is hidden from the server’s secret', async () => {
    const checker = createChallengeChecker({ secret: 'secret one', find: async () => telling });
    const first = await checker.check(job('any'));
    expect(first).toMatchObject({ ok: true, parts: 2, result: { part: 'one' } });
    expect(await checker.check(job('any'))).toEqual(first);
    expect(await checker.check(job('any', 'b'.repeat(32)))).not.toEqual(first);
    const other = createChallengeChecker({ secret: 'secret two', find: async () => telling });
    const second = await other.check(job('any'));
    if (!first.ok || !second.ok) throw new Error('refused');
    expect(second.result.shown.amount).toBe(first.result.shown.amount);
    expect(second.result.shown.of).not.toBe(first.result.shown.of);
  });

  it('has a hidden seed of 32 bits', () => {
    const seeds = Array.from({ length: 200 }, (_, index) => hiddenSeed('secret', String(index)));
    expect(new Set(seeds).size).toBe(200);
    for (const seed of seeds) expect(seed >>> 0).toBe(seed);
  });

  it('refuses what is no answer, and a challenge that is not there', async () => {
    const checker = createChallengeChecker({ secret: 's', find: async () => telling });
    expect(await checker.check(job('broken'))).toEqual({ ok: false, code: 'bad-request' });
    const empty = createChallengeChecker({ secret: 's', find: async () => null });
    expect(await empty.check(job('any'))).toEqual({ ok: false, code: 'no-challenge' });
  });

  it('checks one at a time in turn, takes no more than it is to, and lives through a check that throws', async () => {
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const order: unknown[] = [];
    const noting: RegisteredChallenge = {
      parts: () => ['all'],
      check: (_seed, answer) => {
        order.push(answer);
        if (answer === 'throws') throw new Error('broken');
        return telling.check(0, answer, 0);
      },
    };
    const checker = createChallengeChecker({
      secret: 's',
      queueLimit: 3,
      find: async () => {
        await gate;
        return noting;
      },
    });
    const asked = [checker.check(job(1)), checker.check(job('throws')), checker.check(job(3))];
    const settled = Promise.allSettled(asked);
    expect(checker.queueLength()).toBe(3);
    expect(await checker.check(job(4))).toEqual({ ok: false, code: 'verifier-busy' });
    open();
    expect((await settled).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(order).toEqual([1, 'throws', 3]);
    expect(checker.queueLength()).toBe(0);
    expect(await checker.check(job(5))).toMatchObject({ ok: true });
  });

  it('lets the rest of the server have its turn between two answers', async () => {
    const checker = createChallengeChecker({ secret: 's', find: async () => telling });
    const turns: string[] = [];
    const all = Promise.all([1, 2, 3].map((n) => checker.check(job(n)).then(() => turns.push('checked'))));
    const tick = () => {
      turns.push('turn');
      if (turns.filter((turn) => turn === 'checked').length < 3) setImmediate(tick);
    };
    setImmediate(tick);
    await all;
    expect(turns.filter((turn) => turn === 'turn').length).toBeGreaterThanOrEqual(3);
  });
});
