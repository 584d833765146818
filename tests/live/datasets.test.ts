import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Training } from '@/engine/training/training';
import { startNodeBackend } from '@/engine/verify/start-node-backend';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs } from '@/people/recording-tab';
import { request } from '@/people/request';
import { EXPERIMENT } from '@/people/sample-run';
import { studentTab } from '@/people/student';
import { submit } from '@/people/submit';
import { until } from '@/people/until';
import { entrancePath } from '@/protocol/class-paths';
import type { ClassEntrance } from '@/protocol/classes';
import type { DatasetId } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';
import type { Answer } from '@/protocol/refusals';
import { createVerifier, type Verifier } from '@/server/verify/verifier';
import { allPictures } from '@/tests/engine/digits/node-pictures';
import { collect, nodePlace } from '@/tests/engine/training/node-place';
import { makeDataDir, type RunningServer, startServer, TEACHER } from './class-server';
import { makeClass, teacherHeaders, teacherTab } from './known-teacher';

// A real training and a real verifier, on a machine that may be busy with other tests.
const onPictures = (dataset: DatasetId): Experiment => ({
  ...EXPERIMENT,
  dataset,
  examples: 2_000,
  network: { kind: 'dense', hidden: [16], activation: 'relu' },
  optimizer: 'adam',
  learningRate: 0.003,
  batchSize: 32,
  epochs: 2,
});

describe('a class on other pictures than its lesson says', () => {
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

  it('says so at the door and to everybody, and is scored on the hidden pictures of its own data set', async () => {
    const { code } = await makeClass(server.url, TEACHER, 'handwritten-digits', 'fashion');
    const door = await request<Answer<ClassEntrance>>(server.url, 'GET', entrancePath(code));
    expect(door.answer).toMatchObject({ ok: true, dataset: 'fashion' });
    const teacher = await teacherTab(server.url, code);
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    const { tab, credentials } = await studentTab(server.url, code, 'Ada');
    expect((await until('a view', () => tab.views.at(-1))).class.dataset).toBe('fashion');

    const experiment = onPictures('fashion');
    await startNodeBackend();
    const training = new Training(experiment, await nodePlace({ pictures: await allPictures('fashion') }));
    await collect(training);
    const { weights } = await training.between((network) => network.state());
    training.dispose();
    const runId = freshId();
    mustBeOk(await tab.attachRun(runId, { experiment }));
    const scored = await submit(server.url, code, runId, credentials, weights);
    expect(scored.answer).toMatchObject({ ok: true, pictures: 2_000 });
    // The same weights guess when digits are put before them.
    const digits = await verifier.evaluate({ experiment: { ...experiment, dataset: 'digits' }, weights });
    const { accuracy } = mustBeOk(scored.answer);
    expect(accuracy).toBeGreaterThan(0.6);
    expect(mustBeOk(digits).publicAccuracy).toBeLessThan(0.35);
  });

  it('I9: takes no run on other pictures', async () => {
    const { code } = await makeClass(server.url, TEACHER, 'handwritten-digits', 'fashion');
    mustBeOk(await (await teacherTab(server.url, code)).command({ type: 'class:begin' }));
    const { tab } = await studentTab(server.url, code, 'Ben');
    expect(await tab.attachRun(freshId(), { experiment: onPictures('digits') })).toEqual({
      ok: false,
      code: 'bad-request',
    });
    mustBeOk(await tab.attachRun(freshId(), { experiment: onPictures('fashion') }));
  });

  it('is made only where the lesson trains pictures, and of a data set that there is', async () => {
    const make = async (body: object) =>
      (
        await request<Answer>(server.url, 'POST', '/api/classes', {
          headers: teacherHeaders(TEACHER),
          body: JSON.stringify(body),
        })
      ).answer;
    const refused = { ok: false, code: 'bad-request' };
    expect(await make({ lessonId: 'perceptron', dataset: 'fashion' })).toEqual(refused);
    expect(await make({ lessonId: 'handwritten-digits', dataset: 'faces' })).toEqual(refused);
  });

  it('that chose what the lesson says is a class like all before it', async () => {
    const { id, code } = await makeClass(server.url, TEACHER, 'handwritten-digits', 'digits');
    expect((await server.store.loadClass(id))?.dataset).toBeNull();
    const door = await request<Answer<ClassEntrance>>(server.url, 'GET', entrancePath(code));
    expect(door.answer).not.toHaveProperty('dataset');
  });
});
