import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freshId } from '@/people/credentials';
import { handCheckpoint } from '@/people/hand-checkpoint';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs } from '@/people/recording-tab';
import { batch, POINTS_EXPERIMENT, POINTS_WEIGHTS, WEIGHTS } from '@/people/sample-run';
import { studentTab } from '@/people/student';
import { submit } from '@/people/submit';
import type { Credentials } from '@/protocol/attach';
import { EXPORT_NAMES, EXPORTS, type ExportName, exportPath } from '@/protocol/exports';
import { LIMITS } from '@/protocol/limits';
import {
  NETWORK_EXPORT_NAMES,
  NETWORK_EXPORTS,
  networkExportPath,
  POINTS_EXPORT_NAMES,
} from '@/protocol/network-exports';
import { sharesPath, shareTokenSchema } from '@/protocol/share';
import { studentAuthorization } from '@/protocol/submission';
import { authSecret } from '@/server/env';
import { ownPageToken } from '@/server/own-page-token';
import { makeDataDir, OTHER_TEACHER, type RunningServer, startServer, TEACHER } from './class-server';
import { makeClass, teacherHeaders, teacherTab } from './known-teacher';

describe('exports of a class', () => {
  let data: Awaited<ReturnType<typeof makeDataDir>>;
  let server: RunningServer;
  let made: { id: string; code: string };
  let runId: string;
  let student: Credentials;
  beforeAll(async () => {
    data = await makeDataDir();
    server = await startServer(data.dataDir);
    made = await makeClass(server.url);
    const teacher = await teacherTab(server.url, made.code);
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    const { tab, credentials } = await studentTab(server.url, made.code, '花子');
    student = credentials;
    runId = freshId();
    const { epoch } = mustBeOk(await tab.attachRun(runId));
    for (const sequence of [1, 2, 3]) mustBeOk(await tab.append(runId, epoch, batch(sequence)));
    const weights = new Float32Array(WEIGHTS).fill(0.5);
    mustBeOk((await submit(server.url, made.code, runId, credentials, weights)).answer);
    mustBeOk(await teacher.command({ type: 'class:end' }));
  });
  afterEach(closeTabs);
  afterAll(async () => {
    await server.stop();
    await data.remove();
  });

  const ask = (name: ExportName | string, headers: Record<string, string> = teacherHeaders(), named = true) =>
    fetch(`${server.url}${exportPath(made.id, name as ExportName, named)}`, { headers });

  it.each(EXPORT_NAMES)('%s comes as a file, with its name and kind', async (name) => {
    const response = await ask(name);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(EXPORTS[name].contentType);
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="perceptroom-${made.code}-${EXPORTS[name].file}"`,
    );
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(20);
  });

  it('every point that was acknowledged is in the table of points', async () => {
    const lines = (await (await ask('points')).text()).trim().split('\r\n');
    expect(lines).toHaveLength(1 + 6);
    expect(lines[1]).toContain(`${runId},`);
    expect(lines.map((line) => line.split(',')[3])).toEqual(['step', '1', '2', '3', '4', '5', '6']);
  });

  it('the class’s file holds the run, the weights that were handed in, and what all of it hashes to', async () => {
    const records = JSON.parse(await (await ask('class')).text()) as {
      kind: string;
      sha256: string;
      data: Record<string, unknown>;
    }[];
    const of = (kind: string) => records.find((one) => one.kind === kind)?.data;
    expect(of('student')).toMatchObject({ nickname: '花子', membership: 'in' });
    expect(of('run')).toMatchObject({ id: runId, points: 6 });
    const weights = Buffer.from(of('weights')!.float32 as string, 'base64');
    expect([weights.length, weights.readFloatLE(4)]).toEqual([WEIGHTS * 4, 0.5]);
    expect(of('submission')).toMatchObject({ runId, publicAccuracy: 0.5, privateAccuracy: 0.4 });
    const hashes = records.slice(0, -1).map(({ sha256 }) => sha256);
    const digest = createHash('sha256').update(hashes.join('')).digest('hex');
    expect(of('end')).toEqual({ records: hashes.length, digest });
    expect(JSON.stringify(records)).not.toContain('secret');
  });

  it('TensorBoard’s folder has a file for the class and one for the run', async () => {
    const files = unzipSync(new Uint8Array(await (await ask('tensorboard')).arrayBuffer()));
    expect(Object.keys(files)).toHaveLength(2);
  });

  it('without names nobody’s is sent', async () => {
    for (const name of EXPORT_NAMES.filter((one) => one !== 'tensorboard' && one !== 'dataset'))
      expect(await (await ask(name, teacherHeaders(), false)).text(), name).not.toContain('花子');
  });

  it('only an owner may have it, and only what there is', async () => {
    expect((await ask('runs', {})).status).toBe(401);
    expect((await ask('runs', teacherHeaders(OTHER_TEACHER))).status).toBe(403);
    expect((await ask('everything')).status).toBe(400);
  });

  it('is shared by links that its owner makes and takes back; nobody else does', async () => {
    const on = async (method: string, path = '', body?: object, teacherId?: string) =>
      (
        await fetch(`${server.url}${sharesPath(made.id)}${path}`, {
          method,
          headers: { origin: server.url, ...teacherHeaders(teacherId) },
          ...(body && { body: JSON.stringify(body) }),
        })
      ).json();
    const { share, token } = await on('POST', '', { named: false });
    expect(shareTokenSchema.safeParse(token).success).toBe(true);
    const { shares } = await on('GET');
    expect(shares).toEqual([{ ...share, lastSeenAt: null, named: false }]);
    // What opens it is kept nowhere.
    expect(JSON.stringify(shares)).not.toContain(token);
    for (const body of [{}, { named: 'no' }, { named: true, more: 1 }])
      expect(await on('POST', '', body)).toMatchObject({ code: 'bad-request' });
    expect(await on('POST', '', { named: true }, OTHER_TEACHER)).toMatchObject({ code: 'not-your-class' });
    expect(await on('DELETE', `/${share.id}`, undefined, OTHER_TEACHER)).toMatchObject({
      code: 'not-your-class',
    });
    const running = await makeClass(server.url);
    const early = await fetch(`${server.url}${sharesPath(running.id)}`, {
      method: 'POST',
      headers: { origin: server.url, ...teacherHeaders() },
      body: JSON.stringify({ named: false }),
    });
    expect(await early.json()).toMatchObject({ code: 'wrong-phase' });
    for (let more = 0; more < LIMITS.sharesPerClass - 1; more += 1) await on('POST', '', { named: true });
    expect(await on('POST', '', { named: true })).toMatchObject({ code: 'too-many-shares' });
    for (const { id } of (await on('GET')).shares) expect(await on('DELETE', `/${id}`)).toEqual({ ok: true });
    expect((await on('GET')).shares).toEqual([]);
  });

  it('who goes away in the middle leaves the server as it was', async () => {
    const leaving = new AbortController();
    const response = await fetch(`${server.url}${exportPath(made.id, 'points', true)}`, {
      headers: teacherHeaders(),
      signal: leaving.signal,
    });
    leaving.abort();
    await expect(response.text()).rejects.toThrow();
    expect((await ask('runs')).status).toBe(200);
  });

  describe('a run’s network', () => {
    const askFor = (
      name: string,
      {
        headers = teacherHeaders() as Record<string, string>,
        named = false,
        token = null as string | null,
        run = runId,
      } = {},
    ) => fetch(`${server.url}${networkExportPath(run, name as 'onnx', named, token)}`, { headers });

    it.each(NETWORK_EXPORT_NAMES)('%s comes as a file, in the language of who asks', async (name) => {
      const response = await askFor(name, { headers: { ...teacherHeaders(), 'accept-language': 'ja' } });
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe(NETWORK_EXPORTS[name].contentType);
      expect(response.headers.get('content-disposition')).toBe(
        `attachment; filename="perceptroom-${made.code}-${runId.slice(0, 8)}-${NETWORK_EXPORTS[name].file}"`,
      );
      const text = await cardOf(response);
      expect(text).toContain('ネットワーク');
      expect(text).not.toContain('花子');
    });

    it('says whose it is where that is chosen', async () => {
      expect(await cardOf(await askFor('onnx', { named: true }))).toContain('花子');
    });

    it('is its student’s, too, by the link to the own page, and nobody else’s', async () => {
      const asked = await fetch(`${server.url}/api/classes/${made.code}/me`, {
        headers: { authorization: studentAuthorization(student) },
      });
      const { token } = (await asked.json()) as { token: string };
      expect((await askFor('tfjs', { headers: {}, token })).status).toBe(200);
      const other = ownPageToken(authSecret(server.env), { roomId: made.id, studentId: freshId() });
      for (const wrong of [other, `${token.slice(0, -2)}AA`, 'x'])
        expect((await askFor('tfjs', { headers: {}, token: wrong })).status, wrong).toBe(404);
      expect((await askFor('tfjs', { headers: {} })).status).toBe(401);
      expect((await askFor('tfjs', { headers: teacherHeaders(OTHER_TEACHER) })).status).toBe(404);
      expect((await askFor('tfjs', { run: freshId() })).status).toBe(404);
      expect((await askFor('everything')).status).toBe(400);
    });

    it('that was never handed in is not kept, and the answer says so', async () => {
      const { code } = await makeClass(server.url);
      const teacher = await teacherTab(server.url, code);
      mustBeOk(await teacher.command({ type: 'class:begin' }));
      const { tab } = await studentTab(server.url, code, 'Ada');
      const run = freshId();
      mustBeOk(await tab.attachRun(run));
      const response = await askFor('onnx', { run });
      expect([response.status, await response.json()]).toEqual([
        404,
        { ok: false, code: 'network-not-kept' },
      ]);
    });

    it('on points comes from its last moment, in the files that mean something there', async () => {
      const { code } = await makeClass(server.url, TEACHER, 'neural-networks');
      const teacher = await teacherTab(server.url, code);
      mustBeOk(await teacher.command({ type: 'class:begin' }));
      const { tab, credentials } = await studentTab(server.url, code, '花子');
      const run = freshId();
      const about = { experiment: POINTS_EXPERIMENT, backend: 'javascript' as const, startedAt: Date.now() };
      const { epoch } = mustBeOk(await tab.attachRun(run, about));
      mustBeOk(await tab.append(run, epoch, batch(1)));
      expect((await askFor('onnx', { run })).status).toBe(404);
      const weights = Float32Array.from({ length: POINTS_WEIGHTS }, (_, at) => at / 10);
      mustBeOk(
        (await handCheckpoint(server.url, code, { runId: run, step: 2 }, credentials, weights)).answer,
      );
      for (const name of POINTS_EXPORT_NAMES) {
        const response = await askFor(name, { run });
        expect([name, response.status]).toEqual([name, 200]);
        expect(await cardOf(response)).toContain('`x1`');
      }
      const files = unzipSync(new Uint8Array(await (await askFor('safetensors', { run })).arrayBuffer()));
      const file = Buffer.from(files['model.safetensors']!);
      expect(file.readFloatLE(file.length - 4)).toBeCloseTo((POINTS_WEIGHTS - 1) / 10, 5);
      expect((await askFor('tfjs', { run })).status).toBe(404);
    });
  });
});

/** The card beside a network, or the page that it is. */
async function cardOf(response: Response): Promise<string> {
  if (response.headers.get('content-type')?.startsWith('text/html')) return response.text();
  const bytes = new Uint8Array(await response.arrayBuffer());
  return Buffer.from(unzipSync(bytes)['README.md']!).toString('utf8');
}
