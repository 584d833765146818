import { DATASETS } from '@/protocol/datasets';
import type { Activation } from '@/protocol/experiment';
import { bytesField, concat, varintField } from '@/server/export/protobuf';
import { channelsFirst, type NamedTensor } from './channels-first';
import { namedLayers, type Weighed } from './named-layers';
import { float32Bytes } from './safetensors';

/**
 * ONNX (onnx/onnx.proto; operators of version 13, which every runtime of the last years has). A network takes `pictures` [examples, 1,
 * 28, 28] from 0 to 1 and gives `logits` and `probabilities` [examples, labels].
 */
const IR_VERSION = 7;
const OPERATORS = 13;
const FLOAT = 1;
const ATTRIBUTE = { int: 2, ints: 7 } as const;
const ACTIVATIONS: Readonly<Record<Activation, string>> = { relu: 'Relu', tanh: 'Tanh', sigmoid: 'Sigmoid' };

/** @param metadata told with the model, as texts */
export function onnxModel(network: Weighed, metadata: Readonly<Record<string, string>>): Uint8Array {
  const { side, channels, labels } = DATASETS[network.architecture.dataset];
  const graph = concat([
    ...nodesOf(network).map((node) => bytesField(1, node)),
    bytesField(2, 'network'),
    ...channelsFirst(network).map((tensor) => bytesField(5, tensorOf(tensor))),
    bytesField(11, valueInfo('pictures', [channels, side, side])),
    bytesField(12, valueInfo('logits', [labels.length])),
    bytesField(12, valueInfo('probabilities', [labels.length])),
  ]);
  return concat([
    varintField(1, IR_VERSION),
    bytesField(2, 'Perceptroom'),
    bytesField(7, graph),
    bytesField(8, concat([bytesField(1, ''), varintField(2, OPERATORS)])),
    ...Object.entries(metadata).map(([key, value]) =>
      bytesField(14, concat([bytesField(1, key), bytesField(2, value)])),
    ),
  ]);
}

/** What is calculated, in order; each thing bears the name of what gives it. */
function nodesOf(network: Weighed): Uint8Array[] {
  const nodes: Uint8Array[] = [];
  let at = 'pictures';
  const then = (
    operator: string,
    output: string,
    inputs: readonly string[],
    attributes: Uint8Array[] = [],
  ) => {
    nodes.push(
      concat([
        ...[at, ...inputs].map((name) => bytesField(1, name)),
        bytesField(2, output),
        bytesField(3, output),
        bytesField(4, operator),
        ...attributes.map((attribute) => bytesField(5, attribute)),
      ]),
    );
    at = output;
  };
  const layers = namedLayers(network);
  layers.forEach(({ kind, name, shape, activation }, index) => {
    const own = [`${name}.weight`, `${name}.bias`];
    if (kind === 'convolution') {
      const [kernel] = shape as [number];
      const around = (kernel - 1) / 2;
      then('Conv', `${name}.sums`, own, [
        intsAttribute('kernel_shape', [kernel, kernel]),
        intsAttribute('pads', [around, around, around, around]),
      ]);
    } else {
      if (index === 0 || layers[index - 1]!.kind === 'convolution') then('Flatten', 'flat', []);
      then('Gemm', activation === null ? 'logits' : `${name}.sums`, own, [intAttribute('transB', 1)]);
    }
    if (activation !== null) then(ACTIVATIONS[activation], `${name}.answers`, []);
    if (kind === 'convolution')
      then(
        'MaxPool',
        `${name}.pooled`,
        [],
        [intsAttribute('kernel_shape', [2, 2]), intsAttribute('strides', [2, 2])],
      );
  });
  then('Softmax', 'probabilities', [], [intAttribute('axis', 1)]);
  return nodes;
}

function tensorOf({ name, shape, values }: NamedTensor): Uint8Array {
  return concat([
    ...shape.map((length) => varintField(1, length)),
    varintField(2, FLOAT),
    bytesField(8, name),
    bytesField(9, float32Bytes(values)),
  ]);
}

/** What comes in or goes out: float32, any number of examples of this shape. */
function valueInfo(name: string, shape: readonly number[]): Uint8Array {
  const sizes = [bytesField(2, 'examples'), ...shape.map((length) => varintField(1, length))];
  const tensor = concat([
    varintField(1, FLOAT),
    bytesField(2, concat(sizes.map((size) => bytesField(1, size)))),
  ]);
  return concat([bytesField(1, name), bytesField(2, bytesField(1, tensor))]);
}

function intAttribute(name: string, value: number): Uint8Array {
  return concat([bytesField(1, name), varintField(3, value), varintField(20, ATTRIBUTE.int)]);
}

function intsAttribute(name: string, values: readonly number[]): Uint8Array {
  return concat([
    bytesField(1, name),
    ...values.map((value) => varintField(8, value)),
    varintField(20, ATTRIBUTE.ints),
  ]);
}
