import type { LossId } from '@/engine/dense/losses';
import type { DenseShape } from '@/engine/dense/shape';
import type { PointSet } from '@/engine/points/point-set';
import type { Split } from '@/engine/points/split';
import type { Finding } from '@/protocol/finding';
import type { Adjustable, StopReason, TrainingStanding } from './playground-training';
import type { PlaygroundSetup } from './setup';

/** What the page asks of the worker of the 2-D bench over their line (base/line), and what that tells unasked. */

/** Why something failed; closed, so that every one of them has a translated message. */
const PLAYGROUND_ERRORS = [
  /** The setup wants own points and none were given. */
  'own-points-missing',
  /** More than MOST_WEIGHTS weights. */
  'too-many-weights',
  /** A weight, a unit or a step that does not exist, or a value that is no number. */
  'bad-weight',
  /** Asked for something that needs `begin` first, or that a newer `begin` or `dispose` overtook. */
  'not-begun',
  /** The worker could not start, died, or met an error that nobody foresaw. */
  'worker-failed',
] as const;
export type PlaygroundErrorCode = (typeof PLAYGROUND_ERRORS)[number];

export type PlaygroundState =
  /** Step 0, or edited there. */
  | { name: 'ready' }
  | { name: 'training' }
  | { name: 'paused' }
  /** A stop condition was met; training may go on. */
  | { name: 'reached'; reason: Exclude<StopReason, 'diverged'> }
  /** The weights have no meaning any more: only `rewind`, `begin` or older weights help. */
  | { name: 'diverged' };

/** The network as it stands: all that the bench draws. */
export interface Frame {
  standing: TrainingStanding;
  /** All weights, in the order of engine/dense/shape.ts. */
  weights: Float32Array<ArrayBuffer>;
  /** Cells along each side of the surface. */
  surfaceSize: number;
  /** surfaceSize² cells from the top left, in each one number an output. */
  surface: Float32Array<ArrayBuffer>;
  /** Cells along each side of a unit's picture. */
  unitSize: number;
  /** Picture after picture, from the first hidden unit on. */
  units: Float32Array<ArrayBuffer>;
  /** The picture of the unit asked for with `enlarge`, as fine as the surface; null while none is. */
  enlarged: { unit: number; picture: Float32Array<ArrayBuffer> } | null;
}

/** The answer to `begin`. */
export interface PlaygroundBegun {
  points: Split;
  shape: DenseShape;
  loss: LossId;
  weightCount: number;
  stepsPerEpoch: number;
}

/** How fast: all the worker can, or so many steps a second, to see each of them. */
export type Speed = 'full' | number;

type Nothing = Record<never, never>;

/** What can be asked, with its answer. Every change is followed by a frame. */
export interface PlaygroundRequests {
  /** Makes points and network of a setup. Ends an earlier training. */
  begin: {
    input: {
      run: number;
      setup: PlaygroundSetup;
      own: PointSet | null;
      surfaceSize: number;
      unitSize: number;
    };
    answer: PlaygroundBegun;
  };
  train: { input: Nothing; answer: null };
  pause: { input: Nothing; answer: null };
  /** So many steps; pauses first where needed. */
  step: { input: { count: number }; answer: TrainingStanding };
  /** Back to the weights and the order of step 0. */
  rewind: { input: Nothing; answer: null };
  /** Answers what the weight was, for undoing. */
  setWeight: { input: { index: number; value: number }; answer: number };
  /** All weights at once, as in an undo. Optimiser and step stay. */
  setWeights: { input: { weights: Float32Array }; answer: null };
  /** To where an earlier page left this training. Only weights and step are kept: momentum begins anew. */
  resume: { input: { weights: Float32Array; step: number }; answer: null };
  adjust: { input: Partial<Adjustable>; answer: null };
  speed: { input: { speed: Speed }; answer: null };
  /** Has frames carry one hidden unit's picture large (counted through all hidden layers), or none more. */
  enlarge: { input: { unit: number | null }; answer: null };
  /** The page has drawn the last frame and can take another. */
  drawn: { input: Nothing; answer: null };
  /** What the doctor says of the network now. */
  examine: { input: Nothing; answer: readonly Finding[] };
  /** The weights as they are handed in for a challenge. */
  weights: { input: Nothing; answer: { step: number; weights: Float32Array<ArrayBuffer> } };
}
export type PlaygroundRequestName = keyof PlaygroundRequests;

/** What the worker tells unasked. `run` is that of the `begin` it belongs to. */
export type PlaygroundEvent =
  | { type: 'frame'; run: number; frame: Frame }
  | { type: 'state'; run: number; state: PlaygroundState; step: number }
  /** A few times a minute while it trains; nothing where all is well. */
  | { type: 'findings'; run: number; findings: readonly Finding[] }
  | { type: 'error'; run: number | null; code: PlaygroundErrorCode; detail: string };

/** Why a request was refused; `detail` is for logs. */
export interface PlaygroundRefusal {
  code: PlaygroundErrorCode;
  detail: string;
}
