import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs } from '@/people/recording-tab';
import { batch } from '@/people/sample-run';
import { studentTab } from '@/people/student';
import { until } from '@/people/until';
import type { TeacherView } from '@/protocol/views';
import type { Store } from '@/server/store/store';
import { makeDataDir, type RunningServer, startServer } from './class-server';
import { makeClass, teacherTab } from './known-teacher';

describe('a class whose store is slow or fails', () => {
  let data: Awaited<ReturnType<typeof makeDataDir>>;
  let server: RunningServer;
  const failing = new Set<keyof Store>();
  let saves = 0;
  const troubled = (store: Store): Store =>
    new Proxy(store, {
      get(target, name) {
        const value = Reflect.get(target, name) as unknown;
        if (typeof value !== 'function') return value;
        return async (...args: unknown[]) => {
          if (name === 'saveClass') saves += 1;
          if (failing.has(name as keyof Store)) throw new Error('no room left on the disk');
          return value.apply(target, args);
        };
      },
    });
  beforeAll(async () => {
    data = await makeDataDir();
    server = await startServer(data.dataDir, { wrap: troubled });
  });
  afterEach(() => {
    failing.clear();
    closeTabs();
  });
  afterAll(async () => {
    await server.stop();
    await data.remove();
  });

  it('I2, I5: answers everybody that it could not be done, changes nothing, and goes on afterwards', async () => {
    const { code, id } = await makeClass(server.url);
    const teacher = await teacherTab(server.url, code);
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    const { tab } = await studentTab(server.url, code, 'Ada');
    const runId = freshId();
    const { epoch } = mustBeOk(await tab.attachRun(runId));
    for (const name of ['saveClass', 'appendBatch', 'readRun', 'listRuns', 'ping'] as const)
      failing.add(name);
    const internal = { ok: false, code: 'internal' };
    const commands = (['class:pause', 'step:next', 'class:end'] as const).map((type) =>
      teacher.command({ type }),
    );
    expect(await Promise.all(commands)).toEqual([internal, internal, internal]);
    expect(await tab.append(runId, epoch, batch(1))).toEqual(internal);
    expect(await tab.readRun(runId)).toEqual(internal);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
    expect(await server.store.loadClass(id)).toMatchObject({ phase: 'live', paused: false, stepIndex: 0 });
    failing.clear();
    mustBeOk(await tab.append(runId, epoch, batch(1)));
    mustBeOk(await teacher.command({ type: 'step:next' }));
    await until('the step', () => tab.views.some((view) => view.class.stepIndex === 1 && !view.class.paused));
  });

  it('I3: decides what is asked in one moment one after another, and saves it together', async () => {
    const { code, id } = await makeClass(server.url);
    const teacher = await teacherTab(server.url, code);
    saves = 0;
    const names = Array.from({ length: 40 }, (_, index) => `Student ${index + 1}`);
    await Promise.all(names.map((name) => studentTab(server.url, code, name)));
    const stored = (await server.store.loadClass(id))!;
    const students = Object.values(stored.students);
    expect(students.map(({ nickname }) => nickname).sort()).toEqual([...names].sort());
    expect(new Set(students.map(({ mark }) => `${mark.colour} ${mark.glyph}`)).size).toBe(40);
    expect(stored.version).toBe(41);
    expect(saves).toBeLessThanOrEqual(40);
    await until('the roster', () => (teacher.views.at(-1) as TeacherView | undefined)?.roster.length === 40);
  });
});
