import type { NamedTensor } from './channels-first';

/** The header is filled with blanks to a multiple of this, so that what follows is aligned. */
const ALIGNED = 8;

/**
 * Tensors as a safetensors file (github.com/huggingface/safetensors, format): the header's length as u64, the header (JSON), the
 * values one tensor after another without holes; all little endian.
 */
export function safetensors(
  tensors: readonly NamedTensor[],
  metadata: Readonly<Record<string, string>>,
): Uint8Array[] {
  let end = 0;
  const described = tensors.map(({ name, shape, values }) => {
    const start = end;
    end += values.byteLength;
    return [name, { dtype: 'F32', shape, data_offsets: [start, end] }] as const;
  });
  const json = Buffer.from(JSON.stringify({ __metadata__: metadata, ...Object.fromEntries(described) }));
  const header = Buffer.alloc(Math.ceil(json.length / ALIGNED) * ALIGNED, ' ');
  json.copy(header);
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  return [length, header, ...tensors.map(({ values }) => float32Bytes(values))];
}

/** The bytes of float32 numbers; every machine that Node runs on has them little endian. */
export function float32Bytes({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
