import { DATASETS } from '@/protocol/datasets';
import type { Activation } from '@/protocol/experiment-choices';
import { channelsFirst } from './channels-first';
import { namedLayers, type Weighed } from './named-layers';
import { floatTensor, intAttribute, intsAttribute, node, onnxFile, valueInfo } from './onnx-parts';

const ACTIVATIONS: Readonly<Record<Activation, string>> = { relu: 'Relu', tanh: 'Tanh', sigmoid: 'Sigmoid' };

/**
 * A network as ONNX: it takes `pictures` [examples, 1, 28, 28] from 0 to 1 and gives `logits` and `probabilities` [examples, labels].
 * @param metadata told with the model, as texts
 */
export function onnxModel(network: Weighed, metadata: Readonly<Record<string, string>>): Uint8Array {
  const { side, channels, labels } = DATASETS[network.architecture.dataset];
  return onnxFile(
    {
      nodes: nodesOf(network),
      tensors: channelsFirst(network).map(floatTensor),
      inputs: [valueInfo('pictures', [channels, side, side])],
      outputs: [valueInfo('logits', [labels.length]), valueInfo('probabilities', [labels.length])],
    },
    metadata,
  );
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
    nodes.push(node(operator, [at, ...inputs], output, attributes));
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
