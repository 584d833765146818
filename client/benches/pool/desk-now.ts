import type { PoolTrainingState } from '@/engine/pool/messages';
import type { DataChoice } from '@/engine/pool/pool-pictures';
import type { PoolStanding } from '@/engine/pool/pool-training';
import type { FactsOfBench } from '@/lessons/facts';
import type { PoolNetwork } from '@/protocol/pool-rules';
import type { SourceNow } from './pool-source';

export type SourceName = 'class' | 'drawings' | 'clothes';

/** A point of the curve. */
export interface CurveAt {
  step: number;
  accuracy: number | null;
  validationAccuracy: number | null;
}

/** A training that was tried, for comparing. */
export interface PastTry {
  id: number;
  network: PoolNetwork;
  data: DataChoice;
  /** Pictures of each label that were learnt from. */
  counts: readonly number[];
  accuracy: number | null;
  validationAccuracy: number | null;
  /** Pictures that validated it. */
  validated: number;
}

/** Of all labels together. */
export function picturesIn(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}

/** Past trainings that are remembered. */
export const MOST_PAST = 12;

/** What was done to the data that a training learns from. */
export function spoiltIn({
  mostPerLabel,
  scarce,
  wrongShare,
}: DataChoice): FactsOfBench['pool-train']['spoilt'] {
  const done = [
    ...(mostPerLabel === null ? [] : ['few' as const]),
    ...(scarce === null ? [] : ['one-sided' as const]),
    ...(wrongShare === 0 ? [] : ['mislabelled' as const]),
  ];
  return done.length > 1 ? 'several' : (done[0] ?? 'nothing');
}

/** The newest training on whole data with this network, with which others of it are compared; undefined: there is none. */
export function wholeTry(past: readonly PastTry[], network: PoolNetwork): PastTry | undefined {
  return past.findLast((one) => one.network === network && spoiltIn(one.data) === 'nothing');
}

/** How many kinds of spoiling were trained, one at a time, beside whole data and the same network. */
export function kindsCompared(past: readonly PastTry[]): number {
  const alone = past
    .filter(({ network }) => wholeTry(past, network) !== undefined)
    .map(({ data }) => spoiltIn(data))
    .filter((kind) => kind !== 'nothing' && kind !== 'several');
  return new Set(alone).size;
}

/** The past with one more; of the oldest goes what is too much, but never the newest on whole data with the same network, with which others are compared. */
export function withPast(past: readonly PastTry[], one: PastTry): readonly PastTry[] {
  const all = [...past, one];
  if (all.length <= MOST_PAST) return all;
  const baseline = wholeTry(all, one.network);
  const drop = all.findIndex((other) => other !== baseline);
  return all.filter((_, i) => i !== drop);
}

/** The network on the desk. */
export interface DeskRun {
  state: PoolTrainingState;
  standing: PoolStanding;
  curve: readonly CurveAt[];
  network: PoolNetwork;
  data: DataChoice;
  source: SourceName;
  /** Pictures of each label that it learns from, and that validate. */
  counts: readonly number[];
  validationCount: number;
  poolVersion: string;
}

export type DeskProblem = 'too-few' | 'download-failed' | 'worker-failed';

/** What the benches draw from. Immutable: a change makes a new object. */
export interface DeskNow {
  source: SourceName;
  pool: SourceNow;
  network: PoolNetwork;
  data: DataChoice;
  run: DeskRun | null;
  /** Pictures are being fetched and the network made. */
  preparing: boolean;
  problem: DeskProblem | null;
  past: readonly PastTry[];
}

export function isOver(run: DeskRun | null): boolean {
  return run?.state === 'finished' || run?.state === 'diverged';
}
