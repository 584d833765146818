import { describe, expect, it } from 'vitest';
import type { ClassState } from '@/classroom/state';
import { countVotes } from '@/engine/together/count-votes';
import { weightBytes } from '@/engine/verify/check-weights';
import { scoringOperations } from '@/engine/verify/cost';
import type { Experiment } from '@/protocol/experiment';
import { LIMITS } from '@/protocol/limits';
import { type Refusal, refuse } from '@/protocol/refusals';
import { countEnsemble } from '@/server/verify/class-ensemble';
import type { EnsembleAnswer, EnsembleJob } from '@/server/verify/ensemble-counter';
import { aClass, aScore, idOf, withStudents } from '@/tests/classroom/made-states';

const DENSE = aScore(1, 0.5).experiment;
const LARGE: Experiment = {
  ...DENSE,
  network: { kind: 'convolutional', filters: [32, 64], kernel: 5, dense: 256, activation: 'relu' },
};

function classOf(...experiments: Experiment[]): ClassState {
  const state = withStudents(aClass({ maxStudents: 200 }), ...experiments.map((_, i) => `Student ${i}`));
  return { ...state, scores: experiments.map((experiment, i) => aScore(i + 1, 0.5, { experiment })) };
}

/** A counter whose networks all answer 1, on three pictures of which two are a 1. */
function counter(answerTo: (job: EnsembleJob) => EnsembleAnswer | Refusal | null = () => null) {
  const asked: EnsembleJob['ask'][] = [];
  return {
    asked,
    do: async (_classId: string, job: EnsembleJob) => {
      asked.push(job.ask);
      const given = answerTo(job);
      if (given) return given;
      if (job.ask === 'average') return { ok: true as const, averaged: { plain: 0.2, aligned: 0.6 } };
      if (job.ask === 'count')
        return { ok: true as const, counted: countVotes(job.ballots, Uint8Array.of(1, 1, 2), 10, job.seed) };
      const ballot = { labels: Uint8Array.of(1, 1, 1), certainty: Float32Array.of(1, 1, 1) };
      return { ok: true as const, ballot };
    },
  };
}

const kept = (experiment = DENSE) => new Uint8Array(weightBytes(experiment));
const store = (read: (runId: string) => Uint8Array | null = () => kept()) => ({
  readWeights: async (runId: string) => read(runId),
});

describe('counting the vote of a class', () => {
  it('asks one network after another, then counts and averages once', async () => {
    const three = counter();
    const found = await countEnsemble(classOf(DENSE, DENSE, DENSE), { counter: three, store: store() });
    expect(three.asked).toEqual(['ballot', 'ballot', 'ballot', 'count', 'average']);
    expect(found).toMatchObject({ networks: 3, leftOut: 0, average: { networks: 3, plain: 0.2 } });
    expect(found).toMatchObject({ voted: 2 / 3, alone: {}, nobody: 1 });
  });

  it('has no vote of networks whose weights are gone, cut, no numbers, or come to nothing', async () => {
    const notNumbers = kept();
    new DataView(notNumbers.buffer).setFloat32(0, Number.NaN, true);
    const bad: Record<string, Uint8Array | null> = {
      'run-1': null,
      'run-2': kept().subarray(4),
      'run-3': notNumbers,
    };
    const read = (runId: string) => (runId in bad ? bad[runId]! : kept());
    let ballots = 0;
    const failing = counter((job) => {
      if (job.ask !== 'ballot') return null;
      ballots += 1;
      // Infinite outputs, as the thread says it.
      return ballots === 1 ? refuse('verifier-failed') : null;
    });
    const state = classOf(DENSE, DENSE, DENSE, DENSE, DENSE, DENSE);
    expect(await countEnsemble(state, { counter: failing, store: store(read) })).toMatchObject({
      networks: 2,
    });
    expect(
      await countEnsemble(classOf(DENSE, DENSE, DENSE), { counter: counter(), store: store(read) }),
    ).toEqual(refuse('too-few-networks'));
  });

  it('leaves the costliest out where all would take too long, and averages no networks of several shapes', async () => {
    const large = Math.ceil(LIMITS.operationsPerEnsemble / scoringOperations(LARGE)) + 1;
    const state = classOf(...Array.from({ length: large }, () => LARGE), DENSE);
    const sizes = new Map(state.scores.map(({ runId, experiment }) => [runId, experiment]));
    const all = counter();
    const found = await countEnsemble(state, {
      counter: all,
      store: store((runId) => kept(sizes.get(runId)!)),
    });
    expect(found).toMatchObject({ average: null });
    if ('ok' in found) throw new Error(found.code);
    expect(found.leftOut).toBeGreaterThan(0);
    expect(found.networks + found.leftOut).toBe(large + 1);
    // The small one is in.
    expect(idOf(large + 1)).toBe(state.scores.at(-1)!.studentId);
    expect(all.asked).not.toContain('average');
  });

  it('says that it is busy, or stops, to whoever asked; a failed average costs the vote nothing', async () => {
    for (const code of ['verifier-busy', 'server-stopping'] as const) {
      const busy = counter(() => refuse(code));
      expect(await countEnsemble(classOf(DENSE, DENSE), { counter: busy, store: store() })).toEqual(
        refuse(code),
      );
      expect(busy.asked).toEqual(['ballot']);
    }
    const failing = counter((job) => (job.ask === 'average' ? refuse('verifier-failed') : null));
    expect(await countEnsemble(classOf(DENSE, DENSE), { counter: failing, store: store() })).toMatchObject({
      networks: 2,
      average: null,
    });
  });
});
