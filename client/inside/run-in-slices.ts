/** Milliseconds of a frame that a search may take. */
const MOST_MS = 8;

export interface SlicedRun<Result> {
  /** After each slice: how often the search has yielded. */
  onProgress?(runs: number): void;
  onEnd(result: Result): void;
}

/**
 * Runs a search bit by bit, a few milliseconds a frame, so that the page goes on to answer.
 * @returns ends it
 */
export function runInSlices<Result>(
  search: Generator<void, Result>,
  { onProgress, onEnd }: SlicedRun<Result>,
): () => void {
  let runs = 0;
  let frame = requestAnimationFrame(function advance() {
    const end = performance.now() + MOST_MS;
    for (;;) {
      const step = search.next();
      if (step.done) return onEnd(step.value);
      runs += 1;
      if (performance.now() > end) break;
    }
    onProgress?.(runs);
    frame = requestAnimationFrame(advance);
  });
  return () => cancelAnimationFrame(frame);
}
