import { isRoomCode, normaliseRoomCode, ROOM_CODE_ALPHABET, ROOM_CODE_LENGTH } from '@/protocol/room-code';

/** One sign of what was typed, and whether a code can have it. */
export interface CodeLetter {
  letter: string;
  possible: boolean;
}

/** What a typed text is, as a room code. */
export type ReadCode =
  | { kind: 'code'; code: string }
  | { kind: 'empty' }
  /** A sign that no code has: the first one. */
  | { kind: 'letter'; letter: string }
  /** Letters of another script, which leave open what was typed. */
  | { kind: 'keyboard' }
  /** Only possible signs, but too few or too many. */
  | { kind: 'length'; count: number };

/**
 * Whether `understandTyped` (client/landing/understand-typed) must look at it first: letters that no Latin keyboard writes, or a
 * link. Few need it, so it is no part of this.
 */
export function needsUnderstanding(typed: string): boolean {
  return /[^\p{Script=Latin}\P{L}]|\//u.test(typed.normalize('NFKC'));
}

/** The signs of a typed text after normalisation (blanks and punctuation gone, full width folded, capitals). */
export function codeLetters(typed: string): CodeLetter[] {
  return [...normaliseRoomCode(typed)].map((letter) => ({
    letter,
    possible: ROOM_CODE_ALPHABET.includes(letter),
  }));
}

/** Judges what was typed. @param typed null: letters that leave open what was typed */
export function readRoomCode(typed: string | null): ReadCode {
  if (typed === null) return { kind: 'keyboard' };
  const code = normaliseRoomCode(typed);
  if (code === '') return { kind: 'empty' };
  if (isRoomCode(code)) return { kind: 'code', code };
  const letters = codeLetters(typed);
  const wrong = letters.find(({ possible }) => !possible);
  if (wrong) return { kind: 'letter', letter: wrong.letter };
  return { kind: 'length', count: letters.length };
}

/**
 * The text as a perceptron's inputs: +1 for each possible sign, −1 for an impossible one or one too many.
 * The sum reaches θ = 6 for a well-formed code and for nothing else.
 */
export function codeSum(letters: readonly CodeLetter[]): number {
  return letters.reduce(
    (sum, { possible }, index) => sum + (possible && index < ROOM_CODE_LENGTH ? 1 : -1),
    0,
  );
}
