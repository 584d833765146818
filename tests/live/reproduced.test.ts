import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Training } from '@/engine/training/training';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, type RecordingTab } from '@/people/recording-tab';
import { EXPERIMENT } from '@/people/sample-run';
import { studentTab } from '@/people/student';
import { submit } from '@/people/submit';
import { until } from '@/people/until';
import type { Experiment } from '@/protocol/experiment';
import { LIMITS } from '@/protocol/limits';
import type { TeacherView } from '@/protocol/views';
import { createVerifier, type Verifier } from '@/server/verify/verifier';
import { allPictures } from '@/tests/engine/digits/node-pictures';
import { onKernels } from '@/tests/engine/kernels-module';
import { collect, nodePlace } from '@/tests/engine/training/node-place';
import { makeDataDir, type RunningServer, startServer } from './class-server';
import { knownTeacher, makeClass, teacherTab } from './known-teacher';

// Real trainings and a real verifier, on a machine that may be busy with other tests.
const RUN: Experiment = {
  ...EXPERIMENT,
  ...{ examples: 1_000, batchSize: 32, epochs: 2, optimizer: 'adam', learningRate: 0.003 },
  network: { kind: 'dense', hidden: [16], activation: 'relu' },
};
const STEPS = 40;

describe('a class whose teacher has handed-in networks trained again', () => {
  let data: Awaited<ReturnType<typeof makeDataDir>>;
  let server: RunningServer;
  let verifier: Verifier;
  let weights: Float32Array;
  beforeAll(async () => {
    data = await makeDataDir();
    verifier = createVerifier({ timeoutMs: 60_000 });
    server = await startServer(data.dataDir, { score: () => verifier });
    const place = await nodePlace({ network: onKernels, pictures: await allPictures() });
    weights = (await collect(new Training(RUN, place), STEPS)).checkpoints.at(-1)!.weights;
  });
  afterEach(() => {
    closeTabs();
    server.clock.frozen = null;
  });
  afterAll(async () => {
    await server.stop();
    await verifier.close();
    await data.remove();
  });

  async function classOf(reproduce: boolean, ...names: string[]) {
    const { code } = await makeClass(server.url, undefined, 'handwritten-digits');
    const teacher = await teacherTab(server.url, code);
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    if (reproduce) mustBeOk(await teacher.command({ type: 'class:reproduce', asked: true }));
    const students = [];
    for (const name of names) {
      const { tab, credentials } = await studentTab(server.url, code, name);
      const runId = freshId();
      mustBeOk(await tab.attachRun(runId, { experiment: RUN, backend: 'kernels' }));
      const handIn = (of: Float32Array, step?: number) =>
        submit(server.url, code, runId, credentials, of, step === undefined ? {} : { trainedTo: step }).then(
          ({ answer }) => answer,
        );
      students.push(handIn);
    }
    return { code, teacher, students };
  }
  const boardOf = (teacher: RecordingTab) =>
    (teacher.views.at(-1) as TeacherView).board.rows.map(({ nickname, reproduced }) => [
      nickname,
      reproduced,
    ]);

  it('marks what its experiment gives, and says of other runs that it cannot tell', async () => {
    const { teacher, students } = await classOf(true, 'Ada', 'Ben');
    const [ada, ben] = students;
    mustBeOk(await ada!(weights, STEPS));
    // Trained on something else, or on from another run: no step is claimed.
    mustBeOk(await ben!(weights));
    await until('both on the board', () => boardOf(teacher).length === 2);
    expect(boardOf(teacher)).toEqual([
      ['Ada', true],
      ['Ben', false],
    ]);
  });

  it('refuses what its experiment cannot give, with a code of its own: nothing of it counts', async () => {
    const { teacher, students } = await classOf(true, 'Eve');
    const [eve] = students;
    // However long a training takes here, no time is over between two.
    server.clock.frozen = Date.now();
    const forged = weights.map((weight, i) => (i === 12_345 ? weight + 0.001 : weight));
    expect(await eve!(forged, STEPS)).toMatchObject({ ok: false, code: 'not-reproduced' });
    expect(boardOf(teacher)).toEqual([]);
    // It cost what a score costs: not again at once.
    expect(await eve!(weights, STEPS - 1)).toMatchObject({ ok: false, code: 'rate-limited' });
    server.clock.ahead += LIMITS.submissionIntervalMs + 1;
    expect(await eve!(weights, STEPS - 1)).toMatchObject({ ok: false, code: 'not-reproduced' });
    server.clock.ahead += LIMITS.submissionIntervalMs + 1;
    mustBeOk(await eve!(weights, STEPS));
    await until('the board', () => boardOf(teacher).length === 1);
    expect(boardOf(teacher)).toEqual([['Eve', true]]);
  });

  it('asks for nothing where the teacher has not', async () => {
    const { teacher, students } = await classOf(false, 'Ann');
    const forged = weights.map((weight) => weight * 1.01);
    mustBeOk(await students[0]!(forged, STEPS));
    await until('the board', () => boardOf(teacher).length === 1);
    expect(boardOf(teacher)).toEqual([['Ann', undefined]]);
  });

  it('can be chosen at the start', async () => {
    const asked = { lessonId: 'handwritten-digits', reproduce: true };
    const { code } = mustBeOk(await knownTeacher(server.url).askForClass(asked));
    const teacher = await teacherTab(server.url, code);
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    expect((await until('a view', () => teacher.views.at(-1))).class.reproduce).toBe(true);
  });
});
