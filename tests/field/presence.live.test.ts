import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, openTab, type RecordingTab } from '@/people/recording-tab';
import { studentTab } from '@/people/student';
import { until } from '@/people/until';
import type { ScreenView, StudentView, View } from '@/protocol/views';
import { makeDataDir, type RunningServer, startServer } from '@/tests/live/class-server';
import { makeClass, screenTab, teacherHeaders, teacherTab } from '@/tests/live/known-teacher';

/** Membership is not presence: who has closed the tab is a member, and is not counted as here. */
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

const newest = <V extends View>(tab: RecordingTab) => tab.views.at(-1) as V | undefined;

it('students in the lobby and the projector count who is here, as people come, go and come back', async () => {
  const { code } = await makeClass(server.url);
  const screen = await screenTab(server.url, code);
  const ada = await studentTab(server.url, code, 'Ada');
  const ben = await studentTab(server.url, code, 'Ben');
  const says = (tab: RecordingTab, here: number) =>
    until(`${here} are here`, () => newest(tab)?.class.hereCount === here);
  await says(ada.tab, 2);
  await until('two marks', () => newest<ScreenView>(screen)?.marks.length === 2);
  ben.tab.close();
  await says(ada.tab, 1);
  await until('one mark', () => newest<ScreenView>(screen)?.marks.length === 1);
  expect(newest<StudentView>(ada.tab)?.class.studentCount).toBe(2);
  const again = openTab(server.url);
  mustBeOk(await again.attach({ code, as: { kind: 'student', credentials: ben.credentials } }));
  await says(ada.tab, 2);
  await until('two marks again', () => newest<ScreenView>(screen)?.marks.length === 2);
});

it('a class of which nobody is here is empty, also for a projector that is opened then', async () => {
  const { code } = await makeClass(server.url);
  const teacher = await teacherTab(server.url, code);
  const ada = await studentTab(server.url, code, 'Ada');
  ada.tab.close();
  await until('away', () =>
    teacher.frames.some(({ students }) =>
      students.some(({ studentId, activity }) => studentId === ada.id && activity === 'disconnected'),
    ),
  );
  const screen = openTab(server.url, { extraHeaders: teacherHeaders() });
  const { view } = mustBeOk(await screen.attach({ code, as: { kind: 'screen' } }));
  expect(view).toMatchObject({ class: { hereCount: 0, studentCount: 1 }, marks: [] });
});

it('many who come and go at once are a few broadcasts, not one each', async () => {
  const { code } = await makeClass(server.url);
  const ada = await studentTab(server.url, code, 'Ada');
  const others = await Promise.all(
    Array.from({ length: 20 }, (_, index) => studentTab(server.url, code, `Student ${index}`)),
  );
  await until('all are here', () => newest(ada.tab)?.class.hereCount === 21);
  const before = ada.tab.views.length;
  for (const { tab } of others) tab.close();
  await until('one is left', () => newest(ada.tab)?.class.hereCount === 1);
  expect(ada.tab.views.length - before).toBeLessThan(6);
});
