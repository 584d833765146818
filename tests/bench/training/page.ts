import { workerPort } from '@/engine/line/worker-port';
import { type ClientEvent, TrainerClient } from '@/engine/worker/trainer-client';
import type { Point } from '@/protocol/run';
import { type BenchTask, firstHundred } from './tasks';

declare global {
  interface Window {
    ready: boolean;
    measureApp(task: BenchTask): Promise<AppTimes>;
    /** Milliseconds of each of the first hundred steps in the mean, after what the product does while pictures load. Cold only on a fresh page. */
    measureFirstSteps(task: BenchTask): Promise<number>;
    /** Seconds from Train until the validation pictures are read so well, of the student's own wait: worker and pictures are there. */
    measureTimeTo(accuracy: number, task: Pick<BenchTask, 'experiment' | 'engine'>): Promise<number>;
    /** On tfjs, or on our own kernels: milliseconds of each step. `peak`: one number, what the processor can do (simd-peak.ts). */
    measureBare(task: BenchTask, on: 'tfjs' | 'kernels' | 'peak'): Promise<number[]>;
  }
}

export interface AppTimes {
  /** Milliseconds a step between two points, everything in it: batches, points, validation, checkpoints, breathing. */
  stepMs: number[];
  /** The same over the whole stretch. */
  overallMs: number;
}

/** The product's own worker, trained as students train it, with its points drawn as a curve. */
window.measureApp = async (task) => {
  const canvas = document.createElement('canvas');
  document.body.append(canvas);
  const draw = canvas.getContext('2d')!;
  const seen: { at: number; point: Point }[] = [];
  const client = new TrainerClient({
    startWorker: () => workerPort(new Worker('/worker.js', { type: 'module' })),
  });
  let enough: () => void;
  const done = new Promise<void>((resolve, reject) => {
    enough = resolve;
    client.subscribe((event: ClientEvent) => {
      if (event.type === 'error') reject(new Error(`${event.code}: ${event.detail}`));
      if (event.type !== 'point') return;
      seen.push({ at: performance.now(), point: event.point });
      draw.clearRect(0, 0, canvas.width, canvas.height);
      draw.beginPath();
      for (const [x, { point }] of seen.entries()) draw.lineTo(x, 100 - 30 * (point.loss ?? 0));
      draw.stroke();
      if (event.point.step >= task.warmUp + task.steps) enough();
    });
  });
  await client.begin(task.experiment, { backend: task.engine });
  // Everything is there before the clock starts, as for the bare loop.
  await client.samples('digits', 'validation', 0, 1);
  await client.train();
  await done;
  client.dispose();
  canvas.remove();
  const warm = seen.filter(({ point }) => point.step >= task.warmUp);
  const stepMs = warm.slice(1).flatMap(({ at, point }, i) => {
    const before = warm[i]!;
    return point.step > before.point.step ? [(at - before.at) / (point.step - before.point.step)] : [];
  });
  const first = warm[0]!;
  const last = warm.at(-1)!;
  return { stepMs, overallMs: (last.at - first.at) / (last.point.step - first.point.step) };
};

window.measureFirstSteps = async (task) => {
  const client = new TrainerClient({
    startWorker: () => workerPort(new Worker('/worker.js', { type: 'module' })),
  });
  await client.prepare('digits');
  // A step that waits for its pictures says nothing.
  await client.samples('digits', 'validation', 0, 1);
  const experiment = firstHundred(task);
  let spent = 0;
  let before = 0;
  const ended = new Promise<void>((resolve, reject) => {
    client.subscribe((event: ClientEvent) => {
      if (event.type === 'error') reject(new Error(`${event.code}: ${event.detail}`));
      if (event.type === 'state' && event.state === 'finished') resolve();
      if (event.type !== 'point' || event.point.step === 0) return;
      const { step, examplesPerSecond } = event.point;
      spent += ((step - before) * experiment.batchSize * 1_000) / examplesPerSecond;
      before = step;
    });
  });
  await client.begin(experiment, { backend: task.engine });
  await client.train();
  await ended;
  client.dispose();
  return spent / before;
};

window.measureTimeTo = async (accuracy, { experiment, engine }) => {
  const client = new TrainerClient({
    startWorker: () => workerPort(new Worker('/worker.js', { type: 'module' })),
  });
  const reached = new Promise<number>((resolve, reject) => {
    client.subscribe((event: ClientEvent) => {
      if (event.type === 'error') reject(new Error(`${event.code}: ${event.detail}`));
      if (event.type === 'state' && event.state === 'finished') reject(new Error(`never ${accuracy}`));
      if (event.type === 'point' && (event.point.validationAccuracy ?? 0) >= accuracy)
        resolve(performance.now());
    });
  });
  await client.begin(experiment, { backend: engine });
  await client.samples('digits', 'validation', 0, 1);
  const pressed = performance.now();
  await client.train();
  const at = await reached;
  client.dispose();
  return (at - pressed) / 1_000;
};

window.measureBare = (task, on) =>
  new Promise((resolve, reject) => {
    const worker = new Worker('/bare.js', { type: 'module' });
    worker.onmessage = ({
      data,
    }: MessageEvent<{ times?: number[]; error?: string; listening?: boolean }>) => {
      if (data.listening) {
        const at = (path: string) => new URL(path, location.href).href;
        worker.postMessage({ task, on, pictures: at('/data/digits/train-1.bin'), wasmUrl: at('/wasm/') });
        return;
      }
      // Besides, whatever fetches tells that it does.
      if (!data.times && !data.error) return;
      worker.terminate();
      if (data.times) resolve(data.times);
      else reject(new Error(data.error));
    };
    worker.onerror = (event) => reject(new Error(event.message));
  });

window.ready = true;
