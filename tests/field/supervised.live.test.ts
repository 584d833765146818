/** `npm start` for real: what happens to a server that crashes, is stopped, cannot start, or loses its supervisor. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshId, newCredentials } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, openTab } from '@/people/recording-tab';
import { batch } from '@/people/sample-run';
import { ServerProcess } from '@/people/server-process';
import { createTeacher } from '@/people/teacher';
import { until } from '@/people/until';
import { buildIfNeeded } from '@/scripts/build.mjs';
import { serversRunning } from '@/scripts/serving.mjs';
import { PAGES_TO_WARM } from '@/server/http/warm-pages';
import { ROOT } from '@/server/root';
import { PATIENCE_MS } from '@/tests/patience';

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('a server that npm start runs', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    await buildIfNeeded();
    server = await ServerProcess.start();
  });
  afterAll(async () => {
    closeTabs();
    await server?.remove();
  });

  it('makes pages before anybody asks for one, each as it should be', async () => {
    const told = () => server.printed.split('\n').find((line) => line.includes('pages are warm'));
    const line = await until('pages are warm', told, PATIENCE_MS);
    expect(JSON.parse(line)).toMatchObject({ level: 'info', pages: [...PAGES_TO_WARM] });
  });

  it('is started again after a crash, says so, and students come back with all that was acknowledged', async () => {
    const teacher = await createTeacher(server.origin);
    const { code } = await teacher.createClass('handwritten-digits');
    const watch = openTab(server.origin, { extraHeaders: { cookie: teacher.cookie } });
    mustBeOk(await watch.attach({ code, as: { kind: 'teacher' } }));
    mustBeOk(await watch.command({ type: 'class:begin' }));
    const credentials = newCredentials();
    const tab = openTab(server.origin, { reconnection: true, reconnectionDelayMax: 500 });
    mustBeOk(await tab.attach({ code, as: { kind: 'newcomer', nickname: 'Ada', credentials } }));
    const runId = freshId();
    const { epoch } = mustBeOk(await tab.attachRun(runId));
    mustBeOk(await tab.append(runId, epoch, batch(1)));
    const first = server.servingPid!;
    let lost = false;
    tab.socket.once('disconnect', () => {
      lost = true;
    });

    server.crash();
    await until('the connection is lost', () => lost, PATIENCE_MS);
    await until('connected again', () => tab.socket.connected, PATIENCE_MS);
    mustBeOk(await tab.attach({ code, as: { kind: 'student', credentials } }));
    expect(mustBeOk(await tab.attachRun(runId)).highWater).toBe(1);
    expect(server.servingPid).not.toBe(first);
    expect(isAlive(server.supervisorPid!)).toBe(true);
    await expect.poll(() => server.printed).toMatch(/"area":"supervisor".*"signal":"SIGKILL".*starts again/);
    expect(serversRunning()).toEqual(expect.arrayContaining([server.supervisorPid, server.servingPid]));
  });

  it('starts anew when the database’s log was removed, with all that was acknowledged, and the class goes on', async () => {
    const teacher = await createTeacher(server.origin);
    const { code } = await teacher.createClass('handwritten-digits');
    const console_ = await teacher.conduct(code);
    mustBeOk(await console_.command({ type: 'class:begin' }));
    const credentials = newCredentials();
    const tab = openTab(server.origin, { reconnection: true, reconnectionDelayMax: 500 });
    mustBeOk(await tab.attach({ code, as: { kind: 'newcomer', nickname: 'Grace', credentials } }));
    const runId = freshId();
    const { epoch } = mustBeOk(await tab.attachRun(runId));
    for (let sequence = 1; sequence <= 5; sequence += 1)
      mustBeOk(await tab.append(runId, epoch, batch(sequence)));
    const first = server.servingPid!;
    rmSync(path.join(server.dataDir, 'perceptroom.db-wal'));
    await until(
      'another process',
      () => server.servingPid !== null && server.servingPid !== first,
      PATIENCE_MS,
    );
    await until('connected again', () => tab.socket.connected, PATIENCE_MS);
    mustBeOk(await tab.attach({ code, as: { kind: 'student', credentials } }));
    const again = mustBeOk(await tab.attachRun(runId));
    expect(again.highWater).toBe(5);
    mustBeOk(await tab.append(runId, again.epoch, batch(6)));
    await expect.poll(() => server.printed).toMatch(/log of the database was removed/);
    console_.close();
  });

  it.each([
    ['torn at its end', /ends in the middle of a write/g],
    ['damaged in the middle', /is damaged.*a copy is kept/g],
  ])('says once at the start that a log is %s, and what is dropped', async (how, said) => {
    await (await createTeacher(server.origin)).createClass('handwritten-digits');
    await server.kill();
    const log = path.join(server.dataDir, 'perceptroom.db-wal');
    const bytes = readFileSync(log);
    if (how === 'torn at its end') truncateSync(log, bytes.length - 100);
    else {
      bytes[Math.floor(bytes.length / 3)]! ^= 1;
      writeFileSync(log, bytes);
    }
    const before = server.printed.length;
    await server.run();
    await expect.poll(() => server.printed.slice(before).match(said)).toHaveLength(1);
    const another = await createTeacher(server.origin);
    await another.createClass('handwritten-digits');
  });

  it('stops when its supervisor is told to, and ends with 0', async () => {
    const [supervisor, serving] = [server.supervisorPid!, server.servingPid!];
    await server.kill('SIGTERM');
    expect(server.exitCode).toBe(0);
    expect([supervisor, serving].filter(isAlive)).toEqual([]);
    expect(existsSync(path.join(server.dataDir, 'server.lock'))).toBe(false);
  });

  it('does not outlive its supervisor: the port and the folder are free at once', async () => {
    await server.run();
    const serving = server.servingPid!;
    process.kill(server.supervisorPid!, 'SIGKILL');
    await until('the server has gone too', () => !isAlive(serving), PATIENCE_MS);
    await server.run();
    expect(server.servingPid).not.toBe(serving);
  });

  it('is not started again where it cannot start: one line says why', async () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'perceptroom-unstartable-'));
    const child = spawn(process.execPath, ['scripts/start.mjs'], {
      cwd: ROOT,
      env: { ...process.env, PORT: 'seventy', DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => {
        said += text;
      });
    const [code] = await once(child, 'close');
    expect(code).toBe(1);
    expect(said.match(/Perceptroom cannot start: PORT/g)).toHaveLength(1);
    rmSync(dataDir, { recursive: true, force: true });
  });
});
