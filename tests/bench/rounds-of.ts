import type { Page } from 'playwright-core';

/**
 * Asks a worker of its own for its rounds, so that nothing warms up or clutters another's engine.
 * @param script its address on the page's server
 * @param question what it is posted; it answers `{ rounds }` or `{ failed }`
 */
export function roundsOf(page: Page, script: string, question: string | number | object): Promise<number[]> {
  return page.evaluate(
    ([address, asked]) =>
      new Promise<number[]>((resolve, reject) => {
        const worker = new Worker(address, { type: 'module' });
        worker.onerror = (event) => reject(new Error(event.message));
        worker.onmessage = (event) => {
          worker.terminate();
          if (event.data.rounds) resolve(event.data.rounds);
          else reject(new Error(event.data.failed));
        };
        worker.postMessage(asked);
      }),
    [script, question] as const,
  );
}

/** The least of some rounds and the middle one, with three significant digits: some are microseconds, some milliseconds. */
export function summaryOf(rounds: readonly number[]): { min: number; median: number } {
  const sorted = rounds.toSorted((a, b) => a - b);
  const significant = (value: number) => Number(value.toPrecision(3));
  return { min: significant(sorted[0]!), median: significant(sorted[Math.floor(sorted.length / 2)]!) };
}
