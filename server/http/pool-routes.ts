import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { PoolDrawing } from '@/classroom/pool';
import { packPool } from '@/engine/pool/pool-pack';
import { POOL } from '@/protocol/pool';
import { poolFileSchema } from '@/protocol/pool-file';
import { type Answer, type Refusal, refuse } from '@/protocol/refusals';
import { roomCodeSchema } from '@/protocol/room-code-schema';
import type { EventParts } from '../live/event';
import type { LiveClass } from '../live/live-class';
import { readBody } from './read-body';
import { respond } from './respond';
import { studentOf } from './student-of';
import { ownedClass } from './teacher-of';

const squeeze = promisify(gzip);

/** Answers what is asked of a class's pool (protocol/pool `poolPaths`); false: the address is none of these. */
export async function answerPool(
  parts: EventParts,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<boolean> {
  const match = /^\/api\/classes\/([^/]+)\/pool(?:\/(wall|file))?$/.exec(url.pathname);
  if (!match) return false;
  const code = roomCodeSchema.safeParse(match[1]);
  const refusal = code.success
    ? await route(parts, request, response, code.data, match[2])
    : refuse('unknown-code');
  if (refusal) {
    // A body that nobody wanted is not read on: the connection ends with the answer.
    if (!request.complete) response.setHeader('connection', 'close');
    respond(response, refusal);
  }
  return true;
}

async function route(
  parts: EventParts,
  request: IncomingMessage,
  response: ServerResponse,
  code: string,
  what: string | undefined,
): Promise<Answer | null> {
  if (what === undefined) {
    if (request.method !== 'GET') return refuse('bad-request');
    const student = await studentOf(parts, request, code);
    if (!student.ok) return student;
    const { membership } = student.student;
    if (membership !== 'in') return refuse(membership === 'waiting' ? 'student-waiting' : 'student-removed');
    return sendTraining(student.live, request, response);
  }
  const owned = await ownedClass(parts, request, (classes) => classes.byCode(code));
  if (!owned.ok) return owned;
  const { live } = owned;
  if (live.pool.kind === null) return refuse('no-pool');
  await live.pool.ready();
  if (what === 'wall' && request.method === 'GET') return sendWall(live, request, response);
  if (what === 'file' && request.method === 'GET') return sendFile(live, response);
  if (what === 'file' && request.method === 'POST') return takeFile(live, request, response);
  return refuse('bad-request');
}

/** What may be learnt from: never anything that is held back. */
async function sendTraining(
  live: LiveClass,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Refusal | null> {
  if (live.pool.kind === null) return refuse('no-pool');
  await live.pool.ready();
  const etag = `"${live.pool.version}"`;
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag, 'cache-control': 'private, no-cache' });
    response.end();
    return null;
  }
  const wanted = wantsGzip(request);
  writeBinary(response, wanted ? await squeezedTraining(live) : packedTraining(live), wanted, etag);
  return null;
}

function packedTraining(live: LiveClass): Uint8Array<ArrayBuffer> {
  const { counts, labels } = live.pool.tell();
  const drawings = live.pool.all().filter(({ heldBack }) => !heldBack);
  return packed(drawings, { labelCount: counts.length, labels });
}

/** What a class may learn from, made once for all who fetch it: a whole class does at the same moment, and slow lines hold it long. */
const squeezed = new WeakMap<LiveClass, { version: string; body: Promise<Uint8Array> }>();

function squeezedTraining(live: LiveClass): Promise<Uint8Array> {
  const { version } = live.pool;
  const known = squeezed.get(live);
  if (known?.version === version) return known.body;
  const body = squeeze(packedTraining(live), { level: constants.Z_BEST_SPEED });
  squeezed.set(live, { version, body });
  body.catch(() => squeezed.delete(live));
  return body;
}

async function sendWall(
  live: LiveClass,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Refusal | null> {
  const drawings = live.pool.all();
  const extra = {
    pool: live.pool.tell(),
    drawings: drawings.map(({ id, studentId, heldBack }) => ({ id, studentId, heldBack })),
  };
  await sendBinary(request, response, packed(drawings, extra), `"${live.pool.version}"`);
  return null;
}

function sendFile(live: LiveClass, response: ServerResponse): null {
  const body = Buffer.from(JSON.stringify(live.pool.export()));
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.byteLength,
    'content-disposition': `attachment; filename="perceptroom-drawings-${live.code}.json"`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
  return null;
}

async function takeFile(
  live: LiveClass,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Refusal | null> {
  const body = await readBody(request, POOL.fileBytes);
  if (body === 'too-large') return refuse('upload-too-large');
  if (body === 'broken') return refuse('bad-request');
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return refuse('pool-file-invalid');
  }
  const file = poolFileSchema.safeParse(value);
  if (!file.success) return refuse('pool-file-invalid');
  const imported = await live.pool.import(file.data);
  if (!imported.ok) return imported;
  respond(response, imported, 201);
  return null;
}

function packed(drawings: readonly PoolDrawing[], extra: object): Uint8Array<ArrayBuffer> {
  const pixels = new Uint8Array(drawings.length * POOL.pixels);
  drawings.forEach((drawing, index) => {
    pixels.set(drawing.pixels, index * POOL.pixels);
  });
  return packPool({ labels: Uint8Array.from(drawings, ({ label }) => label), pixels, extra });
}

/** Compressed by a thread of Node's pool: drawings are mostly paper, a tenth is left. */
async function sendBinary(
  request: IncomingMessage,
  response: ServerResponse,
  bytes: Uint8Array<ArrayBuffer>,
  etag: string,
): Promise<void> {
  const wanted = wantsGzip(request);
  writeBinary(
    response,
    wanted ? await squeeze(bytes, { level: constants.Z_BEST_SPEED }) : bytes,
    wanted,
    etag,
  );
}

const wantsGzip = (request: IncomingMessage) =>
  /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));

function writeBinary(response: ServerResponse, body: Uint8Array, isGzip: boolean, etag: string): void {
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-length': body.byteLength,
    ...(isGzip ? { 'content-encoding': 'gzip' } : {}),
    vary: 'accept-encoding, authorization, cookie',
    etag,
    'cache-control': 'private, no-cache',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}
