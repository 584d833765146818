import type { Progress } from '@/engine/digits/picture-store';
import type { EngineErrorCode } from '@/engine/engine-error';
import type { FirstLayer, Report, Samples } from '@/engine/worker/messages';
import type { DatasetPart } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';
import type { Backend } from '@/protocol/experiment-choices';
import type { Finding } from '@/protocol/finding';
import type { Answer, RefusalCode } from '@/protocol/refusals';
import type { PictureRun, RunOrigin } from '@/protocol/run';
import type { SubmissionScored } from '@/protocol/submission';
import type { AloneAttempts } from './alone-attempts';
import type { BesideBench } from './beside-bench';
import type { CurrentRun } from './current-run';

/** All weights in storage order, and after how many steps. */
export interface StandingWeights {
  step: number;
  weights: Float32Array;
}

/** A network as somebody hands it: its settings, and its weights in place of those of the seed. */
export interface HandedNetwork {
  experiment: Experiment;
  weights: Float32Array;
  /** The moment of the run that they are from. */
  from: RunOrigin;
}

/** What stood on a bench before a network was handed. */
export interface PutBy {
  /** The run; null: nothing had been trained. */
  runId: string | null;
  /** Of the settings for the next run. */
  seed: number;
}

/** What the bench draws from. Immutable: a change makes a new object. */
export interface TrainingSnapshot {
  /** Pictures: how far they are loaded. */
  progress: Progress | null;
  /** `starting`: building the network or choosing the backend. */
  phase: 'loading' | 'starting' | 'idle' | 'failed';
  error: EngineErrorCode | null;
  /** A failure that was recovered from, to be told once. */
  recovered: { from: Backend; to: Backend; code: EngineErrorCode } | null;
  /** What the student has set up for the next run. */
  draft: Experiment;
  backendChoice: Backend | 'auto';
  current: CurrentRun | null;
  /** Whether the draft differs from the current run's experiment. */
  draftChanged: boolean;
  /** The class is paused by the teacher: Train and Step wait. */
  heldByTeacher: boolean;
  /** Another tab has taken this run. */
  takenElsewhere: boolean;
  /** Batches not yet acknowledged. */
  unsent: number;
  /** Why the server takes no more of the current run (too many points, the class is long over); null while it does. */
  recordingRefusal: RefusalCode | null;
  /** False: the browser keeps nothing on disk here (private window), so a reload would lose what is unsent. */
  durable: boolean;
  submitting: boolean;
  /** Submissions that are scored before the own one, 0 while it is; null: on its way, or nothing handed in. */
  submissionsBefore: number | null;
  submissionRefusal: RefusalCode | null;
  /** Alone: how the networks that were judged here did; null in a class. */
  alone: AloneAttempts | null;
  /** Own runs, newest first, the current one among them. */
  runs: readonly PictureRun[];
}

/**
 * One student's trainer: worker, outbox, checkpoints and runs behind one object. React-free; hook in use-training.ts.
 * With no class (alone at /learn) it is the same without the sending.
 */
export interface BenchTraining {
  snapshot(): TrainingSnapshot;
  subscribe(listener: () => void): () => void;
  /**
   * Makes the network ready in the worker, which fetches the code that trains. In a class it is ready from the start;
   * alone, pictures need none of it: the first bench that uses the network asks, or the first Train or Step.
   */
  prepare(): void;
  setDraft(draft: Experiment): void;
  chooseBackend(backend: Backend | 'auto'): void;
  /** Starts, goes on, or (where the draft has changed or the run has ended) begins a new run. */
  train(): Promise<void>;
  pause(): Promise<void>;
  /** Exactly one optimiser step. */
  step(): Promise<void>;
  /** Puts the run aside (it stays saved) and stands at step 0 with the draft and the same seed. */
  reset(): Promise<void>;
  newSeed(): void;
  /**
   * Lays a network that somebody has handed on the bench, in place of the run there, which is put by and can be taken back: a new run begins
   * with its weights.
   */
  takeNetwork(handed: HandedNetwork): void;
  /** Puts the run that was put by last on the bench again, as it stood; a new one at its start where nothing had been trained. */
  takeBack(putBy: PutBy): void;
  report(): Promise<Report | null>;
  /** What the doctor finds in the network as it stands; null while there is none. */
  examine(): Promise<readonly Finding[] | null>;
  firstLayer(most: number): Promise<FirstLayer | null>;
  /** The network as it stands, every number of it; null while there is none. */
  weights(): Promise<StandingWeights | null>;
  /** The probability of each label for one picture; null while there is no network. */
  predict(pixels: Uint8Array): Promise<number[] | null>;
  /** Pictures as the run on the bench has them, or the next one where there is none. */
  samples(part: DatasetPart, start: number, count: number): Promise<Samples | null>;
  /** In a class the server judges the network, alone this browser does. */
  submit(): Promise<Answer<SubmissionScored>>;
  /** Alone: starts the clock, after which what is judged counts no more as in time. */
  race(minutes: number): void;
  /** For what is trained beside the run on the bench; null: nothing is. */
  readonly beside: BesideBench | null;
  dispose(): void;
}
