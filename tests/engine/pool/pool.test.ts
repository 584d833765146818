import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { unpackExamples } from '@/engine/digits/pack-format';
import { imbalanceOf } from '@/engine/pool/balance';
import { CLOTHES } from '@/engine/pool/clothes-files';
import { PoolClient } from '@/engine/pool/pool-client';
import { poolWeights } from '@/engine/pool/pool-network';
import { packPool, unpackPool } from '@/engine/pool/pool-pack';
import {
  ALL_DATA,
  chooseData,
  countLabels,
  type PoolPictures,
  splitPictures,
} from '@/engine/pool/pool-pictures';
import { PoolTraining } from '@/engine/pool/pool-training';
import { readPoolAnswer, scorePool, totalAccuracy } from '@/engine/pool/score-pool';
import { bytesToText, floatsToText, textToBytes, textToFloats } from '@/protocol/bytes-text';
import { inProcess } from './in-process-pool-worker';

const root = new URL('../../../public/data/clothes/', import.meta.url);
const clothes = (file: string): PoolPictures => ({
  ...unpackExamples(readFileSync(new URL(file, root)), CLOTHES),
  labelCount: CLOTHES.labels.length,
});
const train = clothes(CLOTHES.train);
const heldBack = clothes(CLOTHES.heldBack);

const print = ({ pixels }: PoolPictures, i: number) => bytesToText(pixels.subarray(i * 784, (i + 1) * 784));
/** Arrays of millions: a matcher would take minutes. */
const same = (one: Uint8Array | Float32Array, other: Uint8Array | Float32Array) =>
  Buffer.from(one.buffer, one.byteOffset, one.byteLength).equals(
    Buffer.from(other.buffer, other.byteOffset, other.byteLength),
  );

function trained(pictures: PoolPictures, seed = 3): PoolTraining {
  const training = new PoolTraining({ train: pictures, validation: heldBack, network: 8, seed });
  for (let step = 0; step < 400; step += 1) training.step();
  return training;
}

describe('the bundled clothes', () => {
  test('are as many of each as they are said to be, and none is in both parts', () => {
    expect(countLabels(train)).toEqual(CLOTHES.labels.map(() => CLOTHES.trainPerLabel));
    expect(countLabels(heldBack)).toEqual(CLOTHES.labels.map(() => CLOTHES.heldBackPerLabel));
    const learnt = new Set(Array.from({ length: train.count }, (_, i) => print(train, i)));
    for (let i = 0; i < heldBack.count; i += 1) expect(learnt.has(print(heldBack, i))).toBe(false);
  });

  test('good data teach; few, one-sided and mislabelled ones teach less', () => {
    const accuracy = (choice: typeof ALL_DATA) =>
      trained(chooseData(train, choice, 1)).standing().validationAccuracy!;
    const whole = accuracy(ALL_DATA);
    expect(whole).toBeGreaterThan(0.88);
    expect(accuracy({ ...ALL_DATA, mostPerLabel: 2 })).toBeLessThan(whole - 0.05);
    expect(accuracy({ ...ALL_DATA, wrongShare: 0.6 })).toBeLessThan(whole - 0.05);
    const oneSided = trained(chooseData(train, { ...ALL_DATA, scarce: { label: 0, left: 2 } }, 1));
    const [shirts] = oneSided.standing().confusion;
    expect(shirts![0]! / shirts!.reduce((sum, count) => sum + count, 0)).toBeLessThan(0.7);
  });
});

describe('choosing data', () => {
  test('a fifth of each label validates, the rest is learnt from, and nothing stands in both', () => {
    const { train: learnt, validation } = splitPictures(train, 5);
    expect(countLabels(validation)).toEqual([60, 60, 60, 60]);
    expect(countLabels(learnt)).toEqual([240, 240, 240, 240]);
    expect(same(splitPictures(train, 5).validation.pixels, validation.pixels)).toBe(true);
    expect(same(splitPictures(train, 6).validation.pixels, validation.pixels)).toBe(false);
    const kept = new Set(Array.from({ length: validation.count }, (_, i) => print(validation, i)));
    for (let i = 0; i < learnt.count; i += 1) expect(kept.has(print(learnt, i))).toBe(false);
  });

  test('a label with one picture keeps it for learning', () => {
    const one: PoolPictures = {
      labelCount: 2,
      count: 1,
      pixels: new Uint8Array(784),
      labels: Uint8Array.of(1),
    };
    expect(splitPictures(one, 1).train.count).toBe(1);
  });

  test('wrong labels are never the right one, and as many as asked for', () => {
    const spoilt = chooseData(train, { ...ALL_DATA, wrongShare: 0.2 }, 9);
    const wrong = [...spoilt.labels].filter((label, i) => label !== train.labels[i]);
    expect(wrong).toHaveLength(240);
    expect(Math.max(...spoilt.labels)).toBeLessThan(4);
  });

  test('says when a pool is one-sided, and not before there is something to say', () => {
    expect(imbalanceOf([1, 0])).toBeNull();
    expect(imbalanceOf([9, 0])).toEqual({ kind: 'none-of', label: 1, most: 0 });
    expect(imbalanceOf([4, 9])).toEqual({ kind: 'few-of', label: 0, most: 1 });
    expect(imbalanceOf([5, 9])).toBeNull();
  });
});

describe('learning', () => {
  test('I11: the same seed gives the same weights; another does not', () => {
    const small = chooseData(train, { ...ALL_DATA, mostPerLabel: 10 }, 1);
    const weights = trained(small).weights();
    expect(same(trained(small).weights(), weights)).toBe(true);
    expect(same(trained(small, 4).weights(), weights)).toBe(false);
  });

  test('what is handed in scores as the network itself does', () => {
    const training = trained(train);
    const answer = { network: 8 as const, weights: floatsToText(training.weights()) };
    const network = readPoolAnswer(answer, 4)!;
    const work = scorePool(network, heldBack);
    let step = work.next();
    while (!step.done) step = work.next();
    expect(totalAccuracy(step.value)).toBeCloseTo(training.standing().validationAccuracy!, 2);
    expect(readPoolAnswer(answer, 3)).toBeNull();
    expect(readPoolAnswer({ ...answer, weights: 'no base64 §' }, 4)).toBeNull();
    const poisoned = new Float32Array(poolWeights(8, 4)).fill(Number.POSITIVE_INFINITY);
    expect(readPoolAnswer({ network: 8, weights: floatsToText(poisoned) }, 4)).toBeNull();
  });

  test('the worker trains, pauses, steps once, answers while it trains, and ends by itself', async () => {
    const client = new PoolClient(inProcess);
    const states: string[] = [];
    let finished: () => void = () => {};
    const over = new Promise<void>((resolve) => {
      finished = resolve;
    });
    client.subscribe((event) => {
      if (event.type !== 'state') return;
      states.push(event.state);
      if (event.state === 'finished') finished();
    });
    await expect(client.train()).rejects.toThrow('not-begun');
    // Enough of everything that it is still under way when the questions come.
    const whole = chooseData(train, ALL_DATA, 1);
    expect(await client.begin({ train: whole, validation: heldBack, network: 32, seed: 1 })).toMatchObject({
      step: 0,
    });
    expect((await client.step()).step).toBe(1);
    await client.train();
    const probabilities = await client.predict(heldBack.pixels.slice(0, 784));
    expect(probabilities.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
    await client.pause();
    expect(states).toEqual(['ready', 'paused', 'training', 'paused']);

    const small = chooseData(train, { ...ALL_DATA, mostPerLabel: 4 }, 1);
    const begun = await client.begin({ train: small, validation: heldBack, network: 0, seed: 1 });
    expect(begun).toMatchObject({ step: 0, totalSteps: 300 });
    await client.train();
    await over;
    expect((await client.weights()).length).toBe(poolWeights(0, 4));
    const none = { ...small, count: 0, labels: new Uint8Array(), pixels: new Uint8Array() };
    await expect(client.begin({ train: none, validation: heldBack, network: 0, seed: 1 })).rejects.toThrow(
      'no-pictures',
    );
    client.dispose();
  });
});

describe('on the wire', () => {
  test('a packed pool comes back; anything else is nothing', () => {
    const packed = packPool({
      labels: Uint8Array.of(1, 0),
      pixels: new Uint8Array(1568).fill(7),
      extra: { a: 1 },
    });
    expect(unpackPool(packed)).toEqual({
      labels: Uint8Array.of(1, 0),
      pixels: new Uint8Array(1568).fill(7),
      extra: { a: 1 },
    });
    for (const bad of [packed.subarray(0, 7), packed.subarray(0, -1), new Uint8Array(50).fill(0x50)])
      expect(unpackPool(bad)).toBeNull();
  });

  test('bytes and numbers survive base64', () => {
    const bytes = Uint8Array.from({ length: 20_000 }, (_, i) => i % 256);
    expect(textToBytes(bytesToText(bytes))).toEqual(bytes);
    expect(textToFloats(floatsToText([0.5, -2, Number.NaN]))).toEqual(Float32Array.of(0.5, -2, Number.NaN));
    expect(textToBytes('§')).toBeNull();
    expect(textToFloats(bytesToText(Uint8Array.of(1, 2, 3)))).toBeNull();
  });
});
