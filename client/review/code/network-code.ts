import { examplesUsed } from '@/engine/training/schedule';
import { DATASETS } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';
import type { Activation, Optimizer } from '@/protocol/experiment-choices';

/** Comments of the code, in the page's language; none may have a new line. */
export interface CodeWords {
  pictures: string;
  network: string;
  training: string;
}

/**
 * A run's network and its training as a JavaScript module for TensorFlow.js: `buildNetwork()` gives the compiled model, `train(pictures, labels)`
 * trains it. The same layers, first weights' distributions, loss and update rules as the run had; which pictures and in which order is the
 * caller's. `tests/client/review/network-code.test.ts` runs it beside the engine.
 */
export function networkCode(experiment: Experiment, words: CodeWords): string {
  const { dataset, batchSize, epochs } = experiment;
  const { side, channels, labels } = DATASETS[dataset];
  const settings = [`optimizer: ${optimizerOf(experiment.optimizer, experiment.learningRate)}`];
  settings.push(
    experiment.loss === 'cross-entropy'
      ? `loss: 'categoricalCrossentropy'`
      : 'loss: (wanted, answers) => answers.sub(wanted).square().sum(-1)',
  );
  settings.push(`metrics: ['accuracy']`);
  return [
    `import * as tf from '@tensorflow/tfjs';`,
    '',
    comment(words.network),
    'export function buildNetwork() {',
    '  const network = tf.sequential();',
    ...layersOf(experiment).map((layer) => `  network.add(tf.layers.${layer});`),
    '  network.compile({',
    ...settings.map((setting) => `    ${setting},`),
    '  });',
    '  return network;',
    '}',
    '',
    comment(words.pictures),
    comment(words.training),
    'export async function train(pictures, labels) {',
    '  const network = buildNetwork();',
    `  const inputs = tf.tensor(pictures, [labels.length, ${side}, ${side}, ${channels}]);`,
    `  const wanted = tf.oneHot(tf.tensor1d(labels, 'int32'), ${labels.length}).toFloat();`,
    `  const examples = Math.min(labels.length, ${examplesUsed(experiment)});`,
    '  await network.fit(inputs.slice(0, examples), wanted.slice(0, examples), {',
    `    batchSize: ${batchSize},`,
    `    epochs: ${epochs},`,
    '    shuffle: true,',
    '  });',
    '  return network;',
    '}',
    '',
  ].join('\n');
}

const comment = (text: string) => `// ${text}`;

function optimizerOf(optimizer: Optimizer, rate: number): string {
  switch (optimizer) {
    case 'sgd':
      return `tf.train.sgd(${rate})`;
    case 'momentum':
      return `tf.train.momentum(${rate}, 0.9)`;
    case 'adam':
      return `tf.train.adam(${rate}, 0.9, 0.999, 1e-7)`;
  }
}

function layersOf({ dataset, network, l2 }: Experiment): string[] {
  const { side, channels, labels } = DATASETS[dataset];
  const { activation } = network;
  const penalty = l2 > 0 ? [`kernelRegularizer: tf.regularizers.l2({ l2: ${l2} })`] : [];
  const hidden = [
    `activation: '${activation}'`,
    `kernelInitializer: '${firstWeightsOf(activation)}'`,
    ...penalty,
  ];
  const inputShape = `inputShape: [${side}, ${side}, ${channels}]`;
  const dense = (units: number, rest: readonly string[]) => call('dense', [`units: ${units}`, ...rest]);
  const layers: string[] = [];
  if (network.kind === 'convolutional') {
    for (const [i, filters] of network.filters.entries()) {
      const shape = i === 0 ? [inputShape] : [];
      const what = [`filters: ${filters}`, `kernelSize: ${network.kernel}`, `padding: 'same'`];
      layers.push(call('conv2d', [...shape, ...what, ...hidden]));
      layers.push(call('maxPooling2d', ['poolSize: 2']));
    }
    layers.push(call('flatten', []), dense(network.dense, hidden));
  } else {
    layers.push(call('flatten', [inputShape]));
    for (const units of network.hidden) layers.push(dense(units, hidden));
  }
  const answer = [`activation: 'softmax'`, `kernelInitializer: 'glorotUniform'`, ...penalty];
  return [...layers, dense(labels.length, answer)];
}

/** He et al., 2015, before relu; else Glorot and Bengio, 2010. */
const firstWeightsOf = (activation: Activation) => (activation === 'relu' ? 'heUniform' : 'glorotUniform');

const call = (name: string, settings: readonly string[]) =>
  settings.length === 0 ? `${name}()` : `${name}({ ${settings.join(', ')} })`;
