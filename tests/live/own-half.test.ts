import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { createClass } from '@/classroom/state';
import { startOf } from '@/engine/training/start-of';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs } from '@/people/recording-tab';
import { EXPERIMENT } from '@/people/sample-run';
import { studentTab } from '@/people/student';
import { submit } from '@/people/submit';
import type { Experiment } from '@/protocol/experiment';
import { trainingPictures } from '@/server/verify/training-pictures';
import { createVerifier, type Verifier } from '@/server/verify/verifier';
import { trainFrom } from '@/tests/engine/together/class-of-networks';
import { LESSON, makeDataDir, type RunningServer, startServer, TEACHER } from './class-server';
import { makeClass, teacherTab } from './known-teacher';

const LINEAR: Experiment = {
  ...EXPERIMENT,
  ...{ dataset: 'digits', examples: 2_000, batchSize: 32, epochs: 1 },
  network: { kind: 'dense', hidden: [], activation: 'relu' },
};

let data: Awaited<ReturnType<typeof makeDataDir>>;
let verifier: Verifier;
let server: RunningServer;
let weights: Float32Array;
beforeAll(async () => {
  data = await makeDataDir();
  verifier = createVerifier({ timeoutMs: 60_000 });
  server = await startServer(data.dataDir, { score: () => verifier });
  weights = await trainFrom(LINEAR, startOf(LINEAR).weights, await trainingPictures('digits'));
});
afterEach(closeTabs);
afterAll(async () => {
  await server.stop();
  await verifier.close();
  await data.remove();
});

/** Begins a class that is there, and has so many students hand in the same weights. */
async function handInAll({ code }: { code: string }, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const { tab, credentials } = await studentTab(server.url, code, name);
    const runId = freshId();
    mustBeOk(await tab.attachRun(runId, { experiment: LINEAR }));
    mustBeOk((await submit(server.url, code, runId, credentials, weights)).answer);
  }
}

async function begun(): Promise<{ id: string; code: string }> {
  const made = await makeClass(server.url, TEACHER);
  mustBeOk(await (await teacherTab(server.url, made.code)).command({ type: 'class:begin' }));
  return made;
}

const scoresOf = async ({ id }: { id: string }) => (await server.store.loadClass(id))!.scores;

it('I9: all of a class are scored on one private half, also after a restart, which no other class has', async () => {
  const one = await begun();
  const other = await begun();
  await handInAll(one, ['Ada', 'Ben']);
  await handInAll(other, ['Cleo']);
  await server.stop();
  // Threads that know nothing of what was drawn before.
  await verifier.close();
  verifier = createVerifier({ timeoutMs: 60_000 });
  server = await startServer(data.dataDir, { score: () => verifier });
  await handInAll(one, ['Dan']);
  const [first, second, third] = await scoresOf(one);
  const [elsewhere] = await scoresOf(other);
  expect(second!.right).toEqual(first!.right);
  expect(third!.right).toEqual(first!.right);
  expect(third!.privateAccuracy).toBe(first!.privateAccuracy);
  expect(elsewhere!.publicAccuracy).toBe(first!.publicAccuracy);
  expect(elsewhere!.right).not.toEqual(first!.right);
  const packed = mustBeOk(await verifier.evaluate({ experiment: LINEAR, weights }));
  expect(first!.publicAccuracy).toBe(packed.publicAccuracy);
  expect(first!.right).not.toEqual(packed.right);
});

it('a class of before goes on with the half that its scores are of', async () => {
  const made = { id: freshId(), code: 'ABCDEF', teacherId: TEACHER, lessonId: LESSON, maxStudents: 10 };
  expect(await server.store.createClass({ ...createClass(made, Date.now()), ownHalf: false })).toBe(
    'created',
  );
  mustBeOk(await (await teacherTab(server.url, made.code)).command({ type: 'class:begin' }));
  await handInAll(made, ['Eve']);
  const packed = mustBeOk(await verifier.evaluate({ experiment: LINEAR, weights }));
  expect((await scoresOf(made))[0]!.right).toEqual(packed.right);
});
