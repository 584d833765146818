import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { dueRace } from '@/classroom/rerun';
import { viewForReview } from '@/classroom/view';
import { CLASS_FILE_VERSION } from '@/protocol/class-file';
import { classFile } from '@/server/export/class-file';
import { ClassFileError } from '@/server/import/class-file-error';
import { classOfRecords } from '@/server/import/class-of-records';
import { LONGEST_LINE } from '@/server/import/file-lines';
import { readClassFile } from '@/server/import/read-class-file';
import { idOf, madeClass, whole } from '@/tests/server/export/made-source';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

async function* pieces(bytes: Uint8Array, size = 1_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Reads it to the end; null: it is a whole class, else what is wrong where. */
async function fault(file: string | Uint8Array, size?: number): Promise<[string, number] | null> {
  try {
    await classOfRecords(readClassFile(pieces(Buffer.from(file), size)));
    return null;
  } catch (error) {
    if (!(error instanceof ClassFileError)) throw error;
    return [error.code, error.line];
  }
}

type Written = { kind: string; data: Record<string, unknown> };
/** A file of these records, signed as an export is: whoever means harm can do that, too. */
function signed(records: readonly Written[]): string {
  const lines = records
    .filter(({ kind }) => kind !== 'end')
    .map(({ kind, data }) => {
      const json = JSON.stringify(data);
      return { hash: sha256(json), text: `{"kind":"${kind}","sha256":"${sha256(json)}","data":${json}}` };
    });
  const end = JSON.stringify({
    records: lines.length,
    digest: sha256(lines.map(({ hash }) => hash).join('')),
  });
  const last = `{"kind":"end","sha256":"${sha256(end)}","data":${end}}`;
  return `[\n${[...lines.map(({ text }) => text), last].join(',\n')}\n]\n`;
}

let text: string;
let records: Written[];
beforeAll(async () => {
  text = Buffer.from(await whole(classFile(madeClass(['花子', 'Zebulon'])))).toString();
  records = JSON.parse(text);
});

/** The records with one of a kind changed. */
function changed(kind: string, change: (data: Record<string, unknown>) => unknown): string {
  const at = records.findIndex((one) => one.kind === kind);
  const data = structuredClone(records[at]!.data);
  const made = change(data) as Record<string, unknown>;
  return signed(records.map((one, index) => (index === at ? { kind, data: made } : one)));
}

/** The line on which the first record of a kind stands. */
const lineOf = (kind: string) => records.findIndex((one) => one.kind === kind) + 2;

describe('the file of a class', () => {
  test('is read as it was written, however it comes in pieces', async () => {
    for (const size of [1, 7, 65_536]) expect(await fault(text, size)).toBeNull();
    expect(signed(records)).toBe(text);
    expect(await fault(text.replaceAll('\n', '\r\n'))).toBeNull();
    const { state, events, steps, remarks, counts, digest, labels } = await classOfRecords(
      readClassFile(pieces(Buffer.from(text))),
    );
    expect(Object.values(state.students).map(({ nickname }) => nickname)).toEqual(['花子', 'Zebulon']);
    expect(state).toMatchObject({ phase: 'ended', code: '', teacherId: '', id: idOf(9) });
    expect(state.scores.map(({ reproduced }) => reproduced)).toEqual([true, false]);
    const made = madeClass(['花子', 'Zebulon']).state;
    expect(state.reveal).toEqual(made.reveal);
    expect(state.teamRace).toEqual(made.teamRace);
    expect(events).toHaveLength(2);
    expect(steps.map(({ stepId }) => stepId)).toEqual(['train']);
    expect(remarks.map(({ text: written }) => written)).toEqual(['Worth showing']);
    expect(state.students[idOf(1)]?.team).toBe('Fast ones');
    expect(labels).toEqual(['cat', 'dog']);
    expect(counts).toEqual({ students: 2, runs: 2, points: 10, submissions: 2, drawings: 1 });
    expect(digest).toBe((records.at(-1)!.data as { digest: string }).digest);
    // Nobody comes back with a secret that was made elsewhere.
    for (const { secretHash } of Object.values(state.students)) expect(secretHash).toBe('');
  });

  test('brings the board along as it was shown: places, ranges, wins, and what was trained again', async () => {
    const { state: home } = madeClass(['花子', 'Zebulon']);
    const { state: away } = await classOfRecords(readClassFile(pieces(Buffer.from(text))));
    const shown = viewForReview(home).board;
    expect(shown.again).toEqual({ races: 1_000, shownAt: home.rerunShownAt });
    expect(shown.rows).toMatchObject([
      { place: { first: 1, last: 2 }, could: { first: 1, last: 2 }, wins: 900, reproduced: true },
      { place: { first: 1, last: 2 }, could: { first: 1, last: 2 }, wins: 100, reproduced: false },
    ]);
    expect(viewForReview(away).board).toEqual(shown);
    // Nobody there knows the pictures: it can be told of, not run, and of another board it says nothing.
    expect(dueRace(away)).toBeNull();
    const { [idOf(2)]: _gone, ...students } = away.students;
    const scores = away.scores.filter(({ studentId }) => studentId === idOf(1));
    expect(viewForReview({ ...away, students, scores }).board).not.toHaveProperty('again');
  });

  test('with any byte changed is refused, whichever it is', async () => {
    const bytes = Buffer.from(text);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 2), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const other = Buffer.from(bytes);
        other[at] = (other[at]! + by) % 256;
        // A line that ends in another way says the same.
        if (other.toString('latin1').replaceAll('\r\n', '\n') === bytes.toString('latin1')) return true;
        return (await fault(other, 65_536)) !== null;
      }),
      { numRuns: 400 },
    );
    const points = text.split('\n')[lineOf('points') - 1]!;
    expect(await fault(text.replace(points, points.replace('"step":1,', '"step":2,')))).toEqual([
      'class-file-changed',
      lineOf('points'),
    ]);
  });

  test('that is cut anywhere is refused as that', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 400, max: Buffer.byteLength(text) - 3 }), async (length) => {
        const cut = await fault(Buffer.from(text).subarray(0, length), 65_536);
        return cut?.[0] === 'class-file-cut';
      }),
      { numRuns: 200 },
    );
  });

  test('records that are signed anew, but left out, doubled or in another order are refused', async () => {
    const without = (kind: string) => signed(records.filter((one) => one.kind !== kind));
    for (const kind of ['student', 'run', 'points', 'class'])
      expect((await fault(without(kind)))?.[0], kind).toMatch(/^class-file-(invalid|unreadable)$/);
    for (const one of records.slice(0, -1)) {
      const twice = records.flatMap((each) => (each === one ? [each, each] : [each]));
      // Something may happen twice; nothing else is there twice.
      if (one.kind !== 'event')
        expect((await fault(signed(twice)))?.[0], one.kind).toBe('class-file-invalid');
    }
    const last = records.length - 2;
    expect(await fault(signed([...records.slice(0, 1), records[last]!, ...records.slice(1, last)]))).toEqual([
      'class-file-invalid',
      3,
    ]);
    expect((await fault(`${text}[]\n`))?.[0]).toBe('class-file-invalid');
  });

  const stranger = ({ found, ...data }: Record<string, unknown>) => ({
    ...data,
    found: { ...(found as object), alone: { [idOf(77)]: 1 } },
  });

  /** The race with something else said of its first network. */
  const racing = (given: object) => (data: Record<string, unknown>) => {
    const [first, ...others] = data.rows as object[];
    return { ...data, rows: [{ ...first, ...given }, ...others] };
  };
  const revealing = (given: object) => (data: Record<string, unknown>) => {
    const race = data.race as { networks: object[] };
    const [first, ...others] = race.networks;
    return { ...data, race: { ...race, networks: [{ ...first, ...given }, ...others] } };
  };
  const withRound = (change: object) => (data: Record<string, unknown>) => ({
    ...data,
    rounds: (data.rounds as object[]).map((round) => ({ ...round, ...change })),
  });
  const withTeam = (change: object) => (data: Record<string, unknown>) => ({
    ...data,
    teams: (data.teams as object[]).map((team) => ({ ...team, ...change })),
  });
  const strangerDealt = withRound({ dealt: { [idOf(77)]: { at: 0, seed: 1 } } });
  const shortCurve = withRound({ expected: { [idOf(1)]: [50] } });

  test.each<[string, string, (data: Record<string, unknown>) => unknown]>([
    ['an unknown student', 'run', (data) => ({ ...data, studentId: idOf(77) })],
    ['a field more', 'student', (data) => ({ ...data, admin: true })],
    ['a prototype', 'student', (data) => JSON.parse(`{"__proto__":{"x":1},${JSON.stringify(data).slice(1)}`)],
    ['a message to a prototype', 'message', (data) => ({ ...data, to: JSON.parse('{"__proto__":null}') })],
    ['another type', 'student', (data) => ({ ...data, joinedAt: '12' })],
    ['a time beyond all', 'run', (data) => ({ ...data, updatedAt: 1e15 })],
    ['a label beyond all', 'drawing', (data) => ({ ...data, label: 2 ** 40 })],
    ['a NUL', 'student', (data) => ({ ...data, nickname: 'a\0b' })],
    ['half a character', 'bookmark', (data) => ({ ...data, note: '\ud83d' })],
    ['a text beyond all', 'student', (data) => ({ ...data, nickname: 'x'.repeat(5_000) })],
    ['other points than are said', 'run', (data) => ({ ...data, points: 4 })],
    ['points of another run', 'points', (data) => ({ ...data, runId: idOf(101) })],
    ['a submission of somebody else', 'submission', (data) => ({ ...data, studentId: idOf(2) })],
    ['an event of nobody there', 'event', (data) => ({ ...data, studentId: idOf(77) })],
    ['an end before the beginning', 'class', (data) => ({ ...data, endedAt: 5 })],
    ['a moment of another run', 'checkpoint', (data) => ({ ...data, runId: idOf(101) })],
    ['a moment before the one before', 'checkpoint', (data) => ({ ...data, step: 5 })],
    ['weights of another network', 'checkpoint', (data) => ({ ...data, float32: 'AACAPw==' })],
    [
      'weights that are none',
      'checkpoint',
      (data) => ({ ...data, float32: String(data.float32).replace(/^.{8}/, '//////8/') }),
    ],
    ['a remark about no run', 'remark', (data) => ({ ...data, runId: idOf(77) })],
    ['a remark for nobody', 'remark', (data) => ({ ...data, kind: 'secret' })],
    ['a step of an unknown student', 'step', (data) => ({ ...data, studentId: idOf(77) })],
    ['a step that ends before it begins', 'step', (data) => ({ ...data, lastAt: 5 })],
    [
      'a run that goes on from no step',
      'run',
      (data) => ({ ...data, continues: { runId: idOf(1), step: 0 } }),
    ],
    ['a vote of networks that names an unknown student', 'ensemble', stranger],
    ['values of a setting that were dealt to an unknown student', 'knob', strangerDealt],
    [
      'an average that was dealt to an unknown student',
      'merge',
      (data) => ({ ...data, dealt: { [idOf(77)]: 1 } }),
    ],
    [
      'rounds that were dealt to an unknown student',
      'rounds',
      (data) => ({ ...data, dealt: { [idOf(77)]: 1 } }),
    ],
    ['a gradient of an unknown student', 'leak', (data) => ({ ...data, sent: { [idOf(77)]: 1 } })],
    ['a picture of whom nothing came', 'leak', (data) => ({ ...data, sent: {} })],
    ['masks before there were any', 'leak', (data) => ({ ...data, stage: 'single' })],
    ['a network in whose seat is an unknown student', 'relay', withTeam({ seats: [idOf(77), null, null] })],
    ['a network with a seat too many', 'relay', withTeam({ seats: [null, null, null, null] })],
    ['a network with a weight too few', 'relay', withTeam({ weights: [1] })],
    ['rounds with one left out', 'rounds', (data) => ({ ...data, done: [] })],
    ['an average of no time', 'merge', (data) => ({ ...data, averagedAt: null })],
    [
      'data that were dealt to an unknown student',
      'audit',
      (data) => ({
        ...data,
        dealt: { [idOf(77)]: { data: 'plain', seed: 1 } },
        taps: {},
        found: null,
        auditedAt: null,
        stage: 'training',
      }),
    ],
    ['a tap of an unknown student', 'audit', (data) => ({ ...data, taps: { [idOf(77)]: 1 } })],
    ['a network that learned from what was not dealt', 'audit', (data) => ({ ...data, dealt: {} })],
    ['networks that were asked at no time', 'audit', (data) => ({ ...data, auditedAt: null })],
    ['an average that nobody has seen', 'merge', (data) => ({ ...data, stage: 'training' })],
    [
      'a game against a network of another',
      'fool',
      (data) => ({ ...data, leader: { studentId: idOf(77), runId: idOf(78) } }),
    ],
    ['a drawing of no game', 'fooled', (data) => ({ ...data, foolId: idOf(77) })],
    ['a drawing of nobody', 'fooled', (data) => ({ ...data, studentId: idOf(77) })],
    ['a drawing that more networks read than were asked', 'fooled', (data) => ({ ...data, asked: 0 })],
    ['a drawing that is none', 'fooled', (data) => ({ ...data, pixels: '!'.repeat(1_048) })],
    ['a curve that has not a share for each value', 'knob', shortCurve],
    ['a vote of networks that was counted at no time', 'ensemble', (data) => ({ ...data, countedAt: null })],
    ['a race of a network that nobody handed in', 'rerun', racing({ submissionId: idOf(77) })],
    ['a race that is won more often than it is run', 'rerun', racing({ wins: 1_001 })],
    ['a place beyond the board', 'rerun', racing({ last: 3 })],
    ['places that end before they begin', 'rerun', racing({ first: 2, last: 1 })],
    ['a shared place beyond the board', 'rerun', racing({ shared: { first: 1, last: 3 } })],
    [
      'a race that names a network twice',
      'rerun',
      (data) => ({ ...data, rows: [0, 0].map((at) => (data.rows as object[])[at]) }),
    ],
    ['a reveal of a network that nobody handed in', 'reveal', revealing({ scoreId: idOf(77) })],
    ['a reveal of a network of nobody', 'reveal', revealing({ studentId: idOf(77) })],
    [
      'a reveal that has shown more than it has come to',
      'reveal',
      (data) => ({ ...data, furthest: { phase: 'half', shown: 1 } }),
    ],
    ['a team of nobody of the class', 'teams', withTeam({ studentIds: [idOf(77)] })],
    ['a team twice', 'teams', withTeam({ team: 'Red' })],
    ['a team of which nobody has handed in', 'teams', withTeam({ size: 2, missing: 2 })],
    ['a team of more than it has', 'teams', withTeam({ size: 0 })],
    ['a reveal that has shown what it does not have', 'reveal', (data) => ({ ...data, race: null })],
    ['a team without end', 'student', (data) => ({ ...data, team: 'x'.repeat(500) })],
    ['no object', 'student', () => [1]],
  ])('with %s is refused, though its hashes are right', async (_what, kind, change) => {
    const found = await fault(changed(kind, change));
    expect(found?.[0]).toBe('class-file-invalid');
    expect(found![1]).toBeGreaterThanOrEqual(lineOf(kind));
  });

  test('of a newer version, or of a class that had not ended, says so', async () => {
    expect(
      await fault(changed('class', (data) => ({ ...data, version: CLASS_FILE_VERSION + 1, more: 1 }))),
    ).toEqual(['class-file-newer', 2]);
    expect(await fault(changed('class', (data) => ({ ...data, phase: 'live', endedAt: null })))).toEqual([
      'class-file-not-ended',
      2,
    ]);
    expect((await fault(changed('class', (data) => ({ ...data, version: '2' }))))?.[0]).toBe(
      'class-file-invalid',
    );
  });

  /** The records as an older version had them: of a class of that version, without kinds and fields that came later. */
  function older(version: number, without: readonly string[], lacking: Record<string, string>): Written[] {
    return (
      records
        .filter(({ kind }) => !without.includes(kind))
        // What was guessed of the own result is larger than any answer before.
        .filter(({ kind, data }) => kind !== 'answer' || data.question !== 'reveal')
        .map(({ kind, data }) => {
          const { [lacking[kind] ?? '']: _later, ...rest } = data;
          return { kind, data: kind === 'class' ? { ...rest, version } : rest };
        })
    );
  }
  const SINCE_6 = [
    'rerun',
    'reveal',
    'teams',
    'knob',
    'merge',
    'fool',
    'fooled',
    'audit',
    'rounds',
    'leak',
    'relay',
  ];
  const SINCE_5 = [...SINCE_6, 'ensemble'];
  const SINCE_3 = [...SINCE_5, 'checkpoint', 'remark', 'step', 'vote', 'answer'];

  test.each([
    [
      1,
      [...SINCE_3, 'event', 'bookmark', 'snapshot', 'help'],
      { class: 'quiz', points: 'at', student: 'team', run: 'continues', submission: 'reproduced' },
    ],
    [2, SINCE_3, { class: 'quiz', student: 'team', run: 'continues', submission: 'reproduced' }],
    [4, SINCE_5, { submission: 'reproduced' }],
    [5, SINCE_6, { submission: 'reproduced' }],
  ])('of version %s is still read, without what came later', async (version, without, lacking) => {
    const old = older(version, without, lacking);
    expect(await fault(signed(old))).toBeNull();
    // What it did not have is no part of it.
    for (const kind of without.filter((one) => records.some((record) => record.kind === one))) {
      const mixed = older(
        version,
        without.filter((one) => one !== kind),
        lacking,
      );
      expect((await fault(signed(mixed)))?.[0], kind).toBe('class-file-invalid');
    }
  });

  test.each<[string, () => string | Uint8Array]>([
    ['nothing', () => ''],
    ['gzip', () => gzipSync(text)],
    ['a page', () => '<!doctype html>\n<html></html>\n'],
    ['a table', () => 'run_id,student\n1,2\n'],
    ['UTF-16', () => Buffer.from(text, 'utf16le')],
    ['other JSON', () => '[\n{"name":"x"}\n]\n'],
    ['pretty JSON', () => JSON.stringify(JSON.parse(text), null, 2)],
    ['deep JSON', () => `[\n${'['.repeat(200_000)}\n]\n`],
    ['a line without end', () => '['.repeat(LONGEST_LINE + 1)],
    ['another class of file', () => changed('class', (data) => ({ ...data, format: 'other' }))],
  ])('that is %s is none', async (_what, file) => {
    expect((await fault(file(), 65_536))?.[0]).toBe('class-file-unreadable');
  });

  test('with JSON deeper than any, or a line longer than any, is refused without harm', async () => {
    const deep = '['.repeat(300_000) + ']'.repeat(300_000);
    const line = `{"kind":"student","sha256":"${sha256(deep)}","data":${deep}},`;
    const lines = text.split('\n');
    expect(await fault([...lines.slice(0, 2), line, ...lines.slice(2)].join('\n'), 65_536)).toEqual([
      'class-file-invalid',
      3,
    ]);
    const long = `${lines[0]}\n${lines[1]}\n${'x'.repeat(LONGEST_LINE + 1)}`;
    expect(await fault(long, 65_536)).toEqual(['class-file-invalid', 3]);
  });
});
