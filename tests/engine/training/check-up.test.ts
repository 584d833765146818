import { beforeAll, describe, expect, it } from 'vitest';
import { Training } from '@/engine/training/training';
import { startNodeBackend } from '@/engine/verify/start-node-backend';
import { findingSchema } from '@/protocol/finding';
import { HEALTHY_PICTURES, ILL_PICTURES } from '@/tests/engine/doctor/picture-wards';
import { isRight, roundOnPictures } from '@/tests/engine/doctor/rounds';
import { CONVOLUTIONAL, SMALL } from '@/tests/engine/experiments';
import { collect, nodePlace } from './node-place';

const SEED = 102;

beforeAll(async () => {
  await startNodeBackend('wasm');
});

describe('the doctor at a training of digits', () => {
  it.each(ILL_PICTURES)('sees what ails "$name"', async (patient) => {
    const said = await roundOnPictures(patient, SEED);
    expect([...said], `one of ${patient.ails}`).toSatisfy(() => isRight(patient.ails, said));
  });

  it.each(HEALTHY_PICTURES)('finds nothing wrong with "$name"', async (patient) => {
    expect([...(await roundOnPictures(patient, SEED))]).toEqual([]);
  });

  it.each([SMALL, { ...CONVOLUTIONAL, optimizer: 'adam' as const }])(
    'I11: changes nothing of the training ($network.kind)',
    async (experiment) => {
      const place = await nodePlace();
      const watched = new Training(experiment, place);
      const alone = new Training(experiment, place);
      for (let i = 0; i < 3; i++) {
        await collect(watched, 2);
        await watched.examine();
        await collect(alone, 2);
      }
      const stateOf = (training: Training) => training.between((network) => network.state());
      expect(await stateOf(watched)).toEqual(await stateOf(alone));
      watched.dispose();
      alone.dispose();
    },
  );

  it('tells of it unasked, a few times a minute, in the form that crosses the wire', async () => {
    let clock = 0;
    const training = new Training(
      { ...SMALL, learningRate: 100, epochs: 20 },
      await nodePlace({ now: () => (clock += 50) }),
    );
    const told: unknown[][] = [];
    await collect(training, undefined, (emission) => {
      if (emission.type === 'findings') told.push([...emission.findings]);
    });
    expect(told.length).toBeGreaterThan(0);
    expect(told.length).toBeLessThanOrEqual(2 + clock / 12_000);
    expect(told.flat().length).toBeGreaterThan(0);
    for (const finding of told.flat()) expect(findingSchema.parse(finding)).toEqual(finding);
    training.dispose();
  });
});
