import type { PoolTrainingState } from '@/engine/pool/messages';
import type { DataChoice } from '@/engine/pool/pool-pictures';
import type { PoolStanding } from '@/engine/pool/pool-training';
import type { PoolNetwork } from '@/protocol/pool';
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
