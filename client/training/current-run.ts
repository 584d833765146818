import type { BackendFacts } from '@/engine/backend/backend-facts';
import type { Report } from '@/engine/worker/messages';
import type { Experiment } from '@/protocol/experiment';
import type { Finding } from '@/protocol/finding';
import type { Point, RunOrigin } from '@/protocol/run';
import type { RunState } from '@/protocol/run-state';
import type { SubmissionScored } from '@/protocol/submission';

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
