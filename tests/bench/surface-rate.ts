import { onWorkerPage } from './worker-page';

/** How the 2-D bench keeps up while it trains. */
export interface SurfaceRate {
  task: '2-8-8-1-surface-100';
  /** Frames (surface, units, weights, loss) drawn a second. */
  framesPerS: number;
  /** Training steps a second meanwhile. */
  stepsPerS: number;
  /** The longest gap between two animation frames of the page, in milliseconds. */
  longestGapMs: number;
  /** Tasks over 50 ms on the page. */
  longTasks: number;
}

const SECONDS = 4;

/** Trains 2-8-8-1 at full speed in the real worker; the page draws every surface on a canvas, as the bench does. */
export async function measureSurfaceRate(): Promise<SurfaceRate> {
  const entries = {
    playground: 'engine/playground/playground.worker.ts',
    page: 'tests/bench/surface-page.ts',
  };
  return onWorkerPage(entries, async (page) => {
    await page.addScriptTag({ url: '/page.js', type: 'module' });
    await page.waitForFunction(() => 'measureSurface' in window);
    const found = await page.evaluate(
      (seconds) =>
        (
          window as unknown as { measureSurface(s: number): Promise<Omit<SurfaceRate, 'task'>> }
        ).measureSurface(seconds),
      SECONDS,
    );
    return { task: '2-8-8-1-surface-100', ...found };
  });
}
