import { workerPort } from '@/engine/line/worker-port';
import type { Frame } from '@/engine/playground/messages';
import { PlaygroundClient } from '@/engine/playground/playground-client';
import { DEFAULT_SETUP } from '@/engine/playground/setup';

/** What runs on the page of surface-rate.ts: the product's client and worker, and a plain drawing of each frame. */
async function measureSurface(seconds: number) {
  const canvas = document.createElement('canvas');
  document.body.append(canvas);
  const context = canvas.getContext('2d')!;
  const client = new PlaygroundClient({
    startWorker: () => workerPort(new Worker('/playground.js', { type: 'module' })),
  });
  let newest: Frame | null = null;
  client.subscribe((event) => {
    if (event.type === 'frame') newest = event.frame;
  });
  await client.begin({ ...DEFAULT_SETUP, points: 'spiral', pointCount: 500, hidden: [8, 8] });
  await client.train();
  let longTasks = 0;
  new PerformanceObserver((list) => {
    longTasks += list.getEntries().length;
  }).observe({ entryTypes: ['longtask'] });

  const began = performance.now();
  let [drawn, longestGapMs, firstStep, lastStep, before] = [0, 0, 0, 0, began];
  await new Promise<void>((resolve) => {
    const turn = (now: number) => {
      longestGapMs = Math.max(longestGapMs, now - before);
      before = now;
      if (newest) {
        draw(context, newest);
        if (drawn === 0) firstStep = newest.standing.step;
        lastStep = newest.standing.step;
        newest = null;
        drawn++;
        client.drawn();
      }
      if (now - began < seconds * 1000) requestAnimationFrame(turn);
      else resolve();
    };
    requestAnimationFrame(turn);
  });
  const took = (performance.now() - began) / 1000;
  client.dispose();
  return {
    framesPerS: Math.round((drawn / took) * 10) / 10,
    stepsPerS: Math.round((lastStep - firstStep) / took),
    longestGapMs: Math.round(longestGapMs),
    longTasks,
  };
}

function draw(context: CanvasRenderingContext2D, { surface, surfaceSize }: Frame): void {
  const image = new ImageData(surfaceSize, surfaceSize);
  for (let cell = 0; cell < surface.length; cell++) {
    image.data[4 * cell] = surface[cell]! * 255;
    image.data[4 * cell + 2] = 255 - surface[cell]! * 255;
    image.data[4 * cell + 3] = 255;
  }
  context.putImageData(image, 0, 0);
}

Object.assign(window, { measureSurface });
