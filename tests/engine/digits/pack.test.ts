import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Examples, sliceExamples } from '@/engine/digits/examples';
import { DamagedPack, packExamples, unpackExamples } from '@/engine/digits/pack-format';
import { loadHidden, loadReserve } from '@/engine/verify/evaluate';
import { DATASET_IDS, DATASETS } from '@/protocol/datasets';
import { datasetParts, hiddenOriginals } from '@/scripts/dataset-parts';
import { SOURCES } from '@/scripts/dataset-sources';
import { allPictures, HIDDEN_FOLDER, readServed, servedFolder } from './node-pictures';

// Real arithmetic on a machine that may be busy with other tests.
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64');
const hashes = (examples: Examples) =>
  Array.from({ length: examples.count }, (_, i) => hash(sliceExamples(examples, i, 1).pixels));

describe.each(DATASET_IDS)('the packed files of %s', (id) => {
  const dataset = DATASETS[id];
  const { labels, files, trainExamples, validationExamples } = dataset;
  const { half, reserve } = dataset.hidden;
  const hiddenFile = join(HIDDEN_FOLDER, dataset.hidden.file);
  const checkPictures = async () => unpackExamples(await readServed(dataset.check.file, id), dataset);
  /** How often each label occurs. */
  const counts = (found: Uint8Array) => {
    const many = new Array<number>(labels.length).fill(0);
    for (const label of found) many[label]!++;
    return many;
  };
  const equally = (count: number) => new Array(labels.length).fill(count / labels.length);

  it('are as many as said, every label equally often, also in the first file alone', async () => {
    const { train, validation } = await allPictures(id);
    expect(train.count).toBe(trainExamples);
    expect(counts(train.labels)).toEqual(equally(trainExamples));
    expect(counts(train.labels.subarray(0, files[0]!.count))).toEqual(equally(files[0]!.count));
    expect(validation!.count).toBe(validationExamples);
    expect(counts(validation!.labels)).toEqual(equally(validationExamples));
    const check = await checkPictures();
    expect([check.count, counts(check.labels)]).toEqual([dataset.check.count, equally(dataset.check.count)]);
    const hidden = loadHidden(HIDDEN_FOLDER, dataset);
    for (const from of [0, half])
      expect(counts(hidden.labels.subarray(from, from + half))).toEqual(equally(half));
    expect(counts(loadReserve(HIDDEN_FOLDER, dataset).labels)).toEqual(equally(reserve.count));
  });

  it('I10: train, validation, check and hidden parts have no picture in common, nor any twice', async () => {
    const { train, validation } = await allPictures(id);
    const check = hashes(await checkPictures());
    const all = [
      ...hashes(train),
      ...hashes(validation!),
      ...check,
      ...hashes(loadHidden(HIDDEN_FOLDER, dataset)),
      ...hashes(loadReserve(HIDDEN_FOLDER, dataset)),
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  it('I10: nothing under public/ holds hidden pictures', async () => {
    const root = fileURLToPath(new URL('../../../public', import.meta.url));
    const [file, reserveFile] = [readFileSync(hiddenFile), readFileSync(join(HIDDEN_FOLDER, reserve.file))];
    const parts = [file, reserveFile].map((all) => all.subarray(all.length >> 1, (all.length >> 1) + 64));
    for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
      const path = join(root, name);
      if (!statSync(path).isFile()) continue;
      const served = readFileSync(path);
      for (const part of parts) expect(served.includes(part), name).toBe(false);
    }
    const hidden = new Set([
      ...hashes(unpackExamples(file, dataset)),
      ...hashes(unpackExamples(reserveFile, dataset)),
    ]);
    const source = SOURCES[id].folder();
    if (!source) return;
    // Nor the pictures that they were made of.
    const elsewhere = SOURCES[id].servedElsewhere();
    for (const half of hiddenOriginals(dataset, source, elsewhere))
      for (const original of hashes(half)) hidden.add(original);
    const { train, validation } = await allPictures(id);
    for (const served of [train, validation!, await checkPictures(), ...elsewhere])
      for (const picture of hashes(served)) expect(hidden.has(picture)).toBe(false);
  });

  it('have the sizes that progress is counted by, and their licence beside them', () => {
    for (const { file, bytes } of files)
      expect(statSync(join(servedFolder(id), file)).size, file).toBe(bytes);
    for (const licence of [join(servedFolder(id), 'LICENCE'), hiddenFile.replace(/\.bin$/, '.LICENCE')]) {
      expect(existsSync(licence), licence).toBe(true);
      const text = readFileSync(licence, 'utf8');
      for (const said of Object.values(dataset.licence)) expect(text).toContain(said);
    }
  });

  it.runIf(SOURCES[id].folder())(
    'are what the script makes of the whole',
    async () => {
      const parts = datasetParts(dataset, SOURCES[id].folder()!, SOURCES[id].servedElsewhere());
      let block = 0;
      for (const { file, part } of files) {
        const made = packExamples(part === 'train' ? parts.train[block++]! : parts.validation, dataset);
        expect(hash(made), file).toBe(hash(await readServed(file, id)));
      }
      expect(hash(packExamples(parts.check, dataset))).toBe(hash(await readServed(dataset.check.file, id)));
      expect(hash(packExamples(parts.hidden, dataset))).toBe(hash(readFileSync(hiddenFile)));
      const packed = hash(packExamples(parts.reserve, dataset));
      expect(packed).toBe(hash(readFileSync(join(HIDDEN_FOLDER, reserve.file))));
    },
    120_000,
  );
});

describe('a packed file', () => {
  it('unpacks to what was packed, whatever the size of the pictures', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(1, 9, 28, 32).chain((side) =>
          fc.record({
            side: fc.constant(side),
            list: fc.array(
              fc.tuple(fc.uint8Array({ minLength: side * side, maxLength: side * side }), fc.nat(9)),
              { maxLength: 4 },
            ),
          }),
        ),
        ({ side, list }) => {
          const examples: Examples = {
            count: list.length,
            pixels: Uint8Array.from(list.flatMap(([pixels]) => [...pixels])),
            labels: Uint8Array.from(list.map(([, label]) => label)),
          };
          const shape = { side, channels: 1, labels: DATASETS.digits.labels } as const;
          expect(unpackExamples(packExamples(examples, shape), shape)).toEqual(examples);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('is noticed to be damaged', async () => {
    const { digits } = DATASETS;
    const whole = await readServed('validation.bin');
    for (const at of [0, 5, 9, 13, 40, 5_000, whole.length - 2_000]) {
      const bad = whole.slice();
      bad[at]! ^= 0x10;
      expect(() => unpackExamples(bad, digits), `byte ${at}`).toThrow(DamagedPack);
    }
    expect(() => unpackExamples(whole.subarray(0, 1_000), digits)).toThrow(DamagedPack);
    expect(() => unpackExamples(new Uint8Array(3), digits)).toThrow(DamagedPack);
  });
});
