import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, openTab } from '@/people/recording-tab';
import { batch, WEIGHTS } from '@/people/sample-run';
import { studentTab } from '@/people/student';
import { submit } from '@/people/submit';
import { createLogger } from '@/server/log';
import type { Store } from '@/server/store/store';
import { makeDataDir, type RunningServer, startServer } from './class-server';
import { makeClass, teacherTab } from './known-teacher';

let data: Awaited<ReturnType<typeof makeDataDir>>;
let server: RunningServer;
const lines: string[] = [];
let failing = false;

beforeAll(async () => {
  data = await makeDataDir();
  server = await startServer(data.dataDir, {
    log: createLogger({ level: 'trace', readable: false, write: (line) => lines.push(line) }),
    wrap: (store: Store) =>
      new Proxy(store, {
        get(target, name) {
          const value = Reflect.get(target, name) as unknown;
          if (typeof value !== 'function') return value;
          return async (...args: unknown[]) => {
            if (failing) throw new Error('no room left on the disk');
            return value.apply(target, args);
          };
        },
      }),
  });
});
afterEach(closeTabs);
afterAll(async () => {
  await server.stop();
  await data.remove();
});

it('I16: says what went wrong without a name, a secret, an address or anything that somebody typed', async () => {
  const { code } = await makeClass(server.url);
  const teacher = await teacherTab(server.url, code);
  mustBeOk(await teacher.command({ type: 'class:begin' }));
  const { tab, id, credentials } = await studentTab(server.url, code, 'Ada Lovelace');
  const runId = freshId();
  const { epoch } = mustBeOk(await tab.attachRun(runId));
  failing = true;
  await tab.append(runId, epoch, batch(1));
  await teacher.command({ type: 'student:rename', studentId: id, nickname: 'Grace Hopper' });
  await openTab(server.url).attach({
    code,
    as: { kind: 'newcomer', nickname: 'Alan Turing', credentials: { ...credentials, studentId: freshId() } },
  });
  await submit(server.url, code, runId, credentials, new Float32Array(WEIGHTS)).catch(() => undefined);
  await tab.say('Marie Curie', 'Marie Curie');
  failing = false;
  const log = lines.join('');
  expect(lines.length).toBeGreaterThanOrEqual(4);
  expect(log).toContain('no room left on the disk');
  for (const text of ['Ada', 'Grace', 'Alan', 'Marie', credentials.secret, '127.0.0.1', 'teacher=', code])
    expect(log).not.toContain(text);
});
