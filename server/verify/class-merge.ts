import { quartilesOf } from '@/base/quartiles';
import { mergeEntries } from '@/classroom/merge-members';
import { seatsMoved } from '@/classroom/merges';
import type { ClassState, VerifiedScore } from '@/classroom/state';
import { readWeights, weightBytes } from '@/engine/verify/check-weights';
import { bytesToText } from '@/protocol/bytes-text';
import { DATASETS } from '@/protocol/datasets';
import { LIMITS } from '@/protocol/limits';
import type { Merge, MergeFound } from '@/protocol/merge';
import { LEAST_MERGED } from '@/protocol/merge-settings';
import { type Refusal, refuse } from '@/protocol/refusals';
import type { Store } from '@/server/store/store';
import type { EnsembleCounter } from './ensemble-counter';

interface Means {
  counter: Pick<EnsembleCounter, 'do'>;
  store: Pick<Store, 'readWeights'>;
}

/** Averages the networks that a class has handed in for it, aligns them, and averages them again, judged by the public half of the hidden pictures. */
export async function averageClass(
  state: ClassState,
  merge: Merge,
  { counter, store }: Means,
): Promise<MergeFound | Refusal> {
  const entries = [...mergeEntries(state, merge).values()];
  const scores = entries.flatMap(({ score }) => score ?? []).slice(0, mostAtOnce(entries));
  const members: { score: VerifiedScore; weights: Float32Array }[] = [];
  for (const score of scores) {
    const bytes = await store.readWeights(score.runId);
    const weights = bytes && readWeights(score.experiment, bytes);
    if (weights !== null && typeof weights !== 'string') members.push({ score, weights });
  }
  const [first] = members;
  if (first === undefined || members.length < LEAST_MERGED) return refuse('too-few-merged');
  const answer = await counter.do(state.id, {
    ask: 'merge',
    experiment: first.score.experiment,
    networks: members.map(({ weights }) => weights),
  });
  if (!answer.ok) return answer;
  if (!('merged' in answer)) return refuse('verifier-failed');
  const { orders, seats, shown, average, plain, aligned } = answer.merged;
  const alone = members.map(({ score }) => score.publicAccuracy);
  const moved = orders.slice(1).map(seatsMoved);
  const sum = (of: 'units' | 'of') => moved.reduce((all, one) => all + one[of], 0);
  const countOf = (reason: 'shape' | 'start') => entries.filter(({ leftOut }) => leftOut === reason).length;
  return {
    pictures: DATASETS[merge.dataset].hidden.half,
    networks: members.length,
    leftOut: {
      shape: countOf('shape'),
      start: countOf('start'),
      lost: entries.filter(({ score }) => score !== null).length - members.length,
    },
    ...{ best: Math.max(...alone), median: quartilesOf(alone).middle, worst: Math.min(...alone) },
    ...{ plain, aligned, seats },
    moved: { units: sum('units'), of: sum('of') },
    members: Object.fromEntries(
      members.map(({ score: { studentId, id } }, at) => [
        studentId,
        { submissionId: id, order: orders[at]! },
      ]),
    ),
    shown: shown.map(({ units, pictures }, at) => ({
      ...{ studentId: members[at]!.score.studentId, units },
      pictures: asText(pictures),
    })),
    average: { plain: asText(average.plain), aligned: asText(average.aligned) },
  };
}

/** Networks that can be held at once. */
function mostAtOnce(entries: readonly { score: VerifiedScore | null }[]): number {
  const one = entries.find(({ score }) => score !== null)?.score;
  return one ? Math.floor(LIMITS.bytesPerAverage / weightBytes(one.experiment)) : 0;
}

const asText = (numbers: Int8Array) => bytesToText(new Uint8Array(numbers.buffer));
