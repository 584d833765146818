import type { ComputeFailure } from './messages';

/** A measurement that came to nothing. */
export class ComputeError extends Error {
  override readonly name = 'ComputeError';
  constructor(
    readonly code: ComputeFailure['code'],
    detail: string,
  ) {
    super(detail);
  }
}

/** What a caught error says of the measurement. */
export function failureOf(error: unknown): ComputeFailure {
  if (error instanceof ComputeError) return { code: error.code, detail: error.message };
  return { code: 'worker-failed', detail: String(error) };
}
