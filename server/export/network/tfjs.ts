import { DATASETS } from '@/protocol/datasets';
import { namedLayers, type Weighed } from './named-layers';
import { float32Bytes } from './safetensors';

/** Names of the two files: the first names the second. */
export const TFJS_FILES = { model: 'model.json', weights: 'weights.bin' } as const;

/**
 * A network as a layers model of TensorFlow.js (`tf.loadLayersModel`): pictures [examples, 28, 28, 1] from 0 to 1 in, probabilities out; its
 * layer `answer` gives the logits.
 */
export function tfjsModel(network: Weighed): { model: object; weights: Uint8Array[] } {
  const { side, channels } = DATASETS[network.architecture.dataset];
  const layers = namedLayers(network);
  const topology: object[] = [];
  const add = (className: string, name: string, config: object) => {
    const shape = topology.length === 0 ? { batch_input_shape: [null, side, side, channels] } : {};
    topology.push({ class_name: className, config: { name, trainable: true, ...shape, ...config } });
  };
  layers.forEach(({ kind, name, units, shape, activation, last }, index) => {
    if (kind === 'convolution') {
      const step = { strides: [1, 1], padding: 'same', data_format: 'channels_last' };
      add('Conv2D', name, { filters: units, kernel_size: shape.slice(0, 2), ...step, activation });
      const pool = { pool_size: [2, 2], strides: [2, 2], padding: 'valid', data_format: 'channels_last' };
      add('MaxPooling2D', `pool${index + 1}`, pool);
      return;
    }
    if (index === 0 || layers[index - 1]!.kind === 'convolution') add('Flatten', 'flat', {});
    add('Dense', name, { units, activation: activation ?? 'linear' });
    if (last) add('Activation', 'probabilities', { activation: 'softmax' });
  });
  const described = layers.flatMap(({ name, shape, units }) => [
    { name: `${name}/kernel`, shape, dtype: 'float32' },
    { name: `${name}/bias`, shape: [units], dtype: 'float32' },
  ]);
  return {
    model: {
      format: 'layers-model',
      generatedBy: 'Perceptroom',
      convertedBy: null,
      modelTopology: {
        keras_version: '2.15.0',
        backend: 'tensorflow',
        model_config: { class_name: 'Sequential', config: { name: 'network', layers: topology } },
      },
      weightsManifest: [{ paths: [TFJS_FILES.weights], weights: described }],
    },
    weights: layers.flatMap(({ values, offsets }) => [float32Bytes(values), float32Bytes(offsets)]),
  };
}
