import type { PlaygroundErrorCode, PlaygroundRefusal } from './messages';

/** A failure of the 2-D trainer with its code. */
export class PlaygroundError extends Error {
  override readonly name = 'PlaygroundError';
  readonly code: PlaygroundErrorCode;
  constructor(code: PlaygroundErrorCode, detail = '') {
    super(detail === '' ? code : `${code}: ${detail}`);
    this.code = code;
  }
}

/** What a thrown error is on the way. */
export function playgroundRefusalOf(error: unknown): PlaygroundRefusal {
  const code = error instanceof PlaygroundError ? error.code : 'worker-failed';
  return { code, detail: error instanceof Error ? error.message : String(error) };
}
