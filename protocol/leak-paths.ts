import { CLASSES_PATH } from './class-paths';

/**
 * What crosses the wire of *What a gradient tells*, by whoever is a student of the class; all of it bytes.
 * - `POST …/0/gradient`: a single gradient, as little-endian int32 in storage order (`leakNumbers`). `?show=1`: the picture in it may be shown to all. Answered with
 *   what the server reads in it (`LeakRead`), of which it keeps nothing unless it may be shown.
 * - `POST …/ATTEMPT/key`: the public key with which a device takes part in a sum, 32 bytes.
 * - `GET …/ATTEMPT/round`: who takes part, and who is missing (`LeakRound`).
 * - `POST …/ATTEMPT/masked`: the gradient behind masks, once. Answered as a single one is.
 * - `POST …/ATTEMPT/reveal`: the seed of the own mask, then those shared with each missing device, in the order of their places; 32 bytes each, once.
 */
export type LeakPart = 'gradient' | 'key' | 'round' | 'masked' | 'reveal';
export const leakPath = (code: string, leakId: string, attempt: number | string, part: LeakPart) =>
  `${CLASSES_PATH}/${code}/leaks/${leakId}/${attempt}/${part}`;

/** What the server reads in what came. */
export interface LeakRead {
  /** In base64, protocol/pool. */
  pixels: string;
  label: number;
}

/** A sum as its devices need it; devices are told by their places alone. */
export interface LeakRound {
  /** Of whoever asks. */
  place: number;
  /** Public keys in hexadecimal, by place. */
  keys: readonly string[];
  /** Places of those who have sent nothing; empty while they may. */
  missing: readonly number[];
}
