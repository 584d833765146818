import { loadavg } from 'node:os';
import { openEnginePage } from '@/tests/browser/engine/engine-page';
import { measureSurfaceRate, type SurfaceRate } from './surface-rate';
import { measureTinyTask } from './tiny-task';
import type { AppTimes } from './training/page';
import { type BenchTask, shortened, TASKS } from './training/tasks';

/** One row of the contract's figures for `training`. */
export interface TrainingFigure {
  task: string;
  engine: string;
  /** In-app milliseconds a step; `min` and `median` over the stretches between two points. */
  stepMs: { min: number; median: number };
  examplesPerS: number;
  /** In-app time over the whole stretch, validation, checkpoints and streaming in it, over the bare loop's median; the best round of each. */
  overBareTfjs: number;
}

export interface TrainingFigures {
  browser: string;
  /** What else the machine was doing, before and after: the mean number of processes that wanted a core in the last minute. */
  load: [before: number, after: number];
  tasks: TrainingFigure[];
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
const round = (value: number, digits = 2) => Number(value.toFixed(digits));

/** In turn, so that a busy moment of the machine hits both: bare, in-app, bare again, … */
const ROUNDS = 3;

/** The tiny network on the product's typed arrays beside tfjs; the larger ones in the product's worker beside bare tfjs loops; the 2-D bench. */
export async function bench(options: TrainingOptions = {}): Promise<TrainingFigures> {
  const wanted = (name: string) => name.includes(options.only ?? '');
  const before = loadavg()[0]!;
  const tiny = wanted('tiny-2-4-4-1-b10 typed-arrays tfjs-cpu-bare') ? await measureTinyTask() : [];
  const surface = wanted('2-8-8-1-surface-100') ? await measureSurfaceRate() : null;
  const { browser, tasks } = await benchDigits(options);
  return { browser, load: [round(before), round(loadavg()[0]!)], tasks: [...tiny, ...tasks], surface };
}

/** Measures the product's worker against a bare tfjs loop on the same backend, in real Chromium, in the same run. */
async function benchDigits({
  quick = false,
  only = '',
}: TrainingOptions): Promise<Pick<TrainingFigures, 'browser' | 'tasks'>> {
  const at = (name: string) => `./tests/bench/training/${name}`;
  const { page, browser, close } = await openEnginePage({
    page: at('page.ts'),
    bare: at('bare.worker.ts'),
    worker: './engine/worker/trainer.worker.ts',
  });
  try {
    const tasks: TrainingFigure[] = [];
    for (const whole of TASKS.filter((t) => `${t.task} ${t.engine}`.includes(only))) {
      const task: BenchTask = quick ? shortened(whole) : whole;
      const bare: number[][] = [];
      const app: AppTimes[] = [];
      for (let i = 0; i < ROUNDS; i++) {
        bare.push(await page.evaluate((t) => window.measureBare(t), task));
        app.push(await page.evaluate((t) => window.measureApp(t), task));
      }
      const steps = app.flatMap((a) => a.stepMs);
      // Each side's best round: on a busy machine one round may meet what the other is spared.
      const overall = Math.min(...app.map((a) => a.overallMs));
      const bareMs = Math.min(...bare.map(median));
      tasks.push({
        task: task.task,
        engine: task.engine,
        stepMs: { min: round(Math.min(...steps)), median: round(median(steps)) },
        examplesPerS: Math.round((task.experiment.batchSize * 1_000) / overall),
        overBareTfjs: round(overall / bareMs),
      });
      console.error(
        `${task.task} on ${task.engine}: bare median of the best round ${round(bareMs)} ms, min ${round(Math.min(...bare.flat()))} ms`,
      );
    }
    return { browser: `Chromium ${browser.version()}`, tasks };
  } finally {
    await close();
  }
}

/** For tests/bench/index.ts. `--quick`; `--only TEXT`. */
export async function run(args: string[]): Promise<object> {
  const only = args.includes('--only') ? (args[args.indexOf('--only') + 1] ?? '') : '';
  const figures = await bench({ quick: args.includes('--quick'), only });
  console.log(`${figures.browser}, load ${figures.load.join(' to ')}`);
  for (const { task, engine, stepMs, examplesPerS, overBareTfjs } of figures.tasks) {
    console.log(
      `${task} on ${engine}: ${stepMs.min} ms a step at best, ${stepMs.median} median; ` +
        `${examplesPerS} examples/s; ${overBareTfjs} × a bare tfjs loop`,
    );
  }
  const { surface } = figures;
  if (surface) {
    console.log(
      `${surface.task}: ${surface.framesPerS} frames/s at ${surface.stepsPerS} steps/s; ` +
        `longest gap ${surface.longestGapMs} ms, ${surface.longTasks} tasks over 50 ms on the page`,
    );
  }
  return figures;
}
