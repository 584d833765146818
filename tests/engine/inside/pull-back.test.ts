import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { pullBack } from '@/engine/inside/pull-back';
import { slopesAt } from '@/engine/inside/slopes';
import { splitWeights } from '@/engine/network/flat-weights';
import { forward } from '@/engine/network/forward';
import { registerGradients } from '@/engine/network/gradients';
import { tracePass } from '@/engine/network/traced-pass';
import { startNodeBackend } from '@/engine/verify/start-node-backend';
import { weightShapes } from '@/protocol/weight-shapes';
import { ARCHITECTURES, farthest } from '@/tests/server/export/network/made-networks';
import { askedAboutRing } from './asked';

describe.each(Object.keys(ARCHITECTURES))('%s', (name) => {
  test('slopes at the pixels are those that the engine trains by', async () => {
    const { architecture, weights, picture } = askedAboutRing(name);
    const pass = tracePass(architecture, weights, picture);
    const seed = pass.logits.map((_, label) => (label === 2 ? 1 : label === 7 ? -1 : 0));
    await startNodeBackend();
    registerGradients();
    const engine = tf.tidy(() => {
      const shapes = weightShapes(architecture);
      const tensors = splitWeights(architecture, weights).map((values, i) =>
        tf.tensor(values, shapes[i] as number[]),
      );
      const answers = (pixels: tf.Tensor) => forward(architecture, tensors, pixels as tf.Tensor2D);
      const slope = tf.grad(answers)(tf.tensor2d(picture, [1, 784]), tf.tensor2d(seed, [1, 10]));
      return slope.dataSync() as Float32Array;
    });
    const slopes = pullBack(pass, slopesAt(pass, architecture.network.activation), seed);
    const largest = Math.max(...engine.map(Math.abs));
    expect(largest).toBeGreaterThan(0);
    expect(farthest(slopes, engine) / largest).toBeLessThan(1e-4);
  });
});
