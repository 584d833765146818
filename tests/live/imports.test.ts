import { readdir } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs } from '@/people/recording-tab';
import { batch } from '@/people/sample-run';
import { studentTab } from '@/people/student';
import { type ClassSeen, IMPORT_PATH, type ImportRefusal, importPath } from '@/protocol/class-import';
import { classPath } from '@/protocol/class-paths';
import type { ClassCreated } from '@/protocol/classes';
import { exportPath } from '@/protocol/exports';
import type { Answer } from '@/protocol/refusals';
import { makeDataDir, OTHER_TEACHER, type RunningServer, startServer } from './class-server';
import { makeClass, teacherHeaders, teacherTab } from './known-teacher';

/** A class goes from one server to another as a file, over HTTP. */
describe('importing a class', () => {
  const dirs: Awaited<ReturnType<typeof makeDataDir>>[] = [];
  let [home, away]: RunningServer[] = [];
  let file: string;
  let classId: string;
  beforeAll(async () => {
    for (let made = 0; made < 2; made += 1) dirs.push(await makeDataDir());
    home = await startServer(dirs[0]!.dataDir);
    away = await startServer(dirs[1]!.dataDir);
    const made = await makeClass(home.url);
    classId = made.id;
    const teacher = await teacherTab(home.url, made.code);
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    const { tab } = await studentTab(home.url, made.code, '花子');
    const runId = freshId();
    const { epoch } = mustBeOk(await tab.attachRun(runId));
    for (const sequence of [1, 2]) mustBeOk(await tab.append(runId, epoch, batch(sequence)));
    mustBeOk(await teacher.command({ type: 'step:next' }));
    mustBeOk(await teacher.command({ type: 'class:end' }));
    file = await exported(home);
  });
  afterEach(closeTabs);
  afterAll(async () => {
    await home!.stop();
    await away!.stop();
    for (const { remove } of dirs) await remove();
  });

  const exported = async (server: RunningServer, teacherId?: string) =>
    (
      await fetch(`${server.url}${exportPath(classId, 'class', true)}`, {
        headers: teacherHeaders(teacherId),
      })
    ).text();
  const post = async <Facts extends object>(where: string, body?: string, headers = teacherHeaders()) =>
    (await (
      await fetch(`${away!.url}${where}`, {
        method: 'POST',
        headers: { origin: away!.url, ...headers },
        ...(body !== undefined && { body }),
      })
    ).json()) as Answer<Facts> | ImportRefusal;
  const look = (body: string, headers?: Record<string, string>) =>
    post<ClassSeen>(IMPORT_PATH, body, headers as ReturnType<typeof teacherHeaders>);
  const waiting = () => readdir(path.join(dirs[1]!.dataDir, 'waiting-imports')).catch(() => []);

  it('looks at the file first, then makes the class as it was: the same file comes out of it', async () => {
    const seen = mustBeOk((await look(file)) as Answer<ClassSeen>);
    expect(seen).toMatchObject({ students: 1, runs: 1, points: 4, submissions: 0, drawings: 0 });
    expect(await away!.store.loadClass(classId)).toBeNull();
    // What was looked at is nobody else's to import.
    expect(await post(importPath(seen.importId), undefined, teacherHeaders(OTHER_TEACHER))).toMatchObject({
      code: 'import-lost',
    });
    const made = mustBeOk((await post<ClassCreated>(importPath(seen.importId))) as Answer<ClassCreated>);
    expect(made.id).toBe(classId);
    expect(await exported(away!)).toBe(file);
    expect(await waiting()).toEqual([]);

    expect(await look(file)).toEqual({ ok: false, code: 'class-already-here', classId });
    // To whom it does not belong nothing more is told.
    expect(await look(file, teacherHeaders(OTHER_TEACHER))).toEqual({
      ok: false,
      code: 'class-already-here',
    });
    expect(await post(importPath(seen.importId))).toMatchObject({ code: 'import-lost' });
    await fetch(`${away!.url}${classPath(classId)}`, {
      method: 'DELETE',
      headers: { origin: away!.url, ...teacherHeaders() },
    });
  });

  it('says what is wrong with a file and where, and keeps nothing of it', async () => {
    const broken = file.replace('"kind":"student"', '"kind":"pupil"');
    expect(await look(broken)).toEqual({
      ...{ ok: false, code: 'class-file-invalid' },
      where: { line: 3, kind: null },
    });
    const other = file.replace('花子', '花美');
    expect(await look(other)).toMatchObject({
      code: 'class-file-changed',
      where: { line: 3, kind: 'student' },
    });
    expect(await look(file.slice(0, -40))).toMatchObject({ code: 'class-file-cut' });
    expect(await look('<html>')).toMatchObject({ code: 'class-file-unreadable' });
    expect(await look(file, {})).toMatchObject({ code: 'not-signed-in' });
    expect(await post(importPath(freshId()))).toMatchObject({ code: 'import-lost' });
    expect(await post(importPath('x'))).toMatchObject({ code: 'bad-request' });
    expect(await away!.store.listClasses('teacher-1')).toEqual([]);
    expect(await waiting()).toEqual([]);
  });

  it('refuses two gigabytes by their length, before any of them has come', async () => {
    const answer = await new Promise<{ status: number; code: string }>((resolve, reject) => {
      const request = httpRequest(`${away!.url}${IMPORT_PATH}`, {
        method: 'POST',
        headers: { ...teacherHeaders(), origin: away!.url, 'content-length': 2 * 1024 ** 3 },
      });
      request.on('response', async (response) => {
        let text = '';
        for await (const piece of response) text += piece;
        resolve({ status: response.statusCode!, code: JSON.parse(text).code });
        request.destroy();
      });
      request.on('error', reject);
      request.flushHeaders();
    });
    expect(answer).toEqual({ status: 413, code: 'class-file-too-large' });
    expect(await waiting()).toEqual([]);
  });

  it('leaves nothing of an import that the server did not live to finish', async () => {
    const state = { ...(await home!.store.loadClass(classId))!, teacherId: 'teacher-1' };
    expect(await away!.store.beginImport(state)).toBe('begun');
    mustBeOk((await look(file)) as Answer<ClassSeen>);
    expect(await waiting()).toHaveLength(1);
    await away!.stop();
    away = await startServer(dirs[1]!.dataDir);
    const seen = mustBeOk((await look(file)) as Answer<ClassSeen>);
    expect(await waiting()).toHaveLength(1);
    mustBeOk((await post<ClassCreated>(importPath(seen.importId))) as Answer<ClassCreated>);
    expect(await exported(away)).toBe(file);
  });
});
