import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ServerProcess } from '@/people/server-process';
import { createTeacher, type RegisteredTeacher } from '@/people/teacher';
import { type ClassSeen, IMPORT_PATH, type ImportRefusal, importPath } from '@/protocol/class-import';
import { classPath } from '@/protocol/class-paths';
import type { ClassCreated } from '@/protocol/classes';
import { EXPORT_NAMES, type ExportName, exportPath } from '@/protocol/exports';
import type { Answer } from '@/protocol/refusals';
import { fillNewClass } from './large-class';
import { startMeasuredServer } from './measured-server';
import { highestMemory } from './memory-of';
import { round } from './percentiles';

const MB = 2 ** 20;
/** A slow reader takes so much, and then nothing for a while. */
const TAKEN_FIRST = 4 * MB;
const RESTS_MS = 4_000;

/** What something has cost the server: megabytes held before and at most, seconds, and how long somebody else waited for an answer meanwhile. */
interface Cost {
  seconds: number;
  beforeMb: number;
  highestMb: number;
  othersWaitedMs: number;
}

async function costOf<Result>(
  server: ServerProcess,
  act: () => Promise<Result>,
): Promise<{ result: Result; cost: Cost }> {
  let done = false;
  let longest = 0;
  const others = (async () => {
    while (!done) {
      const asked = performance.now();
      await (await fetch(`${server.origin}/healthz`)).arrayBuffer();
      longest = Math.max(longest, performance.now() - asked);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  })();
  const started = performance.now();
  const { result, beforeMb, highestMb } = await highestMemory(server.servingPid!, act);
  const seconds = (performance.now() - started) / 1000;
  done = true;
  await others;
  const cost = {
    ...{ seconds: round(seconds), beforeMb: Math.round(beforeMb), highestMb: Math.round(highestMb) },
    othersWaitedMs: Math.round(longest),
  };
  return { result, cost };
}

/** Reads a body to its end; a file that is slow to take waits in between. */
async function taken(
  body: Readable,
  into: string | null,
  rests: boolean,
): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  let rested = !rests;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.byteLength;
      if (rested || bytes < TAKEN_FIRST) return done(null, chunk);
      rested = true;
      setTimeout(() => done(null, chunk), RESTS_MS);
    },
  });
  if (into === null)
    await pipeline(body, counted, async (pieces) => {
      for await (const _piece of pieces);
    });
  else await pipeline(body, counted, createWriteStream(into));
  return { bytes, sha256: hash.digest('hex') };
}

async function take(
  teacher: RegisteredTeacher,
  id: string,
  name: ExportName,
  into: string | null = null,
  rests = false,
) {
  const answer = await fetch(`${teacher.url}${exportPath(id, name, true)}`, {
    headers: { cookie: teacher.cookie },
  });
  if (!answer.ok || !answer.body) throw new Error(`${name} answered ${answer.status}`);
  return taken(Readable.fromWeb(answer.body as never), into, rests);
}

/** Sends a file to be looked at; null: its head alone. @param claimed bytes that are said to come; default: as many as do */
function send(
  teacher: RegisteredTeacher,
  body: Readable | null,
  claimed: number,
): Promise<Answer<ClassSeen> | ImportRefusal> {
  return new Promise((resolve, reject) => {
    const headers = {
      ...{ cookie: teacher.cookie, origin: teacher.url, 'content-length': claimed },
      'content-type': 'application/octet-stream',
    };
    const request = httpRequest(`${teacher.url}${IMPORT_PATH}`, { method: 'POST', headers });
    request.on('response', async (response) => {
      let text = '';
      for await (const piece of response) text += piece;
      request.destroy();
      resolve(JSON.parse(text));
    });
    request.on('error', reject);
    request.flushHeaders();
    body?.on('error', () => undefined);
    body?.pipe(request);
  });
}

/** Files that are no class, made of one that is: what is sent, and how many bytes it says that it is. */
function damaged(
  file: string,
  size: number,
): Record<string, () => { body: Readable | null; claimed: number }> {
  const half = Math.floor(size / 2);
  const changed = (at: number, to: (byte: number) => number) => {
    let seen = 0;
    return createReadStream(file).pipe(
      new Transform({
        transform(chunk: Buffer, _encoding, done) {
          const within = at - seen;
          seen += chunk.byteLength;
          if (within >= 0 && within < chunk.byteLength) chunk[within] = to(chunk[within]!);
          done(null, chunk);
        },
      }),
    );
  };
  const head = Buffer.from('[\n');
  return {
    'cut in half': () => ({ body: createReadStream(file, { end: half - 1 }), claimed: half }),
    'one byte changed, near its end': () => ({
      body: changed(size - 2_000, (byte) => byte ^ 1),
      claimed: size,
    }),
    'one line without end': () => ({
      body: Readable.from(
        (function* () {
          yield head;
          for (let sent = head.length; sent < size; sent += MB)
            yield Buffer.alloc(Math.min(MB, size - sent), 0x5b);
        })(),
      ),
      claimed: size,
    }),
    // Refused by its length: nothing of it is sent.
    'said to be 2 GB': () => ({ body: null, claimed: 2 * 1024 * MB }),
  };
}

/**
 * `npm run bench -- files [--only class,points]`: what it costs the server to give a class of 200 students × 10 runs × 500 points away as each of its files, one of
 * them to somebody who is slow to take it, to take it in again as a file, and to refuse what is no class: time, memory, and how long others wait meanwhile.
 */
export async function run(args: string[]): Promise<object> {
  const only = args.includes('--only') ? args[args.indexOf('--only') + 1]!.split(',') : [...EXPORT_NAMES];
  const { server } = await startMeasuredServer();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'perceptroom-files-'));
  const file = path.join(folder, 'class.json');
  try {
    const teacher = await createTeacher(server.origin);
    const { id } = await fillNewClass(server, teacher);
    // A page, as somebody has opened one before: the class is loaded.
    await (
      await fetch(`${server.origin}/review/${id}`, { headers: { cookie: teacher.cookie } })
    ).arrayBuffer();
    const exports: Record<string, Cost & { bytes: number }> = {};
    for (const name of EXPORT_NAMES.filter((one) => only.includes(one))) {
      const { result, cost } = await costOf(server, () => take(teacher, id, name));
      exports[name] = { bytes: result.bytes, ...cost };
    }
    const slowly = await costOf(server, () => take(teacher, id, 'class', null, true));
    const whole = await take(teacher, id, 'class', file);
    const size = statSync(file).size;
    const refused: Record<string, Cost & { code: string }> = {};
    for (const [what, made] of Object.entries(damaged(file, size))) {
      const { body, claimed } = made();
      const { result, cost } = await costOf(server, () => send(teacher, body, claimed));
      body?.destroy();
      refused[what] = { code: result.ok ? 'taken' : result.code, ...cost };
    }
    await teacher.ask('DELETE', classPath(id));
    const looked = await costOf(server, () => send(teacher, createReadStream(file), size));
    if (!looked.result.ok) throw new Error(`The file was refused: ${JSON.stringify(looked.result)}`);
    const { importId } = looked.result;
    const brought = await costOf(server, () =>
      teacher.ask<Answer<ClassCreated>>('POST', importPath(importId)),
    );
    if (!brought.result.ok) throw new Error(`The class was not imported: ${JSON.stringify(brought.result)}`);
    const again = await take(teacher, id, 'class');
    return {
      exports,
      takenSlowly: { bytes: slowly.result.bytes, ...slowly.cost },
      lookedAt: looked.cost,
      imported: brought.cost,
      same: again.sha256 === whole.sha256,
      refused,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await server.remove();
  }
}
