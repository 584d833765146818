import type { ProbedNetwork } from '@/engine/runs/probed-network';
import type { Ballot } from '@/engine/together/ballots';
import type { CountedVotes } from '@/engine/together/count-votes';
import type { CombinedRound, LabelShares } from '@/engine/together/judge-rounds';
import type { MergedNetworks } from '@/engine/together/merge-networks';
import type { MaskedPart } from '@/engine/together/pairwise-masks';
import type { DatasetId } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';
import type { Refusal } from '@/protocol/refusals';
import type { RoundRule } from '@/protocol/rounds-settings';
import { CHECK_MEMORY } from '@/server/memory';
import { startThread } from '@/server/thread';
import { createThreadQueue, type QueueThread } from './thread-queue';

/**
 * To the thread: what one network says of the public half of the hidden pictures, or of drawings, one after another; what it makes of
 * them once they are changed; what comes of such votes; what becomes of averaged weights, with or without what
 * a class is shown of it; what each of some networks is right on; what a round of learning together comes to; or what a
 * sum behind masks is.
 */
export type EnsembleJob =
  | { ask: 'ballot'; experiment: Experiment; weights: Float32Array; drawings?: Uint8Array }
  | { ask: 'count'; dataset: DatasetId; ballots: readonly Ballot[]; seed: number }
  | { ask: 'probe'; experiment: Experiment; weights: Float32Array }
  | { ask: 'merge'; experiment: Experiment; networks: readonly Float32Array[] }
  | { ask: 'average'; experiment: Experiment; networks: readonly Float32Array[] }
  | { ask: 'unmask'; parts: readonly MaskedPart[] }
  | { ask: 'judge'; experiment: Experiment; networks: readonly Float32Array[] }
  | { ask: 'round'; experiment: Experiment; networks: readonly Float32Array[]; rule: RoundRule };

/** And back. */
export type EnsembleAnswer =
  | { ok: true; ballot: Ballot }
  | { ok: true; counted: CountedVotes }
  /** Shares of right answers of one network with the mean of all weights, as they are and aligned. */
  | { ok: true; averaged: { plain: number; aligned: number } }
  | { ok: true; merged: MergedNetworks }
  | { ok: true; probed: ProbedNetwork }
  /** One for each network. */
  | { ok: true; judged: LabelShares[] }
  | { ok: true; combined: CombinedRound }
  | { ok: true; sum: Int32Array };

/** Has networks vote, in a thread of its own: nothing that a class hands in meanwhile waits for it. */
export interface EnsembleCounter {
  /** @param classId whose job it is: classes are served in turn. Weights in the job are of no use here afterwards */
  do(classId: string, job: EnsembleJob): Promise<EnsembleAnswer | Refusal>;
  close(): Promise<void>;
}

/** Weights go to the thread for good: nobody here asks for them again, and none of them is copied. */
function weightsIn(job: EnsembleJob): ArrayBuffer[] {
  if (job.ask === 'count' || job.ask === 'unmask') return [];
  const networks = 'weights' in job ? [job.weights] : job.networks;
  return networks.map(({ buffer }) => buffer as ArrayBuffer);
}

/** One job at a time, a bounded queue. Jobs are small: one network each, then all that they said. */
export function createEnsembleCounter({
  spawn = () => startThread('ensemble', { resourceLimits: CHECK_MEMORY }),
  timeoutMs = 20_000,
  queueLimit = 40,
}: {
  spawn?: () => QueueThread;
  timeoutMs?: number;
  queueLimit?: number;
} = {}): EnsembleCounter {
  const queue = createThreadQueue<EnsembleJob, EnsembleAnswer>({
    ...{ name: 'ensemble', spawn, timeoutMs, queueLimit },
    groupLimit: 2,
  });
  return {
    do: (classId, job) => queue.run('', () => ({ job, transfer: weightsIn(job) }), classId),
    close: () => queue.close(),
  };
}
