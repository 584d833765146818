import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { PoolDrawing } from '@/classroom/pool';
import { packPool } from '@/engine/pool/pool-pack';
import { poolFileSchema } from '@/protocol/pool-file';
import { POOL } from '@/protocol/pool-rules';
import { type Answer, refuse } from '@/protocol/refusals';
import type { LiveClass } from '@/server/live/live-class';
import { readBody } from './read-body';
import { byCode, ownerRoute, type RouteAnswer, studentRoute } from './route';

const squeeze = promisify(gzip);

const PATH = '/api/classes/:code/pool';

/** For the students of the class. */
export const poolRoute = studentRoute({
  method: 'GET',
  path: PATH,
  params: byCode,
  handle: async ({ live, student: { membership }, request, response }) => {
    if (membership !== 'in') return refuse('student-removed');
    return sendTraining(live, request, response);
  },
});

export const poolWallRoute = ownerRoute({
  method: 'GET',
  path: `${PATH}/wall`,
  params: byCode,
  handle: ({ live, request, response }) => withPool(live, () => sendWall(live, request, response)),
});

export const poolFileRoute = ownerRoute({
  method: 'GET',
  path: `${PATH}/file`,
  params: byCode,
  handle: ({ live, response }) => withPool(live, async () => sendFile(live, response)),
});

export const importPoolRoute = ownerRoute({
  method: 'POST',
  path: `${PATH}/file`,
  params: byCode,
  handle: ({ live, request }) => withPool(live, () => takeFile(live, request)),
});

async function withPool(live: LiveClass, answer: () => Promise<RouteAnswer>): Promise<RouteAnswer> {
  if (live.pool.kind === null) return refuse('no-pool');
  await live.pool.ready();
  return answer();
}

/** What may be learnt from: never anything that is held back. */
async function sendTraining(
  live: LiveClass,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<RouteAnswer> {
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

async function sendWall(live: LiveClass, request: IncomingMessage, response: ServerResponse): Promise<null> {
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

async function takeFile(live: LiveClass, request: IncomingMessage): Promise<Answer> {
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
  return file.success ? live.pool.import(file.data) : refuse('pool-file-invalid');
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
