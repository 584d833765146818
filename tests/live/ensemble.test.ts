import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startOf } from '@/engine/training/start-of';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, openTab, type RecordingTab } from '@/people/recording-tab';
import { EXPERIMENT } from '@/people/sample-run';
import { studentTab } from '@/people/student';
import { submit } from '@/people/submit';
import { until } from '@/people/until';
import type { Experiment } from '@/protocol/experiment';
import type { Answer } from '@/protocol/refusals';
import type { ScreenView, StudentView, TeacherView } from '@/protocol/views';
import { createVerifier, type Verifier } from '@/server/verify/verifier';
import { allPictures } from '@/tests/engine/digits/node-pictures';
import { trainFrom } from '@/tests/engine/together/class-of-networks';
import { makeDataDir, type RunningServer, startServer } from './class-server';
import { makeClass, screenTab, teacherTab } from './known-teacher';

/** Networks that really learnt, each with pictures and a start of its own, and a real verifier. */
const own = (seed: number): Experiment => ({
  ...EXPERIMENT,
  ...{ examples: 200, batchSize: 20, epochs: 12, optimizer: 'momentum', learningRate: 0.05, seed },
  network: { kind: 'dense', hidden: [24], activation: 'relu' },
});

const count = (tab: RecordingTab, ensembleId: string) => tab.say<Answer>('ensemble:count', { ensembleId });
const newest = <V>(tab: RecordingTab) => tab.views.at(-1) as V;

describe('the networks of a class vote', () => {
  let data: Awaited<ReturnType<typeof makeDataDir>>;
  let server: RunningServer;
  let verifier: Verifier;
  let networks: Float32Array[];
  beforeAll(async () => {
    data = await makeDataDir();
    verifier = createVerifier({ timeoutMs: 60_000 });
    server = await startServer(data.dataDir, { score: () => verifier });
    const pictures = await allPictures();
    networks = await Promise.all(
      [1, 2, 3, 4].map((seed) => trainFrom(own(seed), startOf(own(seed)).weights, pictures)),
    );
  });
  afterEach(closeTabs);
  afterAll(async () => {
    await server.stop();
    await verifier.close();
    await data.remove();
  });

  /** A class that goes on, each of whose students has handed a network in. */
  async function classOf(...names: string[]) {
    const { code, id } = await makeClass(server.url);
    const teacher = await teacherTab(server.url, code);
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    const students = [];
    for (const [index, name] of names.entries()) {
      const student = await studentTab(server.url, code, name);
      const runId = freshId();
      const experiment = own(index + 1);
      mustBeOk(await student.tab.attachRun(runId, { experiment, backend: 'kernels' }));
      mustBeOk((await submit(server.url, code, runId, student.credentials, networks[index]!)).answer);
      students.push(student);
    }
    return { code, id, teacher, students };
  }

  it('asks everybody, counts once however often it is asked, and tells each what it may know', async () => {
    const { code, id, teacher, students } = await classOf('Ada', 'Ben', 'Cleo', '花子');
    const screen = await screenTab(server.url, code);
    const ensembleId = freshId();
    await until('four networks', () => newest<TeacherView>(teacher).ensemble.networks === 4);
    mustBeOk(await teacher.command({ type: 'ensemble:ask', ensembleId }));
    const [ada, ben] = students;
    mustBeOk(await ada!.tab.command({ type: 'ensemble:guess', ensembleId, choice: 0 }));
    mustBeOk(await ben!.tab.command({ type: 'ensemble:guess', ensembleId, choice: 2 }));
    await until('the guesses', () => newest<TeacherView>(teacher).ensemble.now?.guessed === 2);
    await expect
      .poll(() => newest<ScreenView>(screen).ensemble)
      .toMatchObject({ guessed: 2, result: null, alone: [] });

    // Twice at once, as from two tabs: one count, one answer for both.
    const answers = await Promise.all([count(teacher, ensembleId), count(teacher, ensembleId)]);
    for (const answer of answers) mustBeOk(answer);
    await until('the result', () => newest<TeacherView>(teacher).ensemble.now?.result);
    const { result, alone } = newest<TeacherView>(teacher).ensemble.now!;
    const board = newest<TeacherView>(teacher).board.rows.map(({ accuracy }) => accuracy);
    // What votes is what is on the board.
    expect(result).toMatchObject({ networks: 4, leftOut: 0, pictures: 2_000, guesses: [1, 0, 1] });
    expect(result!.best).toBeCloseTo(Math.max(...board), 9);
    expect(result!.mean).toBeCloseTo(board.reduce((sum, share) => sum + share, 0) / 4, 9);
    expect(result!.voted).toBeGreaterThan(result!.mean);
    expect(result!.curve.map(({ voters }) => voters)).toEqual([1, 2, 4]);
    expect(result!.average!.plain).toBeLessThan(result!.mean - 0.1);
    expect(result!.average!.aligned).toBeGreaterThan(result!.average!.plain);
    expect(alone.reduce((sum, { pictures }) => sum + pictures, 0)).toBe(result!.onlyOne);

    await until('the page', () => newest<StudentView>(ada!.tab).ensemble?.result);
    expect(newest<StudentView>(ada!.tab).ensemble).toMatchObject({ guess: 0, open: true });
    await until('the wall', () => newest<ScreenView>(screen).ensemble?.result);
    // Neither students nor the wall hear whose network was right where, and nobody of the private half.
    for (const tab of [screen, ben!.tab]) {
      expect(tab.received).not.toContain(ada!.credentials.studentId);
      expect(tab.received).not.toContain('privateAccuracy');
    }

    // Counted is counted: a network that comes later changes nothing, and it is there after a restart.
    mustBeOk(await count(teacher, ensembleId));
    const stored = await server.store.loadClass(id);
    expect(stored!.ensembles).toHaveLength(1);
    expect(stored!.ensembles[0]!.found!.voted).toBe(result!.voted);

    // Whoever is forgotten leaves nothing in it.
    const [first] = alone;
    if (first) {
      await server.store.deleteStudent(id, first.studentId);
      expect(JSON.stringify((await server.store.loadClass(id))!.ensembles)).not.toContain(first.studentId);
    }
  });

  it('refuses with closed codes: too few, none that is on, and whoever may not', async () => {
    const { code, teacher, students } = await classOf('Solo');
    const ensembleId = freshId();
    const [solo] = students;
    expect(await teacher.command({ type: 'ensemble:ask', ensembleId })).toMatchObject({
      ok: false,
      code: 'too-few-networks',
    });
    expect(await count(teacher, ensembleId)).toMatchObject({ ok: false, code: 'no-vote' });
    expect(await count(solo!.tab, ensembleId)).toMatchObject({ ok: false, code: 'not-allowed' });
    expect(await solo!.tab.command({ type: 'ensemble:guess', ensembleId, choice: 0 })).toMatchObject({
      ok: false,
      code: 'no-vote',
    });
    for (const nonsense of [{}, { ensembleId: 'x' }, { ensembleId, networks: 9 }, null])
      expect(await teacher.say<Answer>('ensemble:count', nonsense)).toMatchObject({
        ok: false,
        code: 'bad-request',
      });
    const stranger = openTab(server.url);
    expect(await count(stranger, ensembleId)).toMatchObject({ ok: false, code: 'not-attached' });
    expect(code).toHaveLength(6);
  });

  it('leaves out whose weights are gone, and says so where too few are left', async () => {
    const { id, teacher, students } = await classOf('Ada', 'Ben');
    const ensembleId = freshId();
    mustBeOk(await teacher.command({ type: 'ensemble:ask', ensembleId }));
    mustBeOk(await teacher.command({ type: 'student:ban', studentId: students[1]!.credentials.studentId }));
    expect(await count(teacher, ensembleId)).toMatchObject({ ok: false, code: 'too-few-networks' });
    expect((await server.store.loadClass(id))!.ensembles[0]!.found).toBeNull();
    mustBeOk(await teacher.command({ type: 'ensemble:close', ensembleId }));
    await until('closed', () => newest<TeacherView>(teacher).ensemble.now === null);
  });
});
