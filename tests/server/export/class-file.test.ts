import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  CLASS_FILE_RECORDS,
  CLASS_FILE_VERSIONS,
  type ClassFileData,
  type ClassFileKind,
  classFileJsonSchema,
} from '@/protocol/class-file';
import { classFile } from '@/server/export/class-file';
import { idOf, madeClass, madeSource, whole } from './made-source';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

async function written(named = true) {
  const text = Buffer.from(await whole(classFile(madeClass(['花子', 'Zebulon'], named)))).toString();
  return { text, records: JSON.parse(text) as { kind: ClassFileKind; sha256: string; data: unknown }[] };
}

test('is one JSON array, a record a line, each as the schema says and with its own hash', async () => {
  const { text, records } = await written();
  expect(text.split('\n')).toHaveLength(records.length + 3);
  for (const { kind, sha256: hash, data } of records) {
    expect(CLASS_FILE_RECORDS[kind].parse(data), kind).toEqual(data);
    expect(sha256(JSON.stringify(data))).toBe(hash);
  }
  expect(records.map(({ kind }) => kind)).toEqual([
    ...[
      'class',
      'student',
      'student',
      'run',
      'points',
      'weights',
      'checkpoint',
      'checkpoint',
      'run',
      'points',
    ],
    ...[
      'submission',
      'submission',
      'rerun',
      'reveal',
      'teams',
      'remark',
      'guess',
      'step',
      'message',
      'drawing',
      'bookmark',
      'snapshot',
      'vote',
      'ensemble',
      'knob',
      'merge',
      'fool',
      'fooled',
      'audit',
      'rounds',
      'leak',
      'relay',
      'answer',
      'answer',
      'event',
      'event',
      'end',
    ],
  ]);
  const end = records.pop()!;
  expect(end.data).toEqual({
    records: records.length,
    digest: sha256(records.map((one) => one.sha256).join('')),
  });
});

test('holds all points of a run and its weights as they were handed in', async () => {
  const { records } = await written();
  const source = madeSource(['花子', 'Zebulon']);
  const points = records.find(({ kind }) => kind === 'points')!.data;
  expect(points).toEqual({
    runId: idOf(100),
    points: await source.pointsOf(idOf(100)),
    at: expect.any(Number),
  });
  const weights = records.find(({ kind }) => kind === 'weights')!.data as ClassFileData<'weights'>;
  expect(Buffer.from(weights.float32, 'base64').readFloatLE()).toBe(1);
});

test('without names nobody’s stands in it, nor what the teacher said', async () => {
  const { text } = await written(false);
  expect(text).not.toMatch(/Zebulon|花子|Well done|a good moment|Fast ones|Worth showing/);
});

test.each(CLASS_FILE_VERSIONS)(
  'the schema of version %s that is published is the one that is kept to',
  (version) => {
    const file = new URL(`../../../public/schemas/class-file-${version}.json`, import.meta.url);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(classFileJsonSchema(version))),
    );
  },
);
