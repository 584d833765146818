import { afterEach, expect, it } from 'vitest';
import { freshId, newCredentials } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, openTab } from '@/people/recording-tab';
import { batch } from '@/people/sample-run';
import { until } from '@/people/until';
import { makeDataDir, type RunningServer, startServer, TEACHER } from '@/tests/live/class-server';
import { makeClass, teacherHeaders } from '@/tests/live/known-teacher';

let server: RunningServer | null = null;
let remove: (() => Promise<void>) | null = null;
afterEach(async () => {
  closeTabs();
  await server?.stop();
  await remove?.();
  server = null;
});

it.each(['polling', 'websocket'])(
  'a stop is told to whoever is connected by %s, even while other words are on their way',
  async (transport) => {
    const data = await makeDataDir();
    remove = data.remove;
    server = await startServer(data.dataDir);
    const { code } = await makeClass(server.url);
    const teacher = openTab(server.url, { transports: [transport], extraHeaders: teacherHeaders(TEACHER) });
    mustBeOk(await teacher.attach({ code, as: { kind: 'teacher' } }));
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    const students = await Promise.all(
      Array.from({ length: 8 }, async (_, index) => {
        const tab = openTab(server!.url, { transports: [transport] });
        const as = {
          kind: 'newcomer',
          nickname: `Student ${index + 1}`,
          credentials: newCredentials(),
        } as const;
        mustBeOk(await tab.attach({ code, as }));
        const runId = freshId();
        const { epoch } = mustBeOk(await tab.attachRun(runId));
        return { tab, runId, epoch };
      }),
    );
    // Everybody's poll is answered with something else in the very moment of the stop.
    const appended = students.map(({ tab, runId, epoch }) => tab.append(runId, epoch, batch(1)));
    const paused = teacher.command({ type: 'class:pause' });
    await until('the pause', () => teacher.views.at(-1)?.class.paused);
    const stopped = server.room.stop();
    const tabs = [teacher, ...students.map(({ tab }) => tab)];
    await stopped;
    await until('everybody to be cut off', () => tabs.every(({ socket }) => !socket.connected));
    expect(tabs.filter(({ stopping }) => !stopping)).toEqual([]);
    mustBeOk(await paused);
    for (const answer of await Promise.all(appended))
      expect(answer).toMatchObject({ ok: true, highWater: 1 });
  },
);

it('a client whose next poll comes a moment later hears of the stop with it', async () => {
  const data = await makeDataDir();
  remove = data.remove;
  server = await startServer(data.dataDir);
  const socket = `${server.url}/socket.io/?EIO=4&transport=polling`;
  const opened = await (await fetch(socket)).text();
  const { sid } = JSON.parse(opened.slice(1)) as { sid: string };
  const poll = async () => (await fetch(`${socket}&sid=${sid}`)).text();
  await fetch(`${socket}&sid=${sid}`, { method: 'POST', body: '40' });
  expect(await poll()).toMatch(/^40/);
  const stopped = server.room.stop();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await poll()).toContain('stopping');
  await stopped;
});
