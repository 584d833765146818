/** Somebody fills a room with students who are nobody. The control is a server without bounds on joining. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newCredentials } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, openTab, type RecordingTab } from '@/people/recording-tab';
import { request } from '@/people/request';
import { studentTab } from '@/people/student';
import { until } from '@/people/until';
import { LIMITS } from '@/protocol/limits';
import type { TeacherView } from '@/protocol/views';
import { BOUNDS, type Bounds } from '@/server/live/bounds';
import { makeDataDir, type RunningServer, startServer } from '@/tests/live/class-server';
import { makeClass, teacherTab } from '@/tests/live/known-teacher';

const NO_RATE = { perSecond: 1e9, burst: 1e9 };
const NO_PACE = { rate: NO_RATE, patienceMs: 1_000, mostWaiting: 1e6 };
/** As it was. */
const WITHOUT: Partial<Bounds> = {
  joins: { ofSocket: NO_RATE, ofAddress: NO_PACE },
  attachesOfSocket: NO_RATE,
  attachesOfPerson: NO_RATE,
};

describe('a room that somebody fills', () => {
  let data: Awaited<ReturnType<typeof makeDataDir>>;
  let server: RunningServer;
  let code: string;
  beforeAll(async () => {
    data = await makeDataDir();
  });
  afterEach(async () => {
    closeTabs();
    await server.stop();
  });
  afterAll(() => data.remove());

  async function open(bounds: Partial<Bounds> = {}) {
    server = await startServer(data.dataDir, { bounds });
    ({ code } = await makeClass(server.url));
  }

  /** Asks for one new student after another on one socket; how many there were. */
  async function flood(tab: RecordingTab, name: string, times: number): Promise<number> {
    let made = 0;
    for (let index = 0; index < times; index += 1) {
      const as = { kind: 'newcomer', nickname: `${name}${index}`, credentials: newCredentials() } as const;
      const answer = await tab.attach({ code, as });
      if (answer.ok) made += 1;
    }
    return made;
  }
  const waitMs = (milliseconds: number) => {
    server.clock.ahead += milliseconds;
  };
  const isFull = async () =>
    (await request<{ full: boolean }>(server.url, 'GET', `/api/classes/${code}`)).answer.full;

  /** A while later, and once presence has noticed that they are gone (2 s). */
  async function seatsComeBack(): Promise<void> {
    waitMs(15_000);
    while (await isFull()) await new Promise((resolve) => setTimeout(resolve, 50));
  }

  it('one socket, and eight, make few students only', async () => {
    await open();
    expect(await flood(openTab(server.url), 'One', 60)).toBeLessThanOrEqual(BOUNDS.joins.ofSocket.burst);
    const made = await Promise.all(
      Array.from({ length: 8 }, (_, index) => flood(openTab(server.url), `T${index}n`, 60)),
    );
    expect(Math.max(...made)).toBeLessThanOrEqual(BOUNDS.joins.ofSocket.burst);
    await studentTab(server.url, code, 'Late');
  });

  it('control: without the bounds one socket makes as many as it likes', async () => {
    await open(WITHOUT);
    expect(await flood(openTab(server.url), 'One', 60)).toBe(60);
  });

  it('a class of 40 behind one address comes in at once, with reloads', async () => {
    await open();
    const come = async (index: number) => {
      const { tab, credentials } = await studentTab(server.url, code, `Student ${index}`);
      for (let reload = 0; reload < 3; reload += 1) {
        tab.close();
        mustBeOk(await openTab(server.url).attach({ code, as: { kind: 'student', credentials } }));
      }
    };
    await Promise.all(Array.from({ length: 40 }, (_, index) => come(index)));
  });

  it('seats and identities come back when they were for nobody: the late student gets in', async () => {
    await open({ joins: { ...BOUNDS.joins, ofAddress: NO_PACE } });
    const real = await studentTab(server.url, code, 'Real');
    const fill = async (name: string, count: number) => {
      const tabs = Array.from({ length: Math.ceil(count / 3) }, () => openTab(server.url));
      const made = await Promise.all(tabs.map((tab, index) => flood(tab, `${name}${index}x`, 3)));
      for (const tab of tabs) tab.close();
      return made.reduce((sum, one) => sum + one, 0);
    };
    expect(await fill('a', LIMITS.studentsPerClass)).toBe(LIMITS.studentsPerClass - 1);
    expect(await isFull()).toBe(true);
    await seatsComeBack();
    await studentTab(server.url, code, 'Late');
    // Again and again: never is a room full for good, nor does it run out of identities.
    for (const name of ['b', 'c', 'd', 'e']) {
      await fill(name, LIMITS.studentsPerClass);
      await seatsComeBack();
    }
    await studentTab(server.url, code, 'Later');
    mustBeOk(
      await openTab(server.url).attach({ code, as: { kind: 'student', credentials: real.credentials } }),
    );
  });

  it('connected, they keep it full until the teacher sends them out with one command', async () => {
    await open({ joins: WITHOUT.joins! });
    const inside: RecordingTab[] = [];
    // As many at a time as one process opens at once without losing some on a loaded machine.
    while (!(await isFull())) {
      const tabs = Array.from({ length: 20 }, () => openTab(server.url));
      const made = await Promise.all(tabs.map((tab, index) => flood(tab, `N${inside.length} ${index} `, 1)));
      inside.push(...tabs.filter((_, index) => made[index] === 1));
    }
    waitMs(15_000);
    // Connected, they are somebody: it is the teacher who ends it.
    expect(await isFull()).toBe(true);
    const teacher = await teacherTab(server.url, code);
    const since = (teacher.views.at(-1) as TeacherView | undefined)?.class.createdAt ?? 0;
    mustBeOk(await teacher.command({ type: 'newcomers:remove', since }));
    await until('all are told', () => inside.every(({ detached }) => detached.includes('student-removed')));
    expect(await isFull()).toBe(false);
    await studentTab(server.url, code, 'Late');
  });
});
