import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import protobuf from 'protobufjs';
import { describe, expect, test } from 'vitest';
import { doubleField, varintField } from '@/server/export/protobuf';
import { crc32c } from '@/server/export/tensorboard/crc32c';
import { tensorboardZip } from '@/server/export/tensorboard/log-folder';
import { HOSTILE_TEXTS } from '@/tests/field/hostile-texts';
import { idOf, madeSource, whole } from './made-source';

const schema = protobuf.loadSync(fileURLToPath(new URL('./tensorboard.proto', import.meta.url)));
const Event = schema.lookupType('Event');
const Plugin = schema.lookupType('HParamsPluginData');

interface Value {
  tag: string;
  tensor: { dtype: number; tensorShape: object; floatVal: number[] };
  metadata: { pluginData: { pluginName: string; content: Uint8Array }; dataClass: number } | null;
}
interface Told {
  wallTime: number;
  step: number;
  fileVersion: string;
  summary: { value: Value[] } | null;
}
interface PluginData {
  experiment: { hparamInfos: object[]; metricInfos: { name: { tag: string } }[] };
  sessionStartInfo: { hparams: Record<string, { numberValue?: number; stringValue?: string }> };
  sessionEndInfo: { status: number };
}

/** The checksum as TensorFlow masks it, turned back: another way round than it is made. */
function unmasked(sum: number): number {
  const rotated = (sum - 0xa282ead8) >>> 0;
  return ((rotated >>> 17) | (rotated << 15)) >>> 0;
}

/** The records of a file; each checksum is looked at. */
function eventsOf(file: Uint8Array): Told[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const events: Told[] = [];
  for (let at = 0; at < file.length; ) {
    const length = Number(view.getBigUint64(at, true));
    expect(unmasked(view.getUint32(at + 8, true))).toBe(crc32c(file.subarray(at, at + 8)));
    const data = file.subarray(at + 12, at + 12 + length);
    expect(unmasked(view.getUint32(at + 12 + length, true))).toBe(crc32c(data));
    events.push(Event.toObject(Event.decode(data), { longs: Number, defaults: true, oneofs: true }) as Told);
    at += 16 + length;
  }
  return events;
}

const values = (events: Told[]) =>
  events.flatMap(({ step, summary }) => (summary?.value ?? []).map((value) => ({ step, ...value })));
const pluginOf = (value: Value) =>
  Plugin.toObject(Plugin.decode(value.metadata!.pluginData.content), {
    defaults: true,
    oneofs: true,
    longs: Number,
  }) as PluginData;

test('CRC-32C gives what RFC 3720 gives', () => {
  const ascending = Uint8Array.from({ length: 32 }, (_, i) => i);
  expect(crc32c(new Uint8Array(32))).toBe(0x8a9136aa);
  expect(crc32c(new Uint8Array(32).fill(255))).toBe(0x62a8ab43);
  expect(crc32c(ascending)).toBe(0x46dd794e);
  expect(crc32c(ascending.toReversed())).toBe(0x113fdb5c);
  expect(crc32c(new TextEncoder().encode('123456789'))).toBe(0xe3069283);
});

test('numbers come back from protobufjs as they were', () => {
  fc.assert(
    fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), fc.double({ noNaN: true }), (whole, real) => {
      const bytes = Uint8Array.from([...doubleField(1, real), ...varintField(2, whole)]);
      const { wallTime, step } = Event.toObject(Event.decode(bytes), { longs: Number, defaults: true });
      expect([wallTime, step]).toEqual([real, whole]);
    }),
  );
});

describe('a class as a log folder', () => {
  test('whatever people are called, each has one folder in it, which every system can make', async () => {
    const files = unzipSync(await whole(tensorboardZip(madeSource(HOSTILE_TEXTS))));
    const folders = Object.keys(files).flatMap((name) => {
      const parts = name.split('/');
      if (parts.length === 2) return [];
      expect([name, parts.length]).toEqual([name, 4]);
      return [parts[1]!];
    });
    expect(new Set(folders.map((folder) => folder.toLowerCase())).size).toBe(HOSTILE_TEXTS.length);
    // What Windows, which is the strictest, does not take, and what is longer than a name may be.
    for (const folder of folders) {
      expect(folder).not.toMatch(/[<>:"\\|?*\p{Cc}\p{Cs}]|[. ]$/u);
      expect([folder, Buffer.byteLength(folder) <= 255]).toEqual([folder, true]);
    }
  });

  test('a folder a run, with its curves and settings; the class’s own file names what there is', async () => {
    const source = madeSource(['花子', '../Mia/..']);
    const files = unzipSync(await whole(tensorboardZip(source)));
    const names = Object.keys(files);
    expect(names).toEqual([
      'perceptroom-ABCDEF/events.out.tfevents.1795856400.perceptroom',
      'perceptroom-ABCDEF/01-花子/run-01/events.out.tfevents.1795856400.perceptroom',
      'perceptroom-ABCDEF/02--Mia-/run-01/events.out.tfevents.1795856401.perceptroom',
    ]);
    const [root, first, second] = names.map((name) => eventsOf(files[name]!));
    for (const events of [root!, first!, second!]) expect(events[0]!.fileVersion).toBe('brain.Event:2');

    const experiment = values(root!)[0]!;
    expect(experiment.tag).toBe('_hparams_/experiment');
    expect(experiment.metadata).toMatchObject({ pluginData: { pluginName: 'hparams' }, dataClass: 2 });
    expect(experiment.tensor).toMatchObject({ dtype: 1, tensorShape: { dim: [{ size: 1 }] } });
    const told = pluginOf(experiment).experiment;
    expect(told.hparamInfos).toContainEqual({ name: 'learning_rate', type: 3 });
    expect(told.hparamInfos).toContainEqual({ name: 'student', type: 1 });
    expect(told.metricInfos.map(({ name }) => name.tag)).toContain('accuracy/verified');

    const scalars = values(first!).filter(({ tag }) => !tag.startsWith('_hparams_'));
    const loss = scalars.filter(({ tag }) => tag === 'loss/training');
    expect(loss.map(({ step }) => step)).toEqual([1, 2, 3, 4]);
    const points = await source.pointsOf(idOf(100));
    expect(loss.map(({ tensor }) => tensor.floatVal[0])).toEqual(
      points.slice(0, 4).map(({ loss: value }) => Math.fround(value!)),
    );
    // Only the first of a tag says what it is: a scalar, as the scalars' own plug-in reads it.
    expect(loss[0]!.metadata).toMatchObject({ pluginData: { pluginName: 'scalars' }, dataClass: 1 });
    expect(loss[1]!.metadata).toBeNull();
    expect(loss[0]!.tensor).toMatchObject({ dtype: 1, tensorShape: { dim: [] } });
    expect(scalars.find(({ tag }) => tag === 'accuracy/validation')).toMatchObject({ step: 5 });
    expect(scalars.find(({ tag }) => tag === 'accuracy/verified')!.tensor.floatVal).toEqual([0.8125]);

    const info = (events: Told[], tag: string) => pluginOf(values(events).find((one) => one.tag === tag)!);
    const start = info(first!, '_hparams_/session_start_info').sessionStartInfo;
    expect(start.hparams.learning_rate!.numberValue).toBe(0.1);
    expect(start.hparams.student!.stringValue).toBe('花子');
    expect(info(first!, '_hparams_/session_end_info').sessionEndInfo.status).toBe(1);
    expect(info(second!, '_hparams_/session_end_info').sessionEndInfo.status).toBe(2);
    const times = first!.map(({ wallTime }) => wallTime);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  test('without names nobody’s stands in it', async () => {
    const files = unzipSync(await whole(tensorboardZip(madeSource(['Zebulon'], false))));
    for (const [name, bytes] of Object.entries(files))
      expect(name + Buffer.from(bytes).toString('latin1')).not.toContain('Zebulon');
  });

  test('a class without runs is a folder that opens', async () => {
    const source = { ...madeSource(['a']), runs: [] };
    expect(Object.keys(unzipSync(await whole(tensorboardZip(source))))).toHaveLength(1);
  });
});
