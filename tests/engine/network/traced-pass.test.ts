import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { splitWeights } from '@/engine/network/flat-weights';
import { forward } from '@/engine/network/forward';
import { type TracedPass, tracePass } from '@/engine/network/traced-pass';
import { startNodeBackend } from '@/engine/verify/start-node-backend';
import { weightShapes } from '@/protocol/weight-shapes';
import {
  ARCHITECTURES,
  drawnNetwork,
  drawnPictures,
  farthest,
} from '@/tests/server/export/network/made-networks';

/** float32 added up in another order. */
const NEAR = 2e-5;

/** What the engine's own pass has on the way: each hidden layer's sums that go on, its answers, and the logits. */
async function engineNumbers(name: string, picture: Float32Array) {
  const { architecture, weights } = drawnNetwork(ARCHITECTURES[name]!, 4);
  await startNodeBackend();
  const sums: Float32Array[] = [];
  const answers: Float32Array[] = [];
  const logits = tf.tidy(() => {
    const shapes = weightShapes(architecture);
    const tensors = splitWeights(architecture, weights).map((values, i) =>
      tf.tensor(values, shapes[i] as number[]),
    );
    const output = forward(architecture, tensors, tf.tensor2d(picture, [1, picture.length]), {
      sums: (layer, z) => {
        sums[layer] = z.dataSync() as Float32Array;
        return z;
      },
      answers: (layer, y) => {
        answers[layer] = y.dataSync() as Float32Array;
      },
    });
    return output.dataSync() as Float32Array;
  });
  return { sums, answers, logits };
}

const goingOn = ({ sums, winners }: TracedPass['layers'][number]) =>
  winners ? Float32Array.from(winners, (at) => sums[at]!) : sums;

describe.each(Object.keys(ARCHITECTURES))('%s', (name) => {
  const architecture = ARCHITECTURES[name]!;
  const { weights } = drawnNetwork(architecture, 4);
  const picture = drawnPictures(architecture, 1, 5);

  test('every number on the way is what the engine calculates', async () => {
    const { layers, logits } = tracePass(architecture, weights, picture);
    const engine = await engineNumbers(name, picture);
    expect(farthest(logits, engine.logits)).toBeLessThan(NEAR);
    expect(layers.length).toBe(engine.answers.length + 1);
    layers.slice(0, -1).forEach((layer, index) => {
      expect(farthest(goingOn(layer), engine.sums[index]!), `sums ${index}`).toBeLessThan(NEAR);
      expect(farthest(layer.answers, engine.answers[index]!), `answers ${index}`).toBeLessThan(NEAR);
    });
  });

  test('each layer takes what the one before it gives, the first one the picture', () => {
    const { layers } = tracePass(architecture, weights, picture);
    expect(layers[0]!.inputs).toBe(picture);
    for (let i = 1; i < layers.length; i++) expect(layers[i]!.inputs).toBe(layers[i - 1]!.answers);
  });

  test('what goes on from a map is the largest of its four', () => {
    for (const { layer, side, sums, winners } of tracePass(architecture, weights, picture).layers) {
      if (side === null || !winners) continue;
      const half = Math.floor(side / 2);
      winners.forEach((at, i) => {
        const [unit, place] = [i % layer.units, Math.floor(i / layer.units)];
        const [y, x] = [Math.floor(place / half), place % half];
        const four = [0, 1, side, side + 1].map(
          (d) => sums[(2 * y * side + 2 * x + d) * layer.units + unit]!,
        );
        expect(sums[at]).toBe(Math.max(...four));
      });
    }
  });
});
