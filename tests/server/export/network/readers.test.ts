import * as tf from '@tensorflow/tfjs';
import { InferenceSession, Tensor } from 'onnxruntime-web';
import { describe, expect, test } from 'vitest';
import { DATASETS } from '@/protocol/datasets';
import { channelsFirst } from '@/server/export/network/channels-first';
import { onnxModel } from '@/server/export/network/onnx';
import { safetensors } from '@/server/export/network/safetensors';
import { tfjsModel } from '@/server/export/network/tfjs';
import { ARCHITECTURES, drawnNetwork, drawnPictures, engineLogits, farthest } from './made-networks';
import { readSafetensors } from './read-safetensors';

// Real runtimes, on a machine that may be busy with other tests.
const NETWORKS = Object.entries(ARCHITECTURES).map(([name, architecture]) => ({ name, architecture }));
const COUNT = 5;
/** What other kernels may round differently. */
const CLOSE = 1e-4;
/** Texts as a nickname might be. */
const METADATA = { student: '</script>"\n\u202e花子 😀', dataset: 'digits' };

describe('stock TensorFlow.js loads a network and answers as the engine does', () => {
  test.each(NETWORKS)('$name', async ({ architecture }) => {
    const network = drawnNetwork(architecture);
    const pictures = drawnPictures(architecture, COUNT);
    const { model, weights } = tfjsModel(network);
    const { modelTopology, weightsManifest } = JSON.parse(JSON.stringify(model)) as {
      modelTopology: object;
      weightsManifest: { weights: tf.io.WeightsManifestEntry[] }[];
    };
    const loaded = await tf.loadLayersModel(
      tf.io.fromMemory({
        modelTopology,
        weightSpecs: weightsManifest[0]!.weights,
        weightData: Uint8Array.from(Buffer.concat(weights)).buffer,
      }),
    );
    const both = tf.model({
      inputs: loaded.inputs,
      outputs: [loaded.getLayer('answer').output as tf.SymbolicTensor, loaded.outputs[0]!],
    });
    const { side } = DATASETS[architecture.dataset];
    const [logits, shares] = both.predict(
      tf.tensor4d(pictures, [COUNT, side, side, 1]),
    ) as unknown as tf.Tensor2D[];
    const expected = await engineLogits(network, pictures);
    expect(farthest(await logits!.data(), expected)).toBeLessThan(CLOSE);
    const sums = await tf.sum(shares!, 1).data();
    expect(farthest(sums, new Float32Array(COUNT).fill(1))).toBeLessThan(CLOSE);
  });
});

describe('ONNX', () => {
  test.each(NETWORKS)('onnxruntime answers as the engine does: $name', async ({ architecture }) => {
    const network = drawnNetwork(architecture);
    const pictures = drawnPictures(architecture, COUNT);
    const session = await InferenceSession.create(onnxModel(network, METADATA));
    expect([session.inputNames, session.outputNames]).toEqual([['pictures'], ['logits', 'probabilities']]);
    const { side } = DATASETS[architecture.dataset];
    const given = new Tensor('float32', pictures, [COUNT, 1, side, side]);
    const { logits, probabilities } = await session.run({ pictures: given });
    expect(logits!.dims).toEqual([COUNT, DATASETS[architecture.dataset].labels.length]);
    const expected = await engineLogits(network, pictures);
    expect(farthest(logits!.data as Float32Array, expected)).toBeLessThan(CLOSE);
    const first = (probabilities!.data as Float32Array)
      .subarray(0, 10)
      .reduce((sum, share) => sum + share, 0);
    expect(first).toBeCloseTo(1, 5);
  });
});

describe('safetensors', () => {
  test.each(NETWORKS)(
    'Hugging Face’s reader finds every tensor, and the values are ours: $name',
    async ({ architecture }) => {
      const tensors = channelsFirst(drawnNetwork(architecture));
      const read = await readSafetensors(Buffer.concat(safetensors(tensors, METADATA)));
      expect(read.parameters).toBe(tensors.reduce((sum, { values }) => sum + values.length, 0));
      expect(read.metadata).toEqual(METADATA);
      expect(read.tensors).toEqual(
        tensors.map(({ name, shape, values }) => ({ name, shape, values: Float32Array.from(values) })),
      );
    },
  );
});
