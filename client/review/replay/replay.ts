import type { Mark } from '@/protocol/views';

/** A student of a class that is replayed. */
export interface ReplayStudent {
  id: string;
  nickname: string;
  mark: Mark;
  joinedAt: number;
}

/** A run: where it stood at some moments. `accuracy`: null where it was no number. */
export interface ReplayRun {
  id: string;
  studentId: string;
  beganAt: number;
  /** When the last of it came, and how it ended then. */
  endedAt: number;
  diverged: boolean;
  moments: readonly { at: number; step: number; loss: number | null; accuracy: number | null }[];
}

/** A result that the server verified: of networks the visible half, of a challenge its mean over all parts. */
interface ReplayScore {
  studentId: string;
  at: number;
  value: number;
}

/** A sitting as it can be gone through again. Times by the server's clock, milliseconds since 1970. */
export interface Replay {
  classId: string;
  /** Students were called by their marks. */
  anonymised: boolean;
  from: number;
  to: number;
  students: readonly ReplayStudent[];
  runs: readonly ReplayRun[];
  scores: readonly ReplayScore[];
  guesses: readonly { at: number }[];
  messages: readonly { at: number; text: string; to: number }[];
  bookmarks: readonly { at: number; note: string; stepNumber: number | null }[];
}
