import { LIMITS } from '@/protocol/limits';
import { isRoomCode, normaliseRoomCode, ROOM_CODE_ALPHABET } from '@/protocol/room-code';

/** One sign of what was typed, and whether a code can have it. */
export interface CodeLetter {
  letter: string;
  possible: boolean;
}

/** What a typed text is, as a room code. */
export type ReadCode =
  /** `keyboard`: typed with an input method or a keyboard of another script, and read back to the keys. */
  | { kind: 'code'; code: string; keyboard?: true }
  | { kind: 'empty' }
  /** A sign that no code has: the first one. */
  | { kind: 'letter'; letter: string }
  /** Letters of another script, which leave open what was typed. */
  | { kind: 'keyboard' }
  /** Only possible signs, but too few or too many. */
  | { kind: 'length'; count: number };

/** Reads letters of another script back to the Latin keys; null where that leaves a doubt. */
export type KeyReader = (typed: string) => string | null;

/** A link into a class, alone or in a sentence; also of the teacher's pages, whose address somebody copied. */
const IN_LINK = /\/(?:join|class|screen|live)\/([^\s/?#]+)/i;
const LINK = /^\s*https?:\/\/[^\s/]+\/([^\s/?#]+)\/?\s*$/i;

/** Whether it has letters that no Latin keyboard writes, and a `KeyReader` is needed. Full-width ones are Latin. */
export function needsKeyReader(typed: string): boolean {
  return /[^\p{Script=Latin}\P{L}]/u.test(typed.normalize('NFKC'));
}

function codeText(typed: string): string {
  const [, coded] = IN_LINK.exec(typed) ?? LINK.exec(typed) ?? [];
  if (coded === undefined) return typed;
  try {
    return decodeURIComponent(coded);
  } catch {
    return coded;
  }
}

/** The signs of a typed text after normalisation (blanks and punctuation gone, full width folded, capitals). */
export function codeLetters(typed: string, readKeys?: KeyReader): CodeLetter[] {
  const text = codeText(typed);
  return [...normaliseRoomCode((needsKeyReader(text) && readKeys?.(text)) || text)].map((letter) => ({
    letter,
    possible: ROOM_CODE_ALPHABET.includes(letter),
  }));
}

/** Judges what was typed. */
export function readRoomCode(typed: string, readKeys?: KeyReader): ReadCode {
  const text = codeText(typed);
  if (readKeys && needsKeyReader(text)) {
    const latin = readKeys(text);
    if (latin === null) return { kind: 'keyboard' };
    const read = readRoomCode(latin);
    return read.kind === 'code' ? { ...read, keyboard: true } : read;
  }
  const code = normaliseRoomCode(text);
  if (code === '') return { kind: 'empty' };
  if (isRoomCode(code)) return { kind: 'code', code };
  const letters = codeLetters(text);
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
    (sum, { possible }, index) => sum + (possible && index < LIMITS.codeLength ? 1 : -1),
    0,
  );
}
