// The whole of tfjs, for the gradients of operations that only these tests use.
import '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { createRandom } from '@/engine/random';
import { startNodeBackend } from '@/engine/verify/start-node-backend';

// Real arithmetic on a machine that may be busy with other tests.
const normal = (n: number, seed: number) => {
  const random = createRandom(seed);
  return Float32Array.from({ length: n }, () => random.normal());
};

async function gradients(
  backend: 'cpu' | 'wasm',
  side: number,
  kernel: number,
  stride: number,
  pad: 'same' | 'valid',
) {
  await startNodeBackend(backend);
  const x = tf.tensor4d(normal(3 * side * (side + 1) * 2, 1), [3, side, side + 1, 2]);
  const w = tf.tensor4d(normal(kernel * kernel * 2 * 5, 2), [kernel, kernel, 2, 5]);
  const before = tf.memory().numTensors;
  const [byInput, byFilter] = tf.tidy(() =>
    tf.grads((i, f) => tf.sum(tf.square(tf.conv2d(i as tf.Tensor4D, f as tf.Tensor4D, stride, pad))))([x, w]),
  ) as [tf.Tensor, tf.Tensor];
  expect(tf.memory().numTensors).toBe(before + 2);
  const both = [await byInput.data(), await byFilter.data()];
  tf.dispose([x, w, byInput, byFilter]);
  return both;
}

async function poolGradient(backend: 'cpu' | 'wasm', size: number, stride: number, pad: 'same' | 'valid') {
  await startNodeBackend(backend);
  // Whole numbers, so that there are equals in a window; mostly negative.
  const x = tf.tensor4d(
    normal(2 * 7 * 8 * 3, 4).map((v) => Math.round(v * 2) - 3),
    [2, 7, 8, 3],
  );
  const before = tf.memory().numTensors;
  const gradient = tf.grad((t) => tf.sum(tf.square(tf.maxPool(t as tf.Tensor4D, size, stride, pad))))(x);
  expect(tf.memory().numTensors).toBe(before + 1);
  return Array.from(await gradient.data());
}

describe('kernels that the WASM backend lacks', () => {
  for (const pad of ['same', 'valid'] as const) {
    for (const stride of [1, 2, 3]) {
      for (const [side, kernel] of [
        [9, 3],
        [10, 3],
        [11, 5],
        [12, 5],
        [8, 1],
      ] as const) {
        it(`convolution's gradients: ${side} wide, kernel ${kernel}, stride ${stride}, ${pad}`, async () => {
          const expected = await gradients('cpu', side, kernel, stride, pad);
          const found = await gradients('wasm', side, kernel, stride, pad);
          expected.forEach((values, which) => {
            expect(found[which]!.length).toBe(values.length);
            const scale = Math.max(...values.map(Math.abs));
            values.forEach((value, i) => {
              expect(Math.abs(found[which]![i]! - value) / scale).toBeLessThan(1e-5);
            });
          });
        });
      }
    }
  }

  for (const pad of ['same', 'valid'] as const) {
    for (const [size, stride] of [
      [2, 2],
      [3, 2],
      [3, 1],
    ] as const) {
      it(`max pooling's gradient: ${size} wide, stride ${stride}, ${pad}, also of negative numbers and of equals`, async () => {
        expect(await poolGradient('wasm', size, stride, pad)).toEqual(
          await poolGradient('cpu', size, stride, pad),
        );
      });
    }
  }

  it("gather's gradient (UnsortedSegmentSum)", async () => {
    const run = async (backend: 'cpu' | 'wasm') => {
      await startNodeBackend(backend);
      const x = tf.tensor2d(normal(5 * 4, 3), [5, 4]);
      const ids = tf.tensor1d([4, 0, 4, 2], 'int32');
      return tf
        .grad((t) => tf.sum(tf.square(tf.gather(t, ids))))(x)
        .data();
    };
    expect(Array.from(await run('wasm'))).toEqual(Array.from(await run('cpu')));
  });
});
