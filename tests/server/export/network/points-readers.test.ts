import { unzipSync } from 'fflate';
import { InferenceSession, Tensor } from 'onnxruntime-web';
import { describe, expect, it, test } from 'vitest';
import { trainedPoints } from '@/engine/runs/points-network';
import { LANGUAGES } from '@/lessons/languages';
import { POINTS_EXPORT_NAMES } from '@/protocol/network-exports';
import { pointsFile } from '@/server/export/network/points/points-files';
import { pointsLayers, takenPoints } from '@/server/export/network/points/points-network';
import { pointsOnnx } from '@/server/export/network/points/points-onnx';
import { safetensors } from '@/server/export/network/safetensors';
import { madeSource, whole } from '@/tests/server/export/made-source';
import { farthest } from './made-networks';
import { benchAnswers, madePoints, POINT_SETUPS } from './made-points';
import { readSafetensors } from './read-safetensors';

const SETUPS = Object.entries(POINT_SETUPS).map(([name, setup]) => ({ name, setup }));
const METADATA = { student: '</script>"\n\u202e花子 😀' };
/** What float32 rounds, of sums that the bench takes in float64. */
const CLOSE = 1e-4;

describe('a network on points', () => {
  test.each(SETUPS)('onnxruntime gives places what the bench answers there: $name', async ({ setup }) => {
    const network = madePoints(setup);
    const session = await InferenceSession.create(pointsOnnx(network, METADATA));
    expect([session.inputNames, session.outputNames]).toEqual([['points'], ['answers']]);
    const { count, places, answers } = benchAnswers(network);
    const given = await session.run({ points: new Tensor('float32', places, [count, 2]) });
    expect(given.answers!.dims).toEqual([count, answers.length / count]);
    const apart = farthest(given.answers!.data as Float32Array, answers);
    expect(apart).toBeLessThan(CLOSE);
    // Answers that are all alike would agree by themselves.
    expect(Math.max(...answers) - Math.min(...answers)).toBeGreaterThan(0.05);
  });

  test.each(SETUPS)('Hugging Face’s reader finds every tensor: $name', async ({ setup }) => {
    const tensors = pointsLayers(madePoints(setup)).flatMap((layer) => layer.tensors);
    const read = await readSafetensors(Buffer.concat(safetensors(tensors, METADATA)));
    expect(read.metadata).toEqual(METADATA);
    expect(read.tensors).toEqual(tensors.map(({ name, shape, values }) => ({ name, shape, values })));
  });

  it.each(LANGUAGES)(
    'comes with a card that says what goes in and what comes out, in %s',
    async (language) => {
      for (const { setup } of SETUPS)
        for (const form of POINTS_EXPORT_NAMES) {
          const network = madePoints(setup, { language });
          const files = unzipSync(await whole(pointsFile(network, form, 'ABCDEF').content));
          const card = new TextDecoder().decode(files['README.md']);
          for (const feature of network.features) expect(card).toContain(`\`${feature}\``);
          expect(card).not.toContain('Mia');
        }
    },
  );

  it('names who trained it where that is chosen', async () => {
    const network = madePoints(POINT_SETUPS['two classes, step']!, { language: 'en', student: 'Mia' });
    const files = unzipSync(await whole(pointsFile(network, 'pytorch', 'ABCDEF').content));
    expect(new TextDecoder().decode(files['README.md'])).toContain('Mia');
    expect(Object.keys(files)).toEqual([
      ...['README.md', 'network.py', 'experiment.json', 'model.safetensors', 'points.csv'],
    ]);
    const rows = new TextDecoder().decode(files['points.csv']).trim().split('\r\n');
    expect(rows.length - 1).toBe(trainedPoints(network.run.experiment).xs.length);
  });

  it('is not told where its points are kept nowhere, or the weights are another’s', () => {
    const { run, weights } = madePoints(POINT_SETUPS['dealt, tanh']!);
    const { dealt: _dealt, ...own } = run.experiment;
    const { state } = madeSource(['Mia']);
    const reader = { language: 'en', timeZone: 'UTC' } as const;
    const take = (experiment: typeof run.experiment, values: Float32Array) =>
      takenPoints(
        state,
        { ...run, experiment },
        { bytes: new Uint8Array(values.slice().buffer), step: 1 },
        false,
        reader,
      );
    expect(take(run.experiment, weights)).not.toBeNull();
    expect(take(own, weights)).toBeNull();
    expect(take(run.experiment, weights.subarray(1))).toBeNull();
  });
});
