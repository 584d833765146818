import { parseSafetensorsMetadata } from '@huggingface/hub';
import { expect } from 'vitest';

interface ReadTensor {
  name: string;
  shape: number[];
  values: Float32Array;
}

/** A safetensors file as Hugging Face's own reader describes it, with the values from where it says they are; without holes. */
export async function readSafetensors(
  file: Buffer,
): Promise<{ metadata: unknown; parameters: number | undefined; tensors: ReadTensor[] }> {
  const { header, parameterCount } = (await parseSafetensorsMetadata({
    repo: 'somebody/network',
    path: 'model.safetensors',
    computeParametersCount: true,
    fetch: servesFile(file),
  })) as unknown as {
    header: Record<string, { dtype: string; shape: number[]; data_offsets: [number, number] }>;
    parameterCount: Record<string, number>;
  };
  const { __metadata__, ...described } = header;
  const begin = 8 + Number(file.readBigUInt64LE(0));
  expect(begin % 8).toBe(0);
  let end = 0;
  const tensors = Object.entries(described).map(([name, { dtype, shape, data_offsets }]) => {
    expect(dtype).toBe('F32');
    // No holes: each begins where the one before it ends.
    expect(data_offsets[0]).toBe(end);
    end = data_offsets[1];
    const bytes = Uint8Array.from(file.subarray(begin + data_offsets[0], begin + end));
    return { name, shape, values: new Float32Array(bytes.buffer) };
  });
  expect(begin + end).toBe(file.length);
  return { metadata: __metadata__, parameters: parameterCount.F32, tensors };
}

/** A repository with one file, as the reader asks for it: whether it is there, and pieces of it. */
function servesFile(file: Uint8Array): typeof fetch {
  return async (_url, init) => {
    const headers = new Headers(init?.headers);
    const [, from, to] = /bytes=(\d+)-(\d+)/.exec(headers.get('range') ?? '') ?? [];
    const common = { etag: '"1"', 'accept-ranges': 'bytes' };
    if (from === undefined)
      return new Response(Uint8Array.from(file), {
        headers: { ...common, 'content-length': String(file.length) },
      });
    const piece = Uint8Array.from(file.subarray(Number(from), Number(to) + 1));
    const range = `bytes ${from}-${Number(from) + piece.length - 1}/${file.length}`;
    return new Response(piece, { status: 206, headers: { ...common, 'content-range': range } });
  };
}
