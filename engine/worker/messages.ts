import type { BackendFacts } from '@/engine/backend/backend-facts';
import type { RuledData } from '@/engine/digits/data-rule';
import type { Progress } from '@/engine/digits/picture-store';
import { classifyError, type EngineErrorCode } from '@/engine/engine-error';
import type { DeviceRound } from '@/engine/together/device-round';
import type { TogetherShares } from '@/engine/together/networks-together';
import type { PictureToLearn } from '@/engine/together/picture-gradient';
import type { Checkpoint, TrainerState } from '@/engine/training/checkpoint';
import type { DatasetId, DatasetPart } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';
import type { Backend } from '@/protocol/experiment-choices';
import type { Finding } from '@/protocol/finding';
import type { Point } from '@/protocol/run';

/**
 * What the page asks of the training worker over their line (base/line), and what that tells unasked. Pixels are bytes everywhere, 0 paper
 * to 255 ink, row by row.
 */

/** The answer to `begin`. */
export interface Begun {
  backend: BackendFacts;
  /** 0, or the checkpoint's. */
  step: number;
  totalSteps: number;
  stepsPerEpoch: number;
  weightCount: number;
}

/** A picture the network got most wrong: confident in a wrong answer. */
export interface Mistake {
  /** Index in the validation part. */
  index: number;
  label: number;
  answer: number;
  probabilities: number[];
  /** Of one picture. */
  pixels: Uint8Array;
}

/** The network as it stands, on the whole validation part. */
export interface Report {
  step: number;
  /** Seconds of training, pauses left out. */
  seconds: number;
  loss: number;
  accuracy: number;
  examples: number;
  /** Counts: row = digit, column = answer (same form as RunReport.confusion). */
  confusion: number[][];
  /** Share of right answers for each digit. */
  classAccuracy: number[];
  /** At most 24, the most confident wrong answers first. */
  mistakes: Mistake[];
}

/** How the network as it stands does on the pictures that are kept for judging it alone. */
export interface CheckCount {
  right: number;
  pictures: number;
  /** That the evaluation took; fetching the pictures left out. */
  milliseconds: number;
}

/** What a network answers to every validation picture, as sure as it is. */
export interface ValidationAnswers {
  labels: Uint8Array;
  /** pictures × labels. */
  probabilities: Float32Array;
}

/** What many networks come to together. */
export interface TogetherAnswer extends TogetherShares {
  /** That it took; fetching pictures and code left out. */
  milliseconds: number;
}

/** What a device sends of a round of learning together. */
export interface RoundAnswer {
  weights: Float32Array;
  /** That the training took; fetching pictures and code left out. */
  milliseconds: number;
}

/** The first layer's weights as pictures: for a dense layer one of the pictures' size a unit, for a convolution one kernel a filter. */
export interface FirstLayer {
  kind: 'dense' | 'convolutional';
  /** Side of a picture in weights: that of the data set's pictures, or the kernel's. */
  size: number;
  /** Units or filters shown, `size * size` signed values each, one after another. */
  count: number;
  /** Units or filters that the layer has. */
  of: number;
  values: Float32Array;
  /** The largest absolute value over all pictures, for a common scale. */
  largest: number;
}

/** Some pictures with their labels. */
export interface Samples {
  part: DatasetPart;
  start: number;
  count: number;
  /** One picture after another. */
  pixels: Uint8Array;
  labels: Uint8Array;
}

/** What can be asked, with its answer. */
export interface Requests {
  /** Starts to fetch the pictures of a data set, which stay loaded; answered when the first part is there (the rest streams on). */
  load: { input: { dataset: DatasetId; dataUrl: string; wasmUrl: string }; answer: Progress };
  /** Fetches the code that trains, ahead of `begin`; comes after `load`. */
  prepare: { input: Record<never, never>; answer: null };
  /** Builds the network (of a seed, or from a checkpoint) and chooses the backend. Ends an earlier training. */
  begin: {
    input: {
      /** Number of this training; its events carry it. The client counts up. */
      run: number;
      experiment: Experiment;
      backend: Backend | 'auto';
      /** Remembered result of an earlier calibration on this device, for `auto`. */
      remembered: Backend | null;
      /** Backends that failed here and must not be chosen. */
      avoid: Backend[];
      checkpoint: Checkpoint | null;
      /** Points at or below this step are known already and are not told again. -1: tell all. */
      emitAfterStep: number;
    };
    answer: Begun;
  };
  /** Trains until paused, finished, diverged, or so many steps have been done where it is not there yet (null: to its end); answered when it has begun. */
  train: { input: { until: number | null }; answer: null };
  /** Answered when no step is under way any more and the checkpoint event is out. */
  pause: { input: Record<never, never>; answer: null };
  /** Exactly one optimiser step; pauses first where needed. */
  step: { input: Record<never, never>; answer: Point };
  /** Does the steps up to one and nothing else; a pause ends it earlier. Answered with where it stands then, and all there is to go on from. */
  reach: { input: { step: number }; answer: Checkpoint };
  /** Back to step 0 with the weights of the seed. */
  reset: { input: Record<never, never>; answer: null };
  report: { input: Record<never, never>; answer: Report };
  validationAnswers: { input: Record<never, never>; answer: ValidationAnswers };
  /** Puts networks of one shape together (engine/together); comes after `load`. What stands in the worker stays. */
  together: {
    input: {
      experiment: Experiment;
      /** Each in storage order. */
      networks: Float32Array[];
      remembered: Backend | null;
    };
    answer: TogetherAnswer;
  };
  /** Trains on from the class's weights, on the device's own pictures alone; comes after `load`. What stands in the worker stays. */
  learnRound: { input: DeviceRound; answer: RoundAnswer };
  /** What one example teaches: ∂L/∂w of every weight. What stands in the worker stays; comes after `load`. */
  pictureGradient: { input: PictureToLearn; answer: Float32Array };
  /** Null: the outputs are not finite. */
  check: { input: Record<never, never>; answer: CheckCount | null };
  /** All weights, as they are handed in for a challenge. */
  weights: { input: Record<never, never>; answer: { step: number; weights: Float32Array } };
  /** What the doctor says of the network now. */
  examine: { input: Record<never, never>; answer: readonly Finding[] };
  firstLayer: { input: { most: number }; answer: FirstLayer };
  /** The probability of each label; answered between two slices while a training runs. */
  predict: { input: { pixels: Uint8Array }; answer: number[] };
  samples: {
    /** `ruled`: as this experiment has them; left out: as they are. */
    input: {
      dataset: DatasetId;
      part: DatasetPart;
      start: number;
      count: number;
      ruled?: Pick<RuledData, 'data' | 'seed'>;
    };
    answer: Samples;
  };
  /** Answered as soon as the worker looks at its messages: it lives. */
  ping: { input: Record<never, never>; answer: null };
  /** Frees the network; the pictures stay loaded. */
  dispose: { input: Record<never, never>; answer: null };
}
export type RequestName = keyof Requests;

/** What the worker tells unasked. `run` is that of the `begin` it belongs to. */
export type TrainerEvent =
  | { type: 'loading'; dataset: DatasetId; progress: Progress }
  /** The first training pictures are here; a training can begin. */
  | { type: 'ready'; dataset: DatasetId; progress: Progress }
  | { type: 'backend'; run: number; facts: BackendFacts }
  /** At most ten a second. */
  | { type: 'point'; run: number; point: Point }
  /** How far `reach` is, a few times a second. */
  | { type: 'reaching'; run: number; step: number }
  | { type: 'state'; run: number; state: TrainerState; step: number }
  /** About every three seconds of training, at a pause and at the end; not of a diverged network. */
  | { type: 'checkpoint'; run: number; checkpoint: Checkpoint }
  /** A few times a minute while it trains. */
  | { type: 'findings'; run: number; findings: readonly Finding[] }
  | { type: 'error'; run: number | null; code: EngineErrorCode; detail: string };

/** Why a request was refused; `detail` is for logs. */
export interface TrainerRefusal {
  code: EngineErrorCode;
  detail: string;
}

/** What a caught error is on the way. */
export function trainerRefusalOf(error: unknown): TrainerRefusal {
  const { code, message: detail } = classifyError(error);
  return { code, detail };
}
