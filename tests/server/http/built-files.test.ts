import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BuiltFiles } from '@/server/http/built-files';

/** Long enough to be worth packing. */
const SCRIPT = 'export const answer = 42;\n'.repeat(200);
let folder: string;
let server: Server;
let origin: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'perceptroom-built-'));
  mkdirSync(path.join(folder, 'chunks'));
  writeFileSync(path.join(folder, 'chunks/a-[b].js'), SCRIPT);
  writeFileSync(path.join(folder, 'letters.woff2'), 'wOF2');
  writeFileSync(path.join(folder, 'notes.txt'), 'not for browsers');
  writeFileSync(path.join(folder, '..', `${path.basename(folder)}.js`), 'outside');
  const files = new BuiltFiles(folder);
  server = createServer((asked, response) => {
    files.answer(asked, response, asked.url!.slice(1)).then((answered) => {
      if (!answered) response.writeHead(404).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
  rmSync(`${folder}.js`, { force: true });
});

interface Answered {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** As it comes, nothing unpacked. */
async function ask(name: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const asked = request(`${origin}/${name}`, { method, headers }, async (response) => {
      const body = Buffer.concat(await response.toArray());
      resolve({ status: response.statusCode, headers: response.headers, body });
    });
    asked.on('error', reject).end();
  });
}

test.each([
  ['gzip, deflate', 'gzip', gunzipSync],
  ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
  ['BR;q=0, GZIP ; q=0.5', 'gzip', gunzipSync],
  ['gzip;q=0', undefined, (bytes: Buffer) => bytes],
  ['*', undefined, (bytes: Buffer) => bytes],
  ['', undefined, (bytes: Buffer) => bytes],
])('to “%s” it answers %s, and the same each time', async (accepted, packing, unpack) => {
  for (let time = 0; time < 2; time += 1) {
    const answer = await ask('chunks/a-%5Bb%5D.js', { 'accept-encoding': accepted });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-encoding']).toBe(packing);
    expect(answer.headers['content-type']).toBe('application/javascript; charset=utf-8');
    expect(answer.headers['cache-control']).toContain('immutable');
    expect(answer.headers.vary).toBe('Accept-Encoding');
    expect(Number(answer.headers['content-length'])).toBe(answer.body.length);
    expect(unpack(answer.body).toString()).toBe(SCRIPT);
    if (packing) expect(answer.body.length).toBeLessThan(SCRIPT.length / 10);
  }
});

test('what the browser has is not sent again; HEAD has no body', async () => {
  const { headers } = await ask('chunks/a-[b].js');
  const again = await ask('chunks/a-[b].js', { 'if-none-match': String(headers.etag) });
  expect([again.status, again.body.length]).toEqual([304, 0]);
  const head = await ask('chunks/a-[b].js', {}, 'HEAD');
  expect([head.status, head.headers['content-length'], head.body.length]).toEqual([
    200,
    String(SCRIPT.length),
    0,
  ]);
});

test('letters are packed already', async () => {
  const answer = await ask('letters.woff2', { 'accept-encoding': 'gzip, br' });
  expect([answer.headers['content-encoding'], answer.headers['content-type']]).toEqual([
    undefined,
    'font/woff2',
  ]);
});

test.each([
  'notes.txt',
  'chunks',
  '',
  'chunks/none.js',
  'letters.woff2/',
  '%',
  'chunks/%00.js',
  `..%2F${'OUTSIDE'}.js`,
  '%2E%2E/OUTSIDE.js',
])('nothing else is here: %s', async (name) => {
  expect((await ask(name.replace('OUTSIDE', path.basename(folder)))).status).toBe(404);
});

test('nobody writes to it', async () => {
  expect((await ask('letters.woff2', {}, 'POST')).status).toBe(404);
});
