import { bytesField, concat, varintField } from '@/server/export/protobuf';
import type { NamedTensor } from './channels-first';
import { float32Bytes } from './safetensors';

/** The parts of an ONNX file (onnx/onnx.proto; operators of version 13, which every runtime of the last years has). */
const IR_VERSION = 7;
const OPERATORS = 13;
const TYPES = { float: 1, int64: 7 } as const;
const ATTRIBUTE = { int: 2, ints: 7 } as const;

interface Graph {
  /** In the order in which they are calculated. */
  nodes: readonly Uint8Array[];
  tensors: readonly Uint8Array[];
  inputs: readonly Uint8Array[];
  outputs: readonly Uint8Array[];
}

/** @param metadata told with the model, as texts */
export function onnxFile(graph: Graph, metadata: Readonly<Record<string, string>>): Uint8Array {
  return concat([
    varintField(1, IR_VERSION),
    bytesField(2, 'Perceptroom'),
    bytesField(
      7,
      concat([
        ...graph.nodes.map((one) => bytesField(1, one)),
        bytesField(2, 'network'),
        ...graph.tensors.map((one) => bytesField(5, one)),
        ...graph.inputs.map((one) => bytesField(11, one)),
        ...graph.outputs.map((one) => bytesField(12, one)),
      ]),
    ),
    bytesField(8, concat([bytesField(1, ''), varintField(2, OPERATORS)])),
    ...Object.entries(metadata).map(([key, value]) =>
      bytesField(14, concat([bytesField(1, key), bytesField(2, value)])),
    ),
  ]);
}

/** One operator; it bears the name of what it gives. */
export function node(
  operator: string,
  inputs: readonly string[],
  output: string,
  attributes: readonly Uint8Array[] = [],
): Uint8Array {
  return concat([
    ...inputs.map((name) => bytesField(1, name)),
    bytesField(2, output),
    bytesField(3, output),
    bytesField(4, operator),
    ...attributes.map((attribute) => bytesField(5, attribute)),
  ]);
}

export function floatTensor({ name, shape, values }: NamedTensor): Uint8Array {
  return tensor(name, shape, TYPES.float, float32Bytes(values));
}

/** A list of one whole number, such as which column is meant. */
export function int64Tensor(name: string, value: number): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64LE(BigInt(value));
  return tensor(name, [1], TYPES.int64, bytes);
}

function tensor(name: string, shape: readonly number[], type: number, bytes: Uint8Array): Uint8Array {
  return concat([
    ...shape.map((length) => varintField(1, length)),
    varintField(2, type),
    bytesField(8, name),
    bytesField(9, bytes),
  ]);
}

/** What comes in or goes out: float32, any number of examples of this shape. */
export function valueInfo(name: string, shape: readonly number[]): Uint8Array {
  const sizes = [bytesField(2, 'examples'), ...shape.map((length) => varintField(1, length))];
  const type = concat([
    varintField(1, TYPES.float),
    bytesField(2, concat(sizes.map((size) => bytesField(1, size)))),
  ]);
  return concat([bytesField(1, name), bytesField(2, bytesField(1, type))]);
}

export function intAttribute(name: string, value: number): Uint8Array {
  return concat([bytesField(1, name), varintField(3, value), varintField(20, ATTRIBUTE.int)]);
}

export function intsAttribute(name: string, values: readonly number[]): Uint8Array {
  return concat([
    bytesField(1, name),
    ...values.map((value) => varintField(8, value)),
    varintField(20, ATTRIBUTE.ints),
  ]);
}
