import { z } from 'zod';
import type { Answer } from './refusals';
import { normaliseRoomCode, ROOM_CODE_ALPHABET } from './room-code';
import { idSchema } from './run';

/**
 * A return code: a teacher gives it to a student who has lost the place (another device, a cleared browser). Longer than a room
 * code, so that it cannot be found by trying (docs/decisions/0018) and a right one need never be refused for others' tries.
 */
export const RETURN_CODE_LENGTH = 8;
/** Milliseconds for which one is good. */
export const RETURN_CODE_LIFE_MS = 10 * 60 * 1000;

/** `student:code`: the teacher asks for a code for one student; an earlier one is void. */
export const studentCodeSchema = z.strictObject({ studentId: idSchema });
export type StudentCode = z.infer<typeof studentCodeSchema>;
export type StudentCodeAnswer = Answer<{ returnCode: string; lifeMs: number }>;

/** What was typed, as a code; the result need not be one. */
export const normaliseReturnCode = (typed: string): string => normaliseRoomCode(typed);

/** Whether a normalised code has the right length and letters. */
export function isReturnCode(code: string): boolean {
  return (
    code.length === RETURN_CODE_LENGTH && [...code].every((letter) => ROOM_CODE_ALPHABET.includes(letter))
  );
}

/** As it is read out and written down: in two halves. */
export function shownReturnCode(code: string): string {
  return `${code.slice(0, RETURN_CODE_LENGTH / 2)}-${code.slice(RETURN_CODE_LENGTH / 2)}`;
}
