import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EXPERIMENT } from '@/people/sample-run';
import { Spool, type UploadFault } from '@/server/verify/spool';

const id = (digit: string) => digit.repeat(32);
let folder: string;
let spool: Spool;
let server: Server;
const outcomes: (UploadFault | null)[] = [];
/** So long that only those who are meant to be too slow are, however busy the disk is. */
const PATIENT = { idleMs: 60_000, wholeMs: 60_000 };
const times = { ...PATIENT };

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'perceptroom-spool-'));
  spool = new Spool(path.join(folder, 'waiting'), times);
  server = createServer((incoming, response) => {
    void spool.receive(id(incoming.url!.slice(1)), incoming, 1_000).then((fault) => {
      outcomes.push(fault);
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

function send(name: string, length: number) {
  const upload = request(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${name}`, {
    method: 'POST',
    headers: { 'content-length': length },
  });
  upload.on('error', () => undefined);
  return upload;
}
async function outcome(): Promise<UploadFault | null> {
  while (outcomes.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  return outcomes.shift()!;
}

it('writes an upload down as it came, and forgets it when it is dropped', async () => {
  const bytes = Buffer.from(Array.from({ length: 500 }, (_, i) => i % 256));
  send('a', 500).end(bytes);
  expect(await outcome()).toBeNull();
  expect(await spool.read(id('a'))).toEqual(bytes);
  await spool.drop(id('a'));
  expect(await spool.read(id('a'))).toBeNull();
});

it('leaves nothing of what is too large, too slow, or breaks off', async () => {
  send('b', 2_000).end(Buffer.alloc(2_000));
  expect(await outcome()).toBe('too-large');
  const silent = send('c', 500);
  times.idleMs = 100;
  silent.write(Buffer.alloc(8));
  expect(await outcome()).toBe('too-slow');
  Object.assign(times, PATIENT, { wholeMs: 400 });
  const trickling = send('d', 500);
  const drops = setInterval(() => trickling.write(Buffer.alloc(1)), 30);
  expect(await outcome()).toBe('too-slow');
  clearInterval(drops);
  Object.assign(times, PATIENT);
  const gone = send('e', 500);
  gone.write(Buffer.alloc(8));
  setTimeout(() => gone.destroy(), 20);
  expect(await outcome()).toBe('broken');
  expect(await readdir(path.join(folder, 'waiting'))).toEqual([]);
});

it('whose sender has gone before anybody listened is broken at once, not slow', async () => {
  times.idleMs = 2_000;
  let told: UploadFault | null | undefined;
  const late = createServer((incoming, response) => {
    incoming.on('error', () => undefined);
    incoming.once('close', () => {
      void spool.receive(id('f'), incoming, 1_000).then((fault) => {
        told = fault;
        response.destroy();
      });
    });
  });
  await new Promise<void>((resolve) => late.listen(0, '127.0.0.1', resolve));
  const upload = request({ port: (late.address() as AddressInfo).port, method: 'POST', host: '127.0.0.1' });
  upload.on('error', () => undefined);
  upload.write(Buffer.alloc(8));
  late.once('request', () => upload.destroy());
  while (told === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
  late.close();
  Object.assign(times, PATIENT);
  expect(told).toBe('broken');
});

it('gives back after a restart what was kept whole, oldest first, and removes the rest', async () => {
  const handedIn = (name: string, submittedAt: number) => ({
    id: id(name),
    classId: id('1'),
    studentId: id('2'),
    runId: id('3'),
    experiment: EXPERIMENT,
    submittedAt,
  });
  for (const [name, at] of [
    ['a', 7],
    ['b', 3],
    ['c', 1],
  ] as const) {
    send(name, 4).end(Buffer.alloc(4));
    expect(await outcome()).toBeNull();
    // The last one was cut off before it was kept.
    if (name !== 'c') await spool.keep(handedIn(name, at));
  }
  await writeFile(path.join(folder, 'waiting', `${id('d')}.json`), '{ "id": ');
  const next = new Spool(path.join(folder, 'waiting'));
  expect((await next.left()).map(({ submittedAt }) => submittedAt)).toEqual([3, 7]);
  expect(await readdir(path.join(folder, 'waiting'))).toHaveLength(4);
  expect(await new Spool(path.join(folder, 'nowhere')).left()).toEqual([]);
});

it('I5: makes no data folder anew where it is gone, and says that it is', async () => {
  const lost = path.join(folder, 'data', 'waiting');
  const nobody = { once: () => undefined } as unknown as Parameters<Spool['receive']>[1];
  await expect(new Spool(lost).receive(id('e'), nobody, 1)).rejects.toMatchObject({ code: 'storage-gone' });
  expect(await readdir(folder)).not.toContain('data');
});
