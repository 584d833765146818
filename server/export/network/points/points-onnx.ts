import type { PlaneFeature } from '@/engine/runs/points-network';
import type { NamedTensor } from '@/server/export/network/channels-first';
import {
  floatTensor,
  int64Tensor,
  intAttribute,
  node,
  onnxFile,
  valueInfo,
} from '@/server/export/network/onnx-parts';
import { type PointsLayer, pointsLayers, type TakenPoints } from './points-network';

type Step = (operator: string, inputs: readonly string[], output: string, attributes?: Uint8Array[]) => void;

/** How a feature is calculated of `x1` and `x2` [examples, 1]; those two are there already. */
const FEATURES: Readonly<Record<PlaneFeature, [operator: string, inputs: readonly string[]] | null>> = {
  x1: null,
  x2: null,
  'x1-squared': ['Mul', ['x1', 'x1']],
  'x2-squared': ['Mul', ['x2', 'x2']],
  'x1-x2': ['Mul', ['x1', 'x2']],
  'sin-x1': ['Sin', ['x1']],
  'sin-x2': ['Sin', ['x2']],
};

/** How an activation is calculated of the sums; the step takes two operators, see `pointsOnnx`. */
const ACTIVATIONS: Readonly<Record<Exclude<PointsLayer['activation'], 'step'>, string>> = {
  linear: 'Identity',
  sigmoid: 'Sigmoid',
  tanh: 'Tanh',
  relu: 'Relu',
  softmax: 'Softmax',
};
/** ONNX's number of float32. */
const FLOAT = 1;

/**
 * A network of the 2-D bench as ONNX: `points` [examples, 2] in, `answers` [examples, outputs] out. What it is told of a place is calculated in
 * it: a reader gives places and need know nothing else.
 */
export function pointsOnnx(network: TakenPoints, metadata: Readonly<Record<string, string>>): Uint8Array {
  const nodes: Uint8Array[] = [];
  const then: Step = (...parts) => nodes.push(node(...parts));
  then('Gather', ['points', 'first'], 'x1', [intAttribute('axis', 1)]);
  then('Gather', ['points', 'second'], 'x2', [intAttribute('axis', 1)]);
  for (const feature of network.features) {
    const made = FEATURES[feature];
    if (made) then(made[0], made[1], feature);
  }
  then('Concat', network.features, 'features', [intAttribute('axis', 1)]);
  const layers = pointsLayers(network);
  let at = 'features';
  layers.forEach(({ name, activation }, index) => {
    then('Gemm', [at, `${name}.weight`, `${name}.bias`], `${name}.sums`, [intAttribute('transB', 1)]);
    at = index === layers.length - 1 ? 'answers' : `${name}.answers`;
    if (activation === 'step') {
      then('GreaterOrEqual', [`${name}.sums`, 'zero'], `${name}.fires`);
      then('Cast', [`${name}.fires`], at, [intAttribute('to', FLOAT)]);
    } else {
      const along = activation === 'softmax' ? [intAttribute('axis', 1)] : [];
      then(ACTIVATIONS[activation], [`${name}.sums`], at, along);
    }
  });
  const zero: NamedTensor = { name: 'zero', shape: [1], values: new Float32Array(1) };
  const hasStep = layers.some(({ activation }) => activation === 'step');
  return onnxFile(
    {
      nodes,
      tensors: [
        int64Tensor('first', 0),
        int64Tensor('second', 1),
        ...[...(hasStep ? [zero] : []), ...layers.flatMap(({ tensors }) => tensors)].map(floatTensor),
      ],
      inputs: [valueInfo('points', [2])],
      outputs: [valueInfo('answers', [layers.at(-1)!.units])],
    },
    metadata,
  );
}
