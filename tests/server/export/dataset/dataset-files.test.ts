import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import jsonld from 'jsonld';
import papaparse from 'papaparse';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { unpackExamples } from '@/engine/digits/pack-format';
import { drawing } from '@/people/drawing';
import { DATASETS } from '@/protocol/datasets';
import { readIdx } from '@/scripts/idx';
import { classPictures } from '@/server/export/dataset/class-pictures';
import { datasetFiles } from '@/server/export/dataset/dataset-files';
import { zipFile } from '@/server/export/zip-file';
import { readServed } from '@/tests/engine/digits/node-pictures';
import { HOSTILE_NAMES } from '@/tests/server/export/hostile-names';
import { idOf, madeSource, whole } from '@/tests/server/export/made-source';

/** Two labels named as nobody should, ten drawings, each fifth held back; one came with an imported pool. */
const LABELS = [HOSTILE_NAMES[0]!, HOSTILE_NAMES[1]!];
const drawings = Array.from({ length: 10 }, (_, index) => ({
  id: idOf(400 + index),
  studentId: index === 9 ? null : idOf(1 + (index % 3)),
  label: index % 2,
  ordinal: index,
  heldBack: index % 5 === 4,
  pixels: drawing(index % 2),
  filedAt: 0,
}));
const NICKNAMES = ['Zebulon', HOSTILE_NAMES[3]!, '花子'];

async function filesOf(lessonId: string, language: 'en' | 'ja' = 'en') {
  const { state } = madeSource(NICKNAMES);
  const pictures = classPictures({ ...state, lessonId }, { labels: LABELS, drawings }, language);
  return unzipSync(await whole(zipFile(datasetFiles(pictures))));
}
const text = (file: Uint8Array | undefined) => Buffer.from(file!).toString('utf8');

describe('what a class has drawn', () => {
  let files: Record<string, Uint8Array>;
  beforeAll(async () => {
    files = await filesOf('learning-from-data');
  });

  test('is a picture each, in the folder of its part and label, and a table that tells marks and no names', () => {
    const rows = papaparse.parse<Record<string, string>>(text(files['drawings.csv']).slice(1), {
      header: true,
      skipEmptyLines: true,
    }).data;
    expect(rows).toHaveLength(10);
    expect(rows[4]).toMatchObject({ file_name: 'drawings/test/0/00005.png', label: '0', split: 'test' });
    expect(rows[5]).toMatchObject({
      file_name: 'drawings/train/1/00006.png',
      mark_colour: '2',
      mark_glyph: '2',
    });
    expect(rows[9]).toMatchObject({ mark_colour: '', mark_glyph: '' });
    const pngs = Object.keys(files).filter((name) => name.endsWith('.png'));
    expect(rows.map(({ file_name }) => file_name)).toEqual(pngs);
    for (const [index, name] of pngs.entries()) {
      const png = Buffer.from(files[name]!);
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      const begin = png.indexOf('IDAT') + 4;
      const bytes = inflateSync(png.subarray(begin, begin + png.readUInt32BE(begin - 8)));
      const own = Buffer.concat(
        Array.from({ length: 28 }, (_, y) => bytes.subarray(y * 29 + 1, (y + 1) * 29)),
      );
      expect(own.equals(drawings[index]!.pixels)).toBe(true);
    }
    for (const name of Object.keys(files)) expect(name).toMatch(/^[\w.-]+(\/[\w.-]+)*$/);
    const everything = Object.values(files).map(text).join('\n');
    for (const nickname of NICKNAMES) expect(everything).not.toContain(nickname);
  });

  test('has a card and a licence in the reader’s language', async () => {
    const head = /^---\n([\s\S]*?\n)---\n/.exec(text(files['README.md']))![1]!;
    expect(parse(head)).toMatchObject({ language: 'en', license: 'other' });
    expect(text(files['README.md'])).not.toContain('<script>');
    expect(text(files['LICENCE-drawings.txt'])).toContain('No licence has been given');
    expect(text((await filesOf('learning-from-data', 'ja'))['LICENCE-drawings.txt'])).toContain('ライセンス');
  });

  test('is described in Croissant 1.1: what it says is data, every hash is right, every reference leads somewhere', async () => {
    const described = JSON.parse(text(files['croissant.json'])) as Described;
    await expectSound(described, files);
    expect(described.recordSet.find((one) => one['@id'] === 'labels')!.data).toEqual(
      LABELS.map((name, label) => ({ 'labels/label': label, 'labels/label_name': name })),
    );
    const columns = text(files['drawings.csv']).slice(1).split('\r\n')[0]!.split(',');
    const fields = described.recordSet.find((one) => one['@id'] === 'drawings')!.field;
    expect(fields.map(({ source }) => source!.extract.column)).toEqual(columns);
  });
});

test('what a class was given comes as IDX files, with its licence and nothing that is hidden', async () => {
  const files = await filesOf('handwritten-digits');
  const first = unpackExamples(await readServed('train-1.bin'), DATASETS.digits);
  const folder = mkdtempSync(path.join(tmpdir(), 'perceptroom-idx-'));
  try {
    for (const name of ['train-images-idx3-ubyte', 'train-labels-idx1-ubyte'])
      writeFileSync(path.join(folder, name), files[`given/digits/${name}`]!);
    const train = readIdx(folder, 'train');
    expect(train.count).toBe(12_000);
    expect(Buffer.from(first.pixels).equals(train.pixels.subarray(0, first.pixels.length))).toBe(true);
    expect([...train.labels.subarray(0, first.count)]).toEqual([...first.labels]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const validation = files['given/digits/validation-labels-idx1-ubyte']!.subarray(8);
  // As many of each label.
  for (let label = 0; label < 10; label++)
    expect(validation.filter((one) => one === label)).toHaveLength(200);
  expect(text(files['LICENCE-digits.txt'])).toContain('Attribution-ShareAlike');
  await expectSound(JSON.parse(text(files['croissant.json'])) as Described, files);
});

interface Described {
  '@context': object;
  distribution: { '@id': string; '@type': string; sha256?: string }[];
  recordSet: {
    '@id': string;
    data?: object[];
    field: {
      '@id': string;
      source?: { fileObject?: { '@id': string }; fileSet?: { '@id': string }; extract: { column?: string } };
      references?: { field: { '@id': string } };
    }[];
  }[];
}

async function expectSound(described: Described, files: Record<string, Uint8Array>): Promise<void> {
  // The context stands in the document: nothing is fetched.
  const [expanded] = (await jsonld.expand(described as jsonld.JsonLdDocument, {
    documentLoader: async (url) => {
      throw new Error(`wants ${url}`);
    },
  })) as unknown as Record<string, { '@value'?: string; '@id'?: string }[]>[];
  expect(expanded!['http://purl.org/dc/terms/conformsTo']![0]!['@value']).toBe(
    'http://mlcommons.org/croissant/1.1',
  );
  for (const wanted of ['name', 'description', 'license', 'datePublished', 'distribution', 'version'])
    expect(expanded![`https://schema.org/${wanted}`], wanted).toBeDefined();
  if (described.recordSet.length > 0)
    expect(expanded!['http://mlcommons.org/croissant/recordSet']).toHaveLength(described.recordSet.length);

  for (const { '@id': file, '@type': type, sha256 } of described.distribution) {
    if (type !== 'cr:FileObject') continue;
    expect(createHash('sha256').update(files[file]!).digest('hex'), file).toBe(sha256);
  }
  const parts = described.distribution.map((one) => one['@id']);
  const fields = described.recordSet.flatMap(({ field }) => field);
  for (const { source, references } of fields) {
    if (source) expect(parts).toContain((source.fileObject ?? source.fileSet)!['@id']);
    if (references) expect(fields.map((one) => one['@id'])).toContain(references.field['@id']);
  }
}
