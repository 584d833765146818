import { fileURLToPath } from 'node:url';
import protobuf from 'protobufjs';
import { expect, test } from 'vitest';
import { onnxModel } from '@/server/export/network/onnx';
import { ARCHITECTURES, drawnNetwork } from './made-networks';

const METADATA = { student: '</script>"\n\u202e花子 😀', dataset: 'digits' };

test('an ONNX file says what it is, field by field as ONNX numbers them', () => {
  const schema = new protobuf.Root().loadSync(fileURLToPath(new URL('./onnx.proto', import.meta.url)), {
    keepCase: true,
  });
  const Model = schema.lookupType('ModelProto');
  const network = drawnNetwork(ARCHITECTURES['one convolution']!);
  const model = Model.toObject(Model.decode(onnxModel(network, METADATA)), { longs: Number });
  expect(model).toMatchObject({
    ir_version: 7,
    producer_name: 'Perceptroom',
    opset_import: [{ domain: '', version: 13 }],
    metadata_props: Object.entries(METADATA).map(([key, value]) => ({ key, value })),
  });
  const { node, initializer } = model.graph as {
    node: { op_type: string }[];
    initializer: { name: string; dims: number[] }[];
  };
  expect(node.map(({ op_type }) => op_type)).toEqual([
    'Conv',
    'Sigmoid',
    'MaxPool',
    'Flatten',
    'Gemm',
    'Sigmoid',
    'Gemm',
    'Softmax',
  ]);
  expect(initializer.map(({ name, dims }) => [name, ...dims])).toEqual([
    ['convolution1.weight', 3, 1, 5, 5],
    ['convolution1.bias', 3],
    ['hidden1.weight', 9, 588],
    ['hidden1.bias', 9],
    ['answer.weight', 10, 9],
    ['answer.bias', 10],
  ]);
});
