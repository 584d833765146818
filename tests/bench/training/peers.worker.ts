/// <reference lib="webworker" />
/**
 * Other libraries' steps of the same networks, batches and data, each in a worker of its own: ConvNetJS (MIT) on pictures and synaptic (MIT) on points, which
 * learns after each example, so that ten are a step. Answers with milliseconds a step, one number a round.
 */
import { Net, Trainer, Vol } from 'convnetjs';
import { Architect, Neuron } from 'synaptic';
import { unpackExamples } from '@/engine/digits/pack-format';
import { examplesOf } from '@/engine/points/features';
import { drawPoints } from '@/engine/points/generators';
import { createRandom } from '@/engine/random';
import { DATASETS } from '@/protocol/datasets';
import type { BenchTask } from './tasks';

/** What is asked: `points` is the tiny task, anything else a task on pictures. */
export type PeerQuestion = 'points' | { task: BenchTask; pictures: string };

const TINY_BATCH = 10;
const TINY_RATE = 0.03;

function roundsOf(step: () => void, rounds: number, steps: number): number[] {
  for (let i = 0; i < steps; i++) step();
  return Array.from({ length: rounds }, () => {
    const begun = performance.now();
    for (let i = 0; i < steps; i++) step();
    return (performance.now() - begun) / steps;
  });
}

/** 2-4-4-1 with tanh everywhere, on the circle's 250 points. */
function synapticOnPoints(): number[] {
  const { inputs, targets, count } = examplesOf(drawPoints('circle', 250, 0, createRandom(1)), ['x1', 'x2']);
  const examples = Array.from({ length: count }, (_, i) => ({
    input: [inputs[2 * i]!, inputs[2 * i + 1]!],
    target: [targets[i]!],
  }));
  const network = new Architect.Perceptron(2, 4, 4, 1);
  for (const layer of [...network.layers.hidden, network.layers.output])
    layer.set({ squash: Neuron.squash.TANH });
  let at = 0;
  const step = () => {
    for (let i = 0; i < TINY_BATCH; i++) {
      const { input, target } = examples[at++ % count]!;
      network.activate(input);
      network.propagate(TINY_RATE, target);
    }
  };
  return roundsOf(step, 30, 500);
}

function layersOf({ network }: BenchTask['experiment']): object[] {
  const end = { type: 'softmax', num_classes: 10 };
  if (network.kind === 'dense')
    return [
      { type: 'input', out_sx: 1, out_sy: 1, out_depth: 784 },
      ...network.hidden.map((units) => ({
        type: 'fc',
        num_neurons: units,
        activation: network.activation,
      })),
      end,
    ];
  return [
    { type: 'input', out_sx: 28, out_sy: 28, out_depth: 1 },
    ...network.filters.flatMap((filters) => [
      {
        ...{ type: 'conv', sx: network.kernel, filters, stride: 1, pad: (network.kernel - 1) / 2 },
        activation: network.activation,
      },
      { type: 'pool', sx: 2, stride: 2 },
    ]),
    { type: 'fc', num_neurons: network.dense, activation: network.activation },
    end,
  ];
}

async function convnetOnPictures({ experiment }: BenchTask, address: string): Promise<number[]> {
  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
  const { pixels, labels } = unpackExamples(bytes, DATASETS[experiment.dataset]);
  const dense = experiment.network.kind === 'dense';
  const examples = Array.from({ length: 20 * experiment.batchSize }, (_, i) => {
    const input = dense ? new Vol(1, 1, 784, 0) : new Vol(28, 28, 1, 0);
    for (let pixel = 0; pixel < 784; pixel++) input.w[pixel] = pixels[i * 784 + pixel]! / 255;
    return { input, label: labels[i]! };
  });
  const net = new Net();
  net.makeLayers(layersOf(experiment));
  const { learningRate: learning_rate, batchSize: batch_size } = experiment;
  const trainer = new Trainer(net, { method: 'sgd', learning_rate, batch_size, momentum: 0, l2_decay: 0 });
  let at = 0;
  const step = () => {
    for (let i = 0; i < experiment.batchSize; i++) {
      const { input, label } = examples[at++ % examples.length]!;
      trainer.train(input, label);
    }
  };
  return roundsOf(step, dense ? 20 : 6, dense ? 5 : 2);
}

declare const self: DedicatedWorkerGlobalScope;
self.onmessage = async ({ data }: MessageEvent<PeerQuestion>) => {
  try {
    const rounds = data === 'points' ? synapticOnPoints() : await convnetOnPictures(data.task, data.pictures);
    self.postMessage({ rounds });
  } catch (error) {
    self.postMessage({ failed: String(error) });
  }
};
