import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { setWebGLContext } from '@tensorflow/tfjs-backend-webgl';
import { startKernels } from '@/engine/backend/start-kernels';
import { registerWasmKernels } from '@/engine/backend/wasm-kernels';
import { createWebglContext } from '@/engine/backend/webgl-context';
import { unpackExamples } from '@/engine/digits/pack-format';
import { startOf } from '@/engine/training/start-of';
import { DATASETS } from '@/protocol/datasets';
import { measureSimdPeak } from './simd-peak';
import type { BenchTask } from './tasks';

/**
 * The yardstick: the same network in tfjs's own layers, trained by trainOnBatch in a bare loop in a worker of its own,
 * with nothing else going on. Batches are prepared before the clock starts, so that only tfjs is timed. Its stock WASM backend cannot
 * train convolutions at all: there, it gets what the engine registers for tfjs, too. A task of our own kernels is compared with tfjs's WASM, and with the same
 * kernels in a bare loop.
 */
function build({ network, learningRate }: BenchTask['experiment']): tf.Sequential {
  const model = tf.sequential();
  if (network.kind === 'dense') {
    network.hidden.forEach((units, i) => {
      model.add(
        tf.layers.dense({ units, activation: network.activation, ...(i === 0 ? { inputShape: [784] } : {}) }),
      );
    });
  } else {
    model.add(tf.layers.reshape({ inputShape: [784], targetShape: [28, 28, 1] }));
    for (const filters of network.filters) {
      model.add(
        tf.layers.conv2d({
          filters,
          kernelSize: network.kernel,
          padding: 'same',
          activation: network.activation,
        }),
      );
      model.add(tf.layers.maxPooling2d({ poolSize: 2 }));
    }
    model.add(tf.layers.flatten());
    model.add(tf.layers.dense({ units: network.dense, activation: network.activation }));
  }
  model.add(tf.layers.dense({ units: 10, activation: 'softmax' }));
  model.compile({ optimizer: tf.train.sgd(learningRate), loss: 'categoricalCrossentropy' });
  return model;
}

/** @returns milliseconds of each measured step; on a GPU, where reading each would be unfair, of ten steps and one reading, divided */
async function measure(task: BenchTask, pictures: string, wasmUrl: string): Promise<number[]> {
  if (task.engine !== 'webgl') {
    setWasmPaths(wasmUrl);
    tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
    if (task.experiment.network.kind === 'convolutional') registerWasmKernels();
  } else {
    const context = createWebglContext();
    if (!context) throw new Error('No WebGL');
    setWebGLContext(2, context.gl);
  }
  await tf.setBackend(task.engine === 'webgl' ? 'webgl' : 'wasm');
  const bytes = new Uint8Array(await (await fetch(pictures)).arrayBuffer());
  const { pixels, labels } = unpackExamples(bytes, DATASETS[task.experiment.dataset]);
  const size = task.experiment.batchSize;
  const batches = Array.from({ length: Math.floor(labels.length / size) }, (_, b) => {
    const x = Float32Array.from(pixels.subarray(b * size * 784, (b + 1) * size * 784), (p) => p / 255);
    const y = new Float32Array(size * 10);
    for (let i = 0; i < size; i++) y[i * 10 + labels[b * size + i]!] = 1;
    return { x, y };
  });
  const model = build(task.experiment);
  const group = task.engine === 'webgl' ? 10 : 1;
  const times: number[] = [];
  for (let step = 0; step < task.warmUp + task.steps; step += group) {
    const begun = performance.now();
    for (let i = 0; i < group; i++) {
      const { x, y } = batches[(step + i) % batches.length]!;
      const input = tf.tensor2d(x, [size, 784]);
      const target = tf.tensor2d(y, [size, 10]);
      if (group === 1) {
        await model.trainOnBatch(input, target);
      } else {
        // trainOnBatch reads the loss each time; a fair loop on a GPU does not.
        const optimizer = model.optimizer;
        tf.tidy(() => {
          const loss = optimizer.minimize(
            () => tf.losses.softmaxCrossEntropy(target, logitsOf(model, input)) as tf.Scalar,
            i === group - 1,
          );
          if (loss) tf.keep(loss);
          last = loss ?? last;
        });
      }
      input.dispose();
      target.dispose();
    }
    if (last) {
      await last.data();
      last.dispose();
      last = null;
    }
    if (step >= task.warmUp) times.push((performance.now() - begun) / group);
  }
  return times;
}

/** Our own kernels with nothing around them: batches lie ready, the loss is read. */
async function measureKernels(task: BenchTask, pictures: string, wasmUrl: string): Promise<number[]> {
  const make = await startKernels(wasmUrl);
  const network = make(task.experiment, startOf(task.experiment));
  const bytes = new Uint8Array(await (await fetch(pictures)).arrayBuffer());
  const { pixels, labels } = unpackExamples(bytes, DATASETS[task.experiment.dataset]);
  const size = task.experiment.batchSize;
  const batches = Math.floor(labels.length / size);
  const times: number[] = [];
  for (let step = 0; step < task.warmUp + task.steps; step++) {
    const from = (step % batches) * size;
    const begun = performance.now();
    network.trainStep(pixels.subarray(from * 784, (from + size) * 784), labels.subarray(from, from + size));
    await network.measure();
    if (step >= task.warmUp) times.push(performance.now() - begun);
  }
  return times;
}

let last: tf.Scalar | null = null;

/** The dense layers by hand, so that softmax and its loss can be taken together. */
function logitsOf(model: tf.Sequential, input: tf.Tensor2D): tf.Tensor2D {
  let rows = input;
  model.layers.forEach((layer, i) => {
    const [kernel, bias] = layer.trainableWeights.map((w) => w.read()) as [tf.Tensor2D, tf.Tensor1D];
    const sums = tf.add(tf.matMul(rows, kernel), bias) as tf.Tensor2D;
    rows = i < model.layers.length - 1 ? tf.relu(sums) : sums;
  });
  return rows;
}

interface Order {
  task: BenchTask;
  on: 'tfjs' | 'kernels' | 'peak';
  pictures: string;
  wasmUrl: string;
}

self.addEventListener('message', async ({ data }: MessageEvent<Order>) => {
  try {
    if (data.on === 'peak') {
      self.postMessage({ times: [measureSimdPeak()] });
      return;
    }
    const measured = data.on === 'kernels' ? measureKernels : measure;
    self.postMessage({ times: await measured(data.task, data.pictures, data.wasmUrl) });
  } catch (error) {
    self.postMessage({ error: String(error) });
  }
});
self.postMessage({ listening: true });
