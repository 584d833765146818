import { loadavg } from 'node:os';
import { openEnginePage } from '@/tests/browser/engine/engine-page';
import { measureSurfaceRate, type SurfaceRate } from './surface-rate';
import { measureTinyTask, type TinyTaskRow } from './tiny-task';
import type { AppTimes } from './training/page';
import { measurePeers, type PeerFigure } from './training/peers';
import { stepOperations } from './training/step-operations';
import { type BenchTask, shortened, TASKS } from './training/tasks';
import { measureTimeTo, type TimeToFigure } from './training/time-to';

/** One row of the contract's figures for `training`. */
export interface TrainingFigure {
  task: string;
  engine: string;
  /** In-app milliseconds a step; `min` and `median` over the stretches between two points. */
  stepMs: { min: number; median: number };
  examplesPerS: number;
  /** In-app time over the whole stretch, validation, checkpoints and streaming in it, over the bare loop's median; the best round of each. */
  overBareTfjs: number;
  /** The same over our own kernels in a bare loop, where these are what trains. */
  overBareKernels?: number;
  /** Of the first hundred steps after a cold start, the mean over the settled step (in-app, over the whole stretch); where our kernels train. The best of some starts. */
  firstHundredOverSettled?: number;
  /** Operations of a textbook's step (training/step-operations.ts) over what the processor could have done in the in-app step's time. What zeros spare counts as done. */
  shareOfPeak: number;
}

export interface TrainingFigures {
  browser: string;
  /** What else the machine was doing, before and after: the mean number of processes that wanted a core in the last minute. */
  load: [before: number, after: number];
  /** Billions of float32 operations a second that one thread here can do at most, with 128-bit SIMD. */
  peakGflops: number;
  tiny: TinyTaskRow[];
  tasks: TrainingFigure[];
  /** Other libraries on the same tasks, in the same run. */
  peers: PeerFigure[];
  /** Empty where it was left out. */
  timeTo: TimeToFigure[];
  /** The 2-D bench while it trains; null where it was left out. */
  surface: SurfaceRate | null;
}

export interface TrainingOptions {
  /** A fifth of the steps. */
  quick?: boolean;
  /** Only tasks whose name or engine contains this. */
  only?: string;
}

const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[list.length >> 1]!;
const frameCost = ({ min, median: middle }: { min: number; median: number }) =>
  `${min} ms at best, ${middle} median`;
const round = (value: number, digits = 2) => Number(value.toFixed(digits));

/** In turn, so that a busy moment of the machine hits both: bare, in-app, bare again, … */
const ROUNDS = 3;

/** The tiny network on the product's typed arrays beside tfjs; the larger ones in the product's worker beside bare tfjs loops; the 2-D bench. */
export async function bench(options: TrainingOptions = {}): Promise<TrainingFigures> {
  const wanted = (name: string) => name.includes(options.only ?? '');
  const before = loadavg()[0]!;
  const tiny = wanted('tiny-2-4-4-1-b10 typed-arrays tfjs-cpu-bare') ? await measureTinyTask() : [];
  const surface = wanted('2-8-8-1-surface-100') ? await measureSurfaceRate() : null;
  const { browser, peakGflops, tasks } = await benchDigits(options);
  const peers = await measurePeers(ENTRIES, wanted);
  const timeTo = wanted('lesson-5-time-to') ? await measureTimeTo(ENTRIES) : [];
  const load: TrainingFigures['load'] = [round(before), round(loadavg()[0]!)];
  return { browser, load, peakGflops, tiny, tasks, peers, timeTo, surface };
}

const ENTRIES = {
  page: './tests/bench/training/page.ts',
  bare: './tests/bench/training/bare.worker.ts',
  worker: './engine/worker/trainer.worker.ts',
};

/** A browser of its own each time: compiled kernels are shared by all pages of one. */
async function firstStepsOf(task: BenchTask): Promise<number> {
  const { page, close } = await openEnginePage(ENTRIES, { own: true });
  try {
    return await page.evaluate((t) => window.measureFirstSteps(t), task);
  } finally {
    await close();
  }
}

/** Measures the product's worker against a bare tfjs loop on the same backend, in real Chromium, in the same run. */
async function benchDigits({
  quick = false,
  only = '',
}: TrainingOptions): Promise<Pick<TrainingFigures, 'browser' | 'peakGflops' | 'tasks'>> {
  const { page, browser, close } = await openEnginePage(ENTRIES, { own: true });
  try {
    const tasks: TrainingFigure[] = [];
    const peakGflops = (await page.evaluate((t) => window.measureBare(t, 'peak'), TASKS[0]!))[0]!;
    for (const whole of TASKS.filter((t) => `${t.task} ${t.engine}`.includes(only))) {
      const task: BenchTask = quick ? shortened(whole) : whole;
      // tfjs takes several times as long for a step: as many would say nothing more.
      const tfjsTask = task.engine === 'kernels' ? { ...task, steps: 100, warmUp: 20 } : task;
      const bare: number[][] = [];
      const kernels: number[][] = [];
      const first: number[] = [];
      const app: AppTimes[] = [];
      for (let i = 0; i < ROUNDS; i++) {
        bare.push(await page.evaluate((t) => window.measureBare(t, 'tfjs'), tfjsTask));
        if (task.engine === 'kernels') {
          kernels.push(await page.evaluate((t) => window.measureBare(t, 'kernels'), task));
          first.push(await firstStepsOf(task));
        }
        app.push(await page.evaluate((t) => window.measureApp(t), task));
      }
      const steps = app.flatMap((a) => a.stepMs);
      // Each side's best round: on a busy machine one round may meet what the other is spared.
      const overall = Math.min(...app.map((a) => a.overallMs));
      const bareMs = Math.min(...bare.map(median));
      tasks.push({
        task: task.task,
        engine: task.engine,
        stepMs: { min: round(Math.min(...steps), 3), median: round(median(steps), 3) },
        examplesPerS: Math.round((task.experiment.batchSize * 1_000) / overall),
        overBareTfjs: round(overall / bareMs),
        ...(kernels.length > 0 && {
          overBareKernels: round(overall / Math.min(...kernels.map(median))),
          firstHundredOverSettled: round(Math.min(...first) / overall),
        }),
        shareOfPeak: round(stepOperations(task.experiment) / (overall * peakGflops * 1e6)),
      });
      console.error(
        `${task.task} on ${task.engine}: bare median of the best round ${round(bareMs)} ms, min ${round(Math.min(...bare.flat()))} ms`,
      );
      if (kernels.length > 0)
        console.error(
          `the kernels alone: median of the best round ${round(Math.min(...kernels.map(median)), 3)} ms, min ${round(Math.min(...kernels.flat()), 3)} ms`,
        );
    }
    return { browser: `Chromium ${browser.version()}`, peakGflops: round(peakGflops, 1), tasks };
  } finally {
    await close();
  }
}

/** For tests/bench/index.ts. `--quick`; `--only TEXT`. */
export async function run(args: string[]): Promise<object> {
  const only = args.includes('--only') ? (args[args.indexOf('--only') + 1] ?? '') : '';
  const figures = await bench({ quick: args.includes('--quick'), only });
  console.log(
    `${figures.browser}, load ${figures.load.join(' to ')}; the processor's peak: ${figures.peakGflops} GFLOP/s a thread`,
  );
  for (const row of figures.tiny)
    console.log(
      `${row.task} on ${row.engine}: ${row.stepMs.min} ms a step at best, ${row.stepMs.median} median`,
    );
  for (const row of figures.tasks) {
    const { stepMs, overBareKernels, firstHundredOverSettled } = row;
    console.log(
      `${row.task} on ${row.engine}: ${stepMs.min} ms a step at best, ${stepMs.median} median; ` +
        `${row.examplesPerS} examples/s, ${Math.round(100 * row.shareOfPeak)} % of the peak; ${row.overBareTfjs} × a bare tfjs loop` +
        (overBareKernels
          ? `, ${overBareKernels} × the kernels alone; the first 100 steps ${firstHundredOverSettled} × the settled ones`
          : ''),
    );
  }
  for (const { task, library, stepMs } of figures.peers)
    console.log(`${task} on ${library}: ${stepMs.min} ms a step at best, ${stepMs.median} median`);
  for (const { network, engine, accuracy, seconds } of figures.timeTo)
    console.log(
      `lesson 5's ${network} network on ${engine}: ${seconds} s from Train to ${100 * accuracy} % of the validation pictures`,
    );
  const { surface } = figures;
  if (surface) {
    console.log(
      `${surface.task}: ${surface.framesPerS} frames/s at ${surface.stepsPerS} steps/s; ` +
        `longest gap ${surface.longestGapMs} ms, ${surface.longTasks} tasks over 50 ms on the page; ` +
        `a frame's pictures in the worker: ${frameCost(surface.frameMs.cells100)} at 100 × 100, ${frameCost(surface.frameMs.cells80)} at the bench's own 80 × 80`,
    );
  }
  return figures;
}
