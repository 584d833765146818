import type { RunTable } from '@/protocol/run-table';
import type { Mark } from '@/protocol/views';

/** A step's guesses whose outcome is known. */
export interface KnownGuesses {
  /** The step's. */
  title: string;
  question: string;
  choices: readonly string[];
  /** Row: what was guessed; column: what came true. */
  counts: readonly (readonly number[])[];
}

/** A class whose pictures are looked at. */
export interface PicturesOfClass {
  classId: string;
  /** In the reader's language; null where this version does not know it. */
  lessonTitle: string | null;
  at: number;
  /** Students are told by their marks alone. */
  anonymised: boolean;
  students: { id: string; nickname: string; mark: Mark }[];
  runs: RunTable;
  guesses: KnownGuesses[];
}
