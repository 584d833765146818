import { afterAll, beforeAll, expect, it } from 'vitest';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, openTab, type RecordingTab } from '@/people/recording-tab';
import { studentTab, TabStudent } from '@/people/student';
import { until } from '@/people/until';
import type { Command } from '@/protocol/commands';
import type { View } from '@/protocol/views';
import { viewFor } from '@/server/live/view-broadcast';
import type { Role } from '@/server/live/viewer';
import { keptView } from '@/tests/simulation/kept-view';
import { SeededRandom } from '@/tests/simulation/seeded-random';
import { makeDataDir, type RunningServer, startServer, TEACHER } from './class-server';
import { makeClass, teacherTab } from './known-teacher';

const MOMENTS = 100;
const RESTART_EVERY = 12;
const NAMES = ['Ada', 'Kai', 'Mina', 'Noor', 'Leo'];
const NOBODY = { isHere: () => false, count: 0 };
const seed = Math.floor(Math.random() * 2 ** 31);

let data: Awaited<ReturnType<typeof makeDataDir>>;
let server: RunningServer;
beforeAll(async () => {
  data = await makeDataDir();
  server = await startServer(data.dataDir);
});
afterAll(async () => {
  closeTabs();
  await server.stop();
  await data.remove();
});

/** Somebody attached, by the newest of their pages. */
interface Watcher {
  role: Role;
  tab: RecordingTab;
  reload(): Promise<RecordingTab>;
}

it(`I4, I5: ${MOMENTS} times, over reloads and restarts, teacher and students see what the store holds (seed ${seed})`, async () => {
  const random = new SeededRandom(seed);
  const port = Number(new URL(server.url).port);
  const { id, code } = await makeClass(server.url);
  const teacher: Watcher = {
    role: { kind: 'teacher', teacherId: TEACHER },
    tab: await teacherTab(server.url, code),
    reload: () => teacherTab(server.url, code),
  };
  const students = await Promise.all(
    NAMES.map(async (name): Promise<Watcher> => {
      const { tab, credentials } = await studentTab(server.url, code, name);
      const reload = async () =>
        (await new TabStudent(openTab(server.url), code, name, credentials).comeBack()).tab;
      return { role: { kind: 'student', studentId: credentials.studentId }, tab, reload };
    }),
  );
  const everybody = [teacher, ...students];
  mustBeOk(await teacher.tab.command({ type: 'class:begin' }));
  let compared = 0;
  for (let moment = 1; moment <= MOMENTS; moment += 1) {
    // All in the same moment, refused or not: what counts is what is kept.
    const by = random.pick(students);
    await Promise.all([
      teacher.tab.command(teachersCommand(random, moment)),
      by.tab.command({ type: random.chance(0.5) ? 'help:ask' : 'help:end', kind: 'need' } as Command),
    ]);
    if (moment % RESTART_EVERY === 0) {
      await server.stop();
      server = await startServer(data.dataDir, { port });
      for (const watcher of everybody) watcher.tab = await reloaded(watcher);
    } else {
      const watcher = random.pick(everybody);
      watcher.tab = await reloaded(watcher);
    }
    for (const { role, tab } of everybody) {
      const { view, stored } = await atOneVersion(id, tab);
      expect(keptView(view)).toBe(keptView(viewFor(stored, role, NOBODY)!));
      compared += 1;
    }
  }
  expect(compared).toBe(MOMENTS * (1 + NAMES.length));
});

async function reloaded(watcher: Watcher): Promise<RecordingTab> {
  watcher.tab.close();
  return watcher.reload();
}

/** The newest view of a page and what is stored, when both have come to the same version. */
function atOneVersion(classId: string, tab: RecordingTab) {
  return until('what was stored last', async () => {
    const stored = (await server.store.loadClass(classId))!;
    const view: View | undefined = tab.views.at(-1);
    return view?.version === stored.version ? { view, stored } : null;
  });
}

function teachersCommand(random: SeededRandom, moment: number): Command {
  switch (random.below(6)) {
    case 0:
      return { type: 'step:next' };
    case 1:
      return { type: 'step:previous' };
    case 2:
      return { type: random.chance(0.5) ? 'class:pause' : 'class:resume' };
    case 3:
      return { type: 'message:send', id: random.hex(16), text: `Look at number ${moment}.`, to: 'all' };
    case 4:
      return { type: 'class:rank', ranking: random.pick(['named', 'anonymous', 'off']) };
    default:
      return { type: 'screen:show', view: 'auto', argument: null, pinned: random.chance(0.5) };
  }
}
