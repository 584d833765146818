import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, type RecordingTab } from '@/people/recording-tab';
import { studentTab } from '@/people/student';
import type { Answer } from '@/protocol/refusals';
import { makeDataDir, type RunningServer, startServer } from './class-server';
import { makeClass, teacherTab } from './known-teacher';

/** What students' pages say of how far they are is kept, in a summary that outlives the server. */
let data: Awaited<ReturnType<typeof makeDataDir>>;
let server: RunningServer;
beforeAll(async () => {
  data = await makeDataDir();
  server = await startServer(data.dataDir);
});
afterEach(closeTabs);
afterAll(async () => {
  await server.stop();
  await data.remove();
});

const say = async (tab: RecordingTab, stepId: string, reached: number, more: object = {}) =>
  mustBeOk(
    await tab.say<Answer>('student:condition', {
      findings: [],
      hidden: false,
      done: { stepId, items: [{ what: 'rows', reached, of: 4 }], ...more },
    }),
  );

it('is written a few times a minute, not with each word, and goes on where it was after a restart', async () => {
  const { id, code } = await makeClass(server.url, undefined, 'perceptron');
  const teacher = await teacherTab(server.url, code);
  const early = await studentTab(server.url, code, 'Ada');
  // Before it begins nobody is at a step.
  await say(early.tab, 'weigh', 1);
  mustBeOk(await teacher.command({ type: 'class:begin' }));
  server.clock.frozen = Date.now();
  await say(early.tab, 'weigh', 2);
  expect(await server.store.listStepRecords(id)).toEqual([]);
  server.clock.ahead += 40_000;
  await say(early.tab, 'weigh', 4, { answers: { first: 0, last: 0 } });
  // The server writes what it has gathered when it stops.
  closeTabs();
  await server.stop();
  server = await startServer(data.dataDir);
  const [kept, ...others] = await server.store.listStepRecords(id);
  expect(others).toEqual([]);
  expect(kept).toMatchObject({
    ...{ studentId: early.id, stepId: 'weigh', answers: { first: 0, last: 0 } },
    items: [{ what: 'rows', reached: 4, of: 4 }],
  });
  expect(kept!.doneAt).not.toBeNull();
  expect(kept!.time).toBeGreaterThanOrEqual(40_000);
  // Loaded anew, the page begins with nothing; and what is no step of the class is none.
  const again = await studentTab(server.url, code, 'Ben');
  await say(again.tab, 'nowhere', 4);
  const desk = await teacherTab(server.url, code);
  mustBeOk(await desk.command({ type: 'class:end' }));
  await expect
    .poll(async () => (await server.store.listStepRecords(id)).map(({ stepId }) => stepId))
    .toEqual(['weigh', 'weigh']);
  const all = await server.store.listStepRecords(id);
  expect(all.map(({ studentId, doneAt }) => [studentId, doneAt !== null])).toEqual([
    [early.id, true],
    [again.id, false],
  ]);
});

it('says what is too much in one word with a refusal, and keeps nothing of it', async () => {
  const { id, code } = await makeClass(server.url, undefined, 'perceptron');
  mustBeOk(await (await teacherTab(server.url, code)).command({ type: 'class:begin' }));
  const { tab } = await studentTab(server.url, code, 'Ada');
  const wrong = {
    findings: [],
    hidden: false,
    done: { stepId: 'weigh', items: [], answers: { first: 0, last: 10 } },
  };
  expect(await tab.say<Answer>('student:condition', wrong)).toEqual({ ok: false, code: 'bad-request' });
  expect(await server.store.listStepRecords(id)).toEqual([]);
});
