import type { DatasetId } from './datasets';
import type { SummedGradients } from './leak';
import type { LeakStage, MaskPhase, MaskTrouble } from './leak-rules';

/** A picture on the projector, of nobody: what was read in a single gradient, and in what the same device sent behind masks. */
export interface LeakTile {
  pixels: string;
  label: number;
  /** Null: nothing has come. */
  noise: string | null;
}

/** How far a sum is. */
export interface MaskProgress {
  attempt: number;
  phase: MaskPhase;
  /** Devices that take part, of which gradients have come, that are missing, and that have told what they were asked. */
  joined: number;
  sent: number;
  missing: number;
  revealed: number;
  trouble: MaskTrouble | null;
}

/** What everybody may know. */
export interface LeakNow {
  id: string;
  dataset: DatasetId;
  stage: LeakStage;
  open: boolean;
  guessed: number;
  /** How often each outcome was guessed; null: not told yet. */
  guesses: readonly number[] | null;
  /** Students who have sent a single gradient. */
  sent: number;
  /** What is read in some uploads behind masks, where no pictures are shown. */
  noise: readonly string[];
  tiles: readonly LeakTile[];
  sum: MaskProgress | null;
  /** What sums have come to, the newest last. */
  sums: readonly SummedGradients[];
}

/** As a student sees it. */
export interface OwnLeak extends LeakNow {
  guess: number | null;
  /** Of the network's weights. */
  seed: number;
  /** Single gradients that may still be sent. */
  left: number;
  /** The own picture is kept, and may be shown; whether it is. */
  kept: boolean;
  shown: boolean;
  /** The own public key in the sum; null: this student does not take part. */
  key: string | null;
}

/** A picture that may be shown. */
interface LeakOffered {
  studentId: string;
  pixels: string;
  label: number;
  shown: boolean;
}

/** As the teacher does. */
export interface LeakDesk extends LeakNow {
  offered: readonly LeakOffered[];
}

/** At a console: the experiment that is on, or was the last. */
export interface LeakConsole {
  now: LeakDesk | null;
}

/** One that is over, as a teacher reads of it afterwards. */
export interface PastLeak extends LeakDesk {
  openedAt: number;
}
