import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { totalSteps } from '@/engine/training/schedule';
import { startOf } from '@/engine/training/start-of';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, type RecordingTab } from '@/people/recording-tab';
import { studentTab } from '@/people/student';
import { until } from '@/people/until';
import { KNOBS } from '@/protocol/knob-settings';
import type { ScreenView, StudentView, TeacherView } from '@/protocol/views';
import { createVerifier, type Verifier } from '@/server/verify/verifier';
import { allPictures } from '@/tests/engine/digits/node-pictures';
import { trainFrom } from '@/tests/engine/together/class-of-networks';
import { makeDataDir, type RunningServer, startServer } from './class-server';
import { makeClass, screenTab, teacherTab } from './known-teacher';

const newest = <V>(tab: RecordingTab) => tab.views.at(-1) as V;
const { values } = KNOBS.hiddenUnits;

describe('one knob each', () => {
  let data: Awaited<ReturnType<typeof makeDataDir>>;
  let server: RunningServer;
  let verifier: Verifier;
  beforeAll(async () => {
    data = await makeDataDir();
    verifier = createVerifier({ timeoutMs: 60_000 });
    server = await startServer(data.dataDir, { score: () => verifier });
  });
  afterEach(closeTabs);
  afterAll(async () => {
    await server.stop();
    await verifier.close();
    await data.remove();
  });

  it('deals a value to everybody, takes what was trained with it, and tells each what it may know', async () => {
    const { code, id } = await makeClass(server.url);
    const teacher = await teacherTab(server.url, code);
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    const ada = await studentTab(server.url, code, 'Ada');
    const ben = await studentTab(server.url, code, 'Ben');
    const screen = await screenTab(server.url, code);
    const knobId = freshId();
    mustBeOk(await teacher.command({ type: 'knob:ask', knobId, setting: 'hiddenUnits' }));
    mustBeOk(await ada.tab.command({ type: 'knob:expect', knobId, expected: values.map(() => 70) }));
    await until('the curve', () => newest<TeacherView>(teacher).knob!.now?.drawn === 1);
    await expect.poll(() => newest<ScreenView>(screen).knob).toMatchObject({ stage: 'expecting', drawn: 1 });
    expect(newest<ScreenView>(screen).knob!.rounds[0]!.expected).toBeNull();

    mustBeOk(await teacher.command({ type: 'knob:deal', knobId }));
    // Whoever comes now is dealt a value that nobody has.
    const cleo = await studentTab(server.url, code, 'Cleo');
    const students = [ada, ben, cleo];
    for (const { tab } of students) await until('a value', () => newest<StudentView>(tab).knob?.own);
    const dealt = students.map(({ tab }) => newest<StudentView>(tab).knob!.own!);
    expect(new Set(dealt.map(({ value }) => value)).size).toBe(3);
    expect(new Set(dealt.map(({ experiment }) => experiment.seed)).size).toBe(1);

    const pictures = await allPictures();
    for (const [index, student] of [ada, ben].entries()) {
      const { experiment } = dealt[index]!;
      const runId = freshId();
      mustBeOk(await student.tab.attachRun(runId, { experiment, backend: 'kernels' }));
      const weights = await trainFrom(experiment, startOf(experiment).weights, pictures);
      const claim = { updates: totalSteps(experiment) };
      mustBeOk((await student.submit(runId, weights, claim)).answer);
    }
    // What is handed in before its end is no point of it yet.
    const { experiment } = dealt[2]!;
    const runId = freshId();
    mustBeOk(await cleo.tab.attachRun(runId, { experiment, backend: 'kernels' }));
    mustBeOk((await cleo.submit(runId, startOf(experiment).weights, { updates: 5 })).answer);
    await until('too early', () => newest<StudentView>(cleo.tab).knob!.early);

    await until('two points', () => newest<TeacherView>(teacher).knob!.now?.points.length === 2);
    const { points } = newest<TeacherView>(teacher).knob!.now!;
    const board = newest<TeacherView>(teacher).board.rows;
    for (const { studentId, accuracy } of points)
      expect(accuracy).toBeCloseTo(board.find((row) => row.studentId === studentId)!.accuracy, 9);
    await until('the wall', () => newest<ScreenView>(screen).knob!.rounds[0]!.results.flat().length === 2);
    expect(newest<StudentView>(cleo.tab).knob!.accuracy).toBeNull();
    // Neither students nor the wall hear whose a point is.
    for (const tab of [screen, ben.tab]) expect(tab.received).not.toContain(ada.credentials.studentId);

    // It is there after everything has been read anew, and nothing of whoever is forgotten.
    const stored = await server.store.loadClass(id);
    expect(Object.keys(stored!.knobs[0]!.rounds[0]!.dealt)).toHaveLength(3);
    await server.store.deleteStudent(id, ada.credentials.studentId);
    expect(JSON.stringify((await server.store.loadClass(id))!.knobs)).not.toContain(
      ada.credentials.studentId,
    );
  });

  it('refuses with closed codes what is no curve, comes late, or is asked by whoever may not', async () => {
    const { code } = await makeClass(server.url);
    const teacher = await teacherTab(server.url, code);
    const ada = await studentTab(server.url, code, 'Ada');
    const knobId = freshId();
    const ask = { type: 'knob:ask', knobId, setting: 'seed' } as const;
    const expects = (expected: number[]) => ({ type: 'knob:expect', knobId, expected }) as const;
    const flat = KNOBS.seed.values.map(() => 50);
    expect(await teacher.command(ask)).toMatchObject({ ok: false, code: 'wrong-phase' });
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    expect(await ada.tab.command(ask)).toMatchObject({ ok: false, code: 'not-allowed' });
    expect(await ada.tab.command(expects(flat))).toMatchObject({ ok: false, code: 'no-knob' });
    mustBeOk(await teacher.command(ask));
    for (const nonsense of [
      [],
      [50],
      [...flat.slice(1), 101],
      flat.map(() => 0.5),
      flat.map(() => Number.NaN),
    ])
      expect(await ada.tab.command(expects(nonsense))).toMatchObject({ ok: false, code: 'bad-request' });
    mustBeOk(await teacher.command({ type: 'knob:deal', knobId }));
    expect(await ada.tab.command(expects(flat))).toMatchObject({ ok: false, code: 'knob-dealt' });
    expect(await teacher.command({ type: 'knob:next', knobId })).toMatchObject({
      ok: false,
      code: 'no-knob',
    });
    mustBeOk(await teacher.command({ type: 'knob:close', knobId }));
    expect(await teacher.command({ type: 'knob:close', knobId })).toMatchObject({
      ok: false,
      code: 'no-knob',
    });
  });
});
