import type { BackendFacts } from '@/engine/backend/backend-facts';
import type { Progress } from '@/engine/digits/picture-store';
import type { EngineErrorCode } from '@/engine/engine-error';
import type { FirstLayer, Report, Samples } from '@/engine/worker/messages';
import type { DatasetPart } from '@/protocol/datasets';
import type { Backend, Experiment } from '@/protocol/experiment';
import type { Finding } from '@/protocol/finding';
import type { Answer, RefusalCode } from '@/protocol/refusals';
import type { Point, RunOrigin, RunState, RunSummary } from '@/protocol/run';
import type { SubmissionScored } from '@/protocol/submission';
import type { AloneAttempts } from './alone-attempts';

/** The run on the bench. */
export interface CurrentRun {
  id: string;
  experiment: Experiment;
  /** `ready`: at step 0 and nothing sent yet. */
  state: 'ready' | RunState;
  backend: BackendFacts | null;
  totalSteps: number;
  stepsPerEpoch: number;
  weightCount: number;
  /** All points so far, oldest first (those from before a reload too). */
  points: readonly Point[];
  report: Report | null;
  /** What the doctor has found at its last visit. */
  findings: readonly Finding[];
  /** The newest verified result of this run. */
  scored: SubmissionScored | null;
  /** The moment of another run with whose weights it began; left out: those of its seed. */
  continues?: RunOrigin;
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
  runs: readonly RunSummary[];
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
  report(): Promise<Report | null>;
  /** What the doctor finds in the network as it stands; null while there is none. */
  examine(): Promise<readonly Finding[] | null>;
  firstLayer(most: number): Promise<FirstLayer | null>;
  /** The probability of each label for one picture; null while there is no network. */
  predict(pixels: Uint8Array): Promise<number[] | null>;
  samples(part: DatasetPart, start: number, count: number): Promise<Samples | null>;
  /** In a class the server judges the network, alone this browser does. */
  submit(): Promise<Answer<SubmissionScored>>;
  /** Alone: starts the clock, after which what is judged counts no more as in time. */
  race(minutes: number): void;
  dispose(): void;
}
