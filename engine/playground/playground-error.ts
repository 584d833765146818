import type { PlaygroundErrorCode } from './messages';

/** A failure of the 2-D trainer with its code. */
export class PlaygroundError extends Error {
  override readonly name = 'PlaygroundError';
  readonly code: PlaygroundErrorCode;
  constructor(code: PlaygroundErrorCode, detail = '') {
    super(detail === '' ? code : `${code}: ${detail}`);
    this.code = code;
  }
}
