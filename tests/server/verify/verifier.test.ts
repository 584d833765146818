import { afterEach, describe, expect, test } from 'vitest';
import { initialWeights } from '@/engine/network/initial-weights';
import { createRandom } from '@/engine/random';
import type { Experiment, Network } from '@/protocol/experiment';
import { createVerifier, type Verified, type Verifier, type VerifyJob } from '@/server/verify/verifier';
import { fakeThreads } from './fake-threads';

const linear: Network = { kind: 'dense', hidden: [], activation: 'relu' };
const convolutional: Network = {
  kind: 'convolutional',
  filters: [4],
  kernel: 3,
  dense: 8,
  activation: 'relu',
};

function experimentWith(network: Network): Experiment {
  return {
    dataset: 'digits',
    examples: 1_000,
    network,
    loss: 'cross-entropy',
    optimizer: 'sgd',
    learningRate: 0.1,
    batchSize: 32,
    epochs: 1,
    l2: 0,
    seed: 7,
  };
}
const startOf = (network: Network) => initialWeights({ dataset: 'digits', network }, createRandom(7));

const open: Verifier[] = [];
function verifierWith(options: Parameters<typeof createVerifier>[0]): Verifier {
  const verifier = createVerifier(options);
  open.push(verifier);
  return verifier;
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((verifier) => verifier.close()));
});

const scored = (publicAccuracy: number): Verified => ({
  ok: true,
  publicAccuracy,
  privateAccuracy: 0.5,
  right: new Uint8Array(0),
  milliseconds: 1,
});

describe('I9: with the real thread and the real hidden pictures', () => {
  test('untrained networks of both kinds score near guessing, the same each time', async () => {
    const verifier = verifierWith({});
    for (const network of [linear, convolutional]) {
      const job = { experiment: experimentWith(network), weights: startOf(network) };
      const first = await verifier.evaluate(job);
      const again = await verifier.evaluate(job);
      expect(first).toMatchObject({ ok: true });
      if (!first.ok || !again.ok) throw new Error('refused');
      expect(first.publicAccuracy).toBeGreaterThan(0);
      expect(first.publicAccuracy).toBeLessThan(0.35);
      expect(again.publicAccuracy).toBe(first.publicAccuracy);
      expect(again.privateAccuracy).toBe(first.privateAccuracy);
    }
  });

  test('finite weights whose outputs overflow are refused, and the next network is scored', async () => {
    const verifier = verifierWith({});
    const huge = startOf(linear).fill(3e38);
    expect(await verifier.evaluate({ experiment: experimentWith(linear), weights: huge })).toEqual({
      ok: false,
      code: 'weights-not-finite',
    });
    expect(
      await verifier.evaluate({ experiment: experimentWith(linear), weights: startOf(linear) }),
    ).toMatchObject({ ok: true });
  });
});

describe('a thread that misbehaves', () => {
  const job = { experiment: experimentWith(linear), weights: startOf(linear) };

  test('one that hangs is ended, its job refused, and the next job has a fresh thread', async () => {
    const { threads, spawn } = fakeThreads<VerifyJob, Verified>();
    const verifier = verifierWith({ spawn, timeoutMs: 5 });
    expect(await verifier.evaluate(job)).toEqual({ ok: false, code: 'verifier-failed' });
    expect(threads[0]!.terminated).toBe(true);
    const next = verifier.evaluate(job);
    expect(threads).toHaveLength(2);
    threads[1]!.answer(scored(0.9));
    expect(await next).toMatchObject({ ok: true, publicAccuracy: 0.9 });
  });

  test('one that dies refuses its job alone; those that wait are scored', async () => {
    const { threads, spawn } = fakeThreads<VerifyJob, Verified>();
    const verifier = verifierWith({ spawn });
    const [first, second] = [verifier.evaluate(job), verifier.evaluate(job)];
    threads[0]!.emit('exit', 1);
    expect(await first).toEqual({ ok: false, code: 'verifier-failed' });
    threads[1]!.answer(scored(0.8));
    expect(await second).toMatchObject({ ok: true, publicAccuracy: 0.8 });
  });

  test('late words of an ended thread are not taken for the answer to another job', async () => {
    const { threads, spawn } = fakeThreads<VerifyJob, Verified>();
    const verifier = verifierWith({ spawn, timeoutMs: 20 });
    expect(await verifier.evaluate(job)).toMatchObject({ ok: false });
    const next = verifier.evaluate(job);
    threads[0]!.answer(scored(1));
    threads[1]!.answer(scored(0.3));
    expect(await next).toMatchObject({ publicAccuracy: 0.3 });
  });

  test('a full queue refuses at once; closing answers all that wait', async () => {
    const { threads, spawn } = fakeThreads<VerifyJob, Verified>();
    const verifier = verifierWith({ spawn, queueLimit: 1 });
    const running = verifier.evaluate(job);
    const waiting = verifier.evaluate(job);
    expect(await verifier.evaluate(job)).toEqual({ ok: false, code: 'verifier-busy' });
    expect(verifier.queueLength()).toBe(2);
    await verifier.close();
    expect(await running).toEqual({ ok: false, code: 'server-stopping' });
    expect(await waiting).toEqual({ ok: false, code: 'server-stopping' });
    expect(threads[0]!.terminated).toBe(true);
    expect(await verifier.evaluate(job)).toEqual({ ok: false, code: 'server-stopping' });
  });
});
