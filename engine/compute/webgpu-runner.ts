import { toUnit } from '@/engine/network/unit-pixels';
import { sumsAfterOneStep } from './javascript-runner';
import { multiply } from './matrix-product';
import type { PreparedTask, Runner } from './measure';
import { near } from './near';
import {
  matrices,
  STEP_EXAMPLES,
  STEP_LABELS,
  STEP_PIXELS,
  STEP_RATE,
  stepExamples,
  stepWeights,
} from './task-data';
import { type GpuProgram, WebgpuJob } from './webgpu-job';
import { biasShader, softmaxSlopeShader } from './webgpu-shaders';

/** Steps between two reads and products that may wait at once, as on WebGL (tfjs-runner.ts). */
const READ_EVERY = 10;
const PRODUCTS_AHEAD = 50;

/** WebGPU with programs of our own: tfjs's package for it is not among the product's, and these two tasks need few. */
export function webgpuRunner(device: GPUDevice): Runner {
  return {
    backend: 'webgpu',
    async prepare(task, size) {
      const job = new WebgpuJob(device);
      return task === 'matrix-product' ? product(job, size) : trainingStep(job, size);
    },
  };
}

function product(job: WebgpuJob, size: number): PreparedTask {
  const { a, b } = matrices(size);
  const c = job.array(size * size);
  const inputs = [job.array(a), job.array(b), c] as const;
  let programs: GpuProgram[] | null = null;
  return {
    async run(times) {
      // Translated at the first time: that is part of it.
      programs ??= [await job.product({ m: size, n: size, k: size }, inputs)];
      for (let i = 0; i < times; i++) {
        job.run(programs);
        if (i % PRODUCTS_AHEAD === PRODUCTS_AHEAD - 1) await job.read(c, 1);
      }
      await job.read(c, 1);
    },
    async agrees() {
      const wanted = new Float32Array(size * size);
      multiply(a, b, wanted, size);
      return near(await job.read(c, size * size), wanted, 1e-3);
    },
    dispose: () => job.dispose(),
  };
}

function trainingStep(job: WebgpuJob, hidden: number): PreparedTask {
  const { pixels, labels } = stepExamples();
  const digits = Uint32Array.from(labels);
  const start = stepWeights(hidden);
  let at = 0;
  const take = (count: number) => {
    const from = at;
    at += count;
    return job.array(start.slice(from, at));
  };
  const weights1 = take(STEP_PIXELS * hidden);
  const bias1 = take(hidden);
  const weights2 = take(hidden * STEP_LABELS);
  const bias2 = take(STEP_LABELS);
  const input = job.array(STEP_EXAMPLES * STEP_PIXELS);
  const wanted = job.array(STEP_EXAMPLES);
  const units = job.array(STEP_EXAMPLES * hidden);
  const sums = job.array(STEP_EXAMPLES * STEP_LABELS);
  const slope1 = job.array(STEP_EXAMPLES * hidden);
  const slope2 = job.array(STEP_EXAMPLES * STEP_LABELS);

  const forward = () => [
    job.product(
      { m: STEP_EXAMPLES, n: hidden, k: STEP_PIXELS },
      [input, weights1, units, bias1],
      'bias-relu',
    ),
    job.product({ m: STEP_EXAMPLES, n: STEP_LABELS, k: hidden }, [units, weights2, sums, bias2], 'bias'),
  ];
  const backward = () => [
    job.program(softmaxSlopeShader(STEP_EXAMPLES, STEP_LABELS), [sums, wanted, slope2], [1, 1]),
    // Back through the second layer before its weights are corrected.
    job.product(
      { m: STEP_EXAMPLES, n: hidden, k: STEP_LABELS, turnB: true },
      [slope2, weights2, slope1, units],
      'relu-slope',
    ),
    job.product(
      { m: hidden, n: STEP_LABELS, k: STEP_EXAMPLES, turnA: true },
      [units, slope2, weights2],
      'descend',
      STEP_RATE,
    ),
    job.program(biasShader(STEP_EXAMPLES, STEP_LABELS, STEP_RATE), [slope2, bias2], [1, 1]),
    job.product(
      { m: STEP_PIXELS, n: hidden, k: STEP_EXAMPLES, turnA: true },
      [input, slope1, weights1],
      'descend',
      STEP_RATE,
    ),
    job.program(biasShader(STEP_EXAMPLES, hidden, STEP_RATE), [slope1, bias1], [Math.ceil(hidden / 64), 1]),
  ];
  let programs: { forward: GpuProgram[]; backward: GpuProgram[] } | null = null;
  const readSums = () => job.read(sums, STEP_EXAMPLES * STEP_LABELS);
  return {
    async run(times) {
      programs ??= {
        forward: await Promise.all(forward()),
        backward: await Promise.all(backward()),
      };
      for (let i = 0; i < times; i++) {
        // Every step brings its pictures along, as in a real training.
        job.write(input, toUnit(pixels));
        job.write(wanted, digits);
        job.run([...programs.forward, ...programs.backward]);
        if (i % READ_EVERY === READ_EVERY - 1) await readSums();
      }
      await readSums();
    },
    // Asked after the first step.
    async agrees() {
      job.run(programs!.forward);
      return near(await readSums(), sumsAfterOneStep(hidden), 1e-2);
    },
    dispose: () => job.dispose(),
  };
}
