import type { CheckpointAbout } from '@/protocol/checkpoints';

/** A moment of a run with its weights. */
export interface OfferedCheckpoint extends Omit<CheckpointAbout, 'findings'> {
  findings: readonly CheckpointAbout['findings'][number][];
  weights: Float32Array;
}

/** At a pause, where the run has gone on by so much since the last moment that was sent. */
const WORTH_AT_PAUSE = 1.25;

interface ChosenOfRun {
  runId: string;
  sentStep: number;
  last: OfferedCheckpoint;
  best: OfferedCheckpoint;
}

/**
 * Which moments of a run are worth being kept with the class: each at which a few times as many steps are done as at the one before, and when it
 * ends the best and the last. So a run costs a few uploads, however long it is; the server lets go of what it has no room for.
 */
export class CheckpointChoice {
  private chosen: ChosenOfRun | null = null;

  /** @param apart how many times as many steps are done at a moment as at the one before */
  constructor(
    private readonly send: (checkpoint: OfferedCheckpoint) => void,
    private readonly apart = 2,
  ) {}

  /** A moment has come. */
  offer(checkpoint: OfferedCheckpoint): void {
    if (checkpoint.step < 1) return;
    const { runId } = checkpoint;
    const known = this.chosen?.runId === runId ? this.chosen : null;
    const chosen = known ?? { runId, sentStep: 0, last: checkpoint, best: checkpoint };
    chosen.last = checkpoint;
    if (lossOf(checkpoint) <= lossOf(chosen.best)) chosen.best = checkpoint;
    this.chosen = chosen;
    if (checkpoint.step >= this.apart * chosen.sentStep) this.sendOne(chosen, checkpoint);
  }

  /** The run stands still, or has come to its end. */
  settle(runId: string, how: 'stands' | 'ended'): void {
    const { chosen } = this;
    if (chosen?.runId !== runId) return;
    const { best, last } = chosen;
    if (how === 'stands') {
      if (last.step >= WORTH_AT_PAUSE * chosen.sentStep) this.sendOne(chosen, last);
      return;
    }
    this.chosen = null;
    if (best.step < last.step) this.send(best);
    if (last.step > chosen.sentStep) this.send(last);
  }

  private sendOne(chosen: ChosenOfRun, checkpoint: OfferedCheckpoint): void {
    chosen.sentStep = checkpoint.step;
    this.send(checkpoint);
  }
}

const lossOf = ({ validationLoss }: OfferedCheckpoint) => validationLoss ?? Number.POSITIVE_INFINITY;
