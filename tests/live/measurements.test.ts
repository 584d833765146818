import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, openTab, type RecordingTab } from '@/people/recording-tab';
import { studentTab } from '@/people/student';
import { until } from '@/people/until';
import type { Measurement } from '@/protocol/measurement';
import type { ScreenView, StudentView, TeacherView } from '@/protocol/views';
import { makeDataDir, type RunningServer, startServer, TEACHER } from './class-server';
import { makeClass, screenTab, teacherHeaders, teacherTab } from './known-teacher';

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

const device: Measurement = {
  software: false,
  figures: [
    { task: 'matrix-product', backend: 'javascript', size: 512, ms: 100 },
    { task: 'matrix-product', backend: 'webgl', size: 512, ms: 2.5 },
  ],
};
const viewOf = <View>(tab: RecordingTab) => tab.views.at(-1) as unknown as View | undefined;

it('a device’s measurement reaches teacher, projector and the others without a name, and survives a restart', async () => {
  const { code } = await makeClass(server.url, TEACHER, 'gpu');
  const teacher = await teacherTab(server.url, code);
  mustBeOk(await teacher.command({ type: 'class:begin' }));
  const ada = await studentTab(server.url, code, 'Ada');
  const ben = await studentTab(server.url, code, 'Ben');
  const screen = await screenTab(server.url, code);

  mustBeOk(await ada.tab.command({ type: 'measurement:report', ...device }));
  for (const tab of [teacher, screen, ben.tab]) {
    const devices = await until('the picture', () => {
      const view = viewOf<TeacherView | ScreenView | StudentView>(tab);
      return view?.devices?.total === 1 ? view.devices : null;
    });
    expect(devices.devices[0]!.tasks['matrix-product'].webgl?.[6]).toBe(40);
  }
  expect(viewOf<StudentView>(ben.tab)?.ownDevice).toBeNull();
  await until('the own device', () => viewOf<StudentView>(ada.tab)?.ownDevice ?? null);

  const broken = {
    type: 'measurement:report',
    software: false,
    figures: [{ ...device.figures[0]!, size: 3 }],
  };
  expect(await ada.tab.command(broken as never)).toEqual({ ok: false, code: 'bad-request' });
  expect(await teacher.command({ type: 'measurement:report', ...device })).toMatchObject({
    code: 'not-allowed',
  });

  closeTabs();
  await server.stop();
  server = await startServer(data.dataDir);
  const again = openTab(server.url, { extraHeaders: teacherHeaders() });
  const { view } = mustBeOk(await again.attach({ code, as: { kind: 'teacher' } }));
  expect(view.devices?.total).toBe(1);
});
