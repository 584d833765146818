import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type Examples, PIXELS } from '@/engine/digits/examples';
import { DIGIT_FILES, HIDDEN_HALF, TRAIN_EXAMPLES, VALIDATION_EXAMPLES } from '@/engine/digits/pack-files';
import { DamagedPack, packExamples, sliceExamples, unpackExamples } from '@/engine/digits/pack-format';
import { digitParts, mnistFolder } from '@/scripts/mnist-source';
import { allPictures, HIDDEN, readServed, SERVED } from './node-pictures';

// Real arithmetic on a machine that may be busy with other tests.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64');
const hashes = (examples: Examples) =>
  Array.from({ length: examples.count }, (_, i) => hash(sliceExamples(examples, i, 1).pixels));
const counts = (labels: Uint8Array) => {
  const found = new Array<number>(10).fill(0);
  for (const label of labels) found[label]!++;
  return found;
};

describe('packed digits', () => {
  it('are as many as said, every digit equally often, also in the first file alone', async () => {
    const { train, validation } = await allPictures();
    expect(train.count).toBe(TRAIN_EXAMPLES);
    expect(counts(train.labels)).toEqual(new Array(10).fill(TRAIN_EXAMPLES / 10));
    expect(counts(train.labels.subarray(0, DIGIT_FILES[0]!.count))).toEqual(new Array(10).fill(100));
    expect(validation!.count).toBe(VALIDATION_EXAMPLES);
    expect(counts(validation!.labels)).toEqual(new Array(10).fill(VALIDATION_EXAMPLES / 10));
    const hidden = unpackExamples(readFileSync(HIDDEN));
    for (const half of [0, HIDDEN_HALF]) {
      expect(counts(hidden.labels.subarray(half, half + HIDDEN_HALF))).toEqual(
        new Array(10).fill(HIDDEN_HALF / 10),
      );
    }
  });

  it('I10: train, validation and hidden parts have no picture in common, nor any twice', async () => {
    const { train, validation } = await allPictures();
    const all = [...hashes(train), ...hashes(validation!), ...hashes(unpackExamples(readFileSync(HIDDEN)))];
    expect(new Set(all).size).toBe(all.length);
  });

  it('I10: nothing under public/ holds hidden pictures', () => {
    const root = fileURLToPath(new URL('../../../public', import.meta.url));
    const file = readFileSync(HIDDEN);
    const part = file.subarray(file.length >> 1, (file.length >> 1) + 64);
    for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
      const path = join(root, name);
      if (statSync(path).isFile()) expect(readFileSync(path).includes(part), name).toBe(false);
    }
    const hidden = new Set(hashes(unpackExamples(file)));
    const test = mnistFolder();
    if (!test) return;
    // Nor the pictures that they were made of.
    const images = new Uint8Array(readFileSync(join(test, 't10k-images-idx3-ubyte')).subarray(16));
    const originals: Examples = { count: 10_000, pixels: images, labels: new Uint8Array(10_000) };
    for (const original of hashes(originals)) hidden.add(original);
    for (const { file: served } of DIGIT_FILES) {
      for (const picture of hashes(unpackExamples(readFileSync(SERVED + served))))
        expect(hidden.has(picture)).toBe(false);
    }
  });

  it('sizes are those that progress is counted by', () => {
    for (const { file, bytes } of DIGIT_FILES) expect(statSync(SERVED + file).size, file).toBe(bytes);
  });

  it.runIf(mnistFolder())(
    'are what the script makes of MNIST',
    async () => {
      const parts = digitParts(mnistFolder()!);
      let block = 0;
      for (const { file, part } of DIGIT_FILES) {
        const made = packExamples(part === 'train' ? parts.train[block++]! : parts.validation);
        expect(hash(made), file).toBe(hash(await readServed(file)));
      }
      expect(hash(packExamples(parts.hidden))).toBe(hash(readFileSync(HIDDEN)));
    },
    60_000,
  );

  it('unpacking gives back what was packed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.uint8Array({ minLength: PIXELS, maxLength: PIXELS }), fc.nat(9)), {
          maxLength: 4,
        }),
        (list) => {
          const examples: Examples = {
            count: list.length,
            pixels: Uint8Array.from(list.flatMap(([pixels]) => [...pixels])),
            labels: Uint8Array.from(list.map(([, label]) => label)),
          };
          expect(unpackExamples(packExamples(examples))).toEqual(examples);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('damage is noticed', async () => {
    const whole = await readServed('validation.bin');
    for (const at of [0, 5, 9, 13, 40, 5_000, whole.length - 2_000]) {
      const bad = whole.slice();
      bad[at]! ^= 0x10;
      expect(() => unpackExamples(bad), `byte ${at}`).toThrow(DamagedPack);
    }
    expect(() => unpackExamples(whole.subarray(0, 1_000))).toThrow(DamagedPack);
    expect(() => unpackExamples(new Uint8Array(3))).toThrow(DamagedPack);
  });
});
