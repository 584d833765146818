/** Characters in a code. */
export const ROOM_CODE_LENGTH = 6;

/** Letters and digits without look-alikes: no 0 O, no 1 I L. */
export const ROOM_CODE_ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/**
 * What a person typed, as a code: full-width letters folded, upper case, blanks and punctuation dropped («K7M-4QX.»).
 * The result need not be a valid code.
 */
export function normaliseRoomCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{P}\p{Cf}<>`|~^+=]/gu, '');
}

/** Whether a normalised code has the right length and only letters of the alphabet. */
export function isRoomCode(code: string): boolean {
  return code.length === ROOM_CODE_LENGTH && [...code].every((letter) => ROOM_CODE_ALPHABET.includes(letter));
}

/**
 * Draws a code. About 887 million exist; the caller checks for collisions.
 * @param random gives uniform integers in [0, bound)
 */
export function drawRoomCode(random: (bound: number) => number): string {
  return Array.from(
    { length: ROOM_CODE_LENGTH },
    () => ROOM_CODE_ALPHABET[random(ROOM_CODE_ALPHABET.length)],
  ).join('');
}
