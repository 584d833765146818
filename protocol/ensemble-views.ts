import type { EnsembleFound } from './ensemble';

/** What everybody may know of what came of a vote of networks: nobody's network is told apart. */
export interface EnsembleResult extends Omit<EnsembleFound, 'alone'> {
  /** Pictures that exactly one network has right, over all networks. */
  onlyOne: number;
  /** Whether the pictures can tell the vote from the best network: else luck may have decided. */
  toldApart: boolean;
  /** How often each outcome was guessed. */
  guesses: readonly number[];
}

/** A vote of networks that is on, or the last that was counted. */
interface EnsembleNow {
  id: string;
  /** It is on: guesses are taken until it is counted. */
  open: boolean;
  /** Null: it has not been counted. */
  result: EnsembleResult | null;
}

/** As a student sees it; while guesses are taken nothing of others' is told. */
export interface OwnEnsemble extends EnsembleNow {
  guess: number | null;
  /** Pictures that the own network alone has right; null: it did not vote, or nothing is counted. */
  alone: number | null;
}

/** As the teacher does. */
export interface EnsembleDesk extends EnsembleNow {
  guessed: number;
  guesses: readonly number[];
  /** Whose network alone has pictures right, most first. */
  alone: readonly { studentId: string; pictures: number }[];
}

/** As the projector does: the first few who alone had pictures right, where names of the board are shown. */
export interface EnsembleOnScreen extends EnsembleNow {
  guessed: number;
  alone: readonly { mark: { colour: number; glyph: number }; nickname: string | null; pictures: number }[];
}

/** One that was counted, as a teacher reads of it afterwards. */
export interface CountedEnsemble {
  id: string;
  countedAt: number;
  result: EnsembleResult;
  alone: EnsembleDesk['alone'];
}

/** At a console: how many networks could vote now, and the vote that is on or was counted last. */
export interface EnsembleConsole {
  networks: number;
  now: EnsembleDesk | null;
}
