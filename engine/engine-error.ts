/** Why something failed; closed, so that every one of them has a translated message. */
export const ENGINE_ERRORS = [
  /** The pictures could not be fetched or are damaged. */
  'data-failed',
  /** The backend does not exist here or did not start. */
  'backend-failed',
  /** The graphics card took its context away, or a step did not come back. */
  'context-lost',
  'out-of-memory',
  /** The worker died, could not start, or met an error that nobody foresaw. */
  'worker-failed',
  /** Asked for something that needs `begin` first, or that a newer `begin` or `dispose` overtook. */
  'not-begun',
] as const;
export type EngineErrorCode = (typeof ENGINE_ERRORS)[number];

/** A failure with a closed code; `message` is for logs, never for students. */
export class EngineError extends Error {
  constructor(
    readonly code: EngineErrorCode,
    detail: string,
  ) {
    super(detail);
    this.name = 'EngineError';
  }
}

/** What a caught error is. Backends throw plain errors: their texts are all there is to tell by. */
export function classifyError(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  if (/context.?lost|CONTEXT_LOST|lost.*context/i.test(text)) return new EngineError('context-lost', text);
  if (
    /out of memory|OOM|allocation failed|Invalid typed array length|unable to (create|allocate)|memory access out of bounds/i.test(
      text,
    )
  ) {
    return new EngineError('out-of-memory', text);
  }
  return new EngineError('worker-failed', text);
}
