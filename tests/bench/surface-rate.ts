import { roundsOf, summaryOf } from './rounds-of';
import { onWorkerPage } from './worker-page';

/** How the 2-D bench keeps up while it trains. */
export interface SurfaceRate {
  task: '2-8-8-1-surface-100';
  /** Frames (surface, units, weights, loss) drawn a second. */
  framesPerS: number;
  /** What a frame's pictures (surface and units) cost the worker, in milliseconds: of 100 cells a side, and of the bench's own 80. */
  frameMs: { cells100: FrameCost; cells80: FrameCost };
  /** Training steps a second meanwhile. */
  stepsPerS: number;
  /** The longest gap between two animation frames of the page, in milliseconds. */
  longestGapMs: number;
  /** Tasks over 50 ms on the page. */
  longTasks: number;
}

interface FrameCost {
  min: number;
  median: number;
}

const SECONDS = 4;

/** Trains 2-8-8-1 at full speed in the real worker; the page draws every surface on a canvas, as the bench does. */
export async function measureSurfaceRate(): Promise<SurfaceRate> {
  const entries = {
    playground: 'engine/playground/playground.worker.ts',
    page: 'tests/bench/surface-page.ts',
    frame: 'tests/bench/surface-frame.worker.ts',
  };
  return onWorkerPage(entries, async (page) => {
    const cells100 = summaryOf(await roundsOf(page, '/frame.js', 100));
    const cells80 = summaryOf(await roundsOf(page, '/frame.js', 80));
    await page.addScriptTag({ url: '/page.js', type: 'module' });
    await page.waitForFunction(() => 'measureSurface' in window);
    const found = await page.evaluate(
      (seconds) =>
        (
          window as unknown as { measureSurface(s: number): Promise<Omit<SurfaceRate, 'task' | 'frameMs'>> }
        ).measureSurface(seconds),
      SECONDS,
    );
    return { task: '2-8-8-1-surface-100', frameMs: { cells100, cells80 }, ...found };
  });
}
