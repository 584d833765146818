import type { IncomingMessage, ServerResponse } from 'node:http';
import { classIdSchema } from '@/protocol/classes';
import { type Answer, refuse } from '@/protocol/refusals';
import { roomCodeSchema } from '@/protocol/room-code-schema';
import { idSchema } from '@/protocol/run';
import { storageRefusal } from '@/protocol/storage';
import type { EventParts } from '../live/event';
import { refusalOf } from '../store/storage-trouble';
import { deleteClass, deleteStudent, getEntrance, postClass } from './class-routes';
import { leadOn } from './lead-on';
import { deleteOwner, getOwners, postOwner } from './owner-routes';
import { answerPage } from './pages';
import { answerPool } from './pool-routes';
import { respond, respondJson } from './respond';
import { getSubmission, postSubmission } from './submissions';

/** What the operator's addresses need to know. */
export interface Health {
  isStopping(): boolean;
  metrics(): Promise<{ contentType: string; text: string }>;
}

/** Makes the handler of every plain HTTP request: own routes first, then the pages. It never throws. */
export function createRouter(parts: EventParts, health: Health) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    void route(parts, health, request, response).catch((error: unknown) => {
      const refusal = refusalOf(error);
      if (!refusal) parts.log.error({ err: error, method: request.method }, 'a request could not be handled');
      respond(response, refusal ?? refuse('internal'));
    });
  };
}

async function route(
  parts: EventParts,
  health: Health,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // `URL` throws on what is no address; a request line may hold anything.
  if (!URL.canParse(request.url ?? '/', 'http://host')) return respond(response, refuse('bad-request'));
  const url = new URL(request.url ?? '/', 'http://host');
  switch (url.pathname) {
    case '/healthz':
      return respondJson(response, 200, { ok: true });
    case '/readyz':
      return answerReadiness(parts, health, response);
    case '/metrics': {
      const { contentType, text } = await health.metrics();
      response.writeHead(200, { 'content-type': contentType, 'cache-control': 'no-store' });
      response.end(text);
      return;
    }
  }
  if (url.pathname.startsWith('/api/auth/')) return parts.auth.handleAuth(request, response);
  if (!health.isStopping() && (await answerPool(parts, request, response, url))) return;
  if (url.pathname === '/api/classes' || url.pathname.startsWith('/api/classes/')) {
    const answer = health.isStopping()
      ? refuse('server-stopping')
      : await classRoute(parts, request, url, url.pathname.split('/').slice(3));
    // A body that nobody wanted is not read on: the connection ends with the answer.
    if (!answer.ok && !request.complete) response.setHeader('connection', 'close');
    return respond(response, answer, okStatus(request, answer));
  }
  const meant = request.method === 'GET' || request.method === 'HEAD' ? leadOn(url.pathname) : null;
  if (meant !== null) {
    response.writeHead(307, { location: `${meant}${url.search}`, 'cache-control': 'no-store' });
    response.end();
    return;
  }
  if (parts.pages) return answerPage(parts, parts.pages, request, response, url);
  respondJson(response, 404, refuse('bad-request'));
}

/** 202: taken, and not yet decided. */
function okStatus({ method }: IncomingMessage, answer: Answer): number {
  if (method !== 'POST') return 200;
  return 'waiting' in answer ? 202 : 201;
}

/** `segments`: what stands behind `/api/classes/`. */
async function classRoute(
  parts: EventParts,
  request: IncomingMessage,
  url: URL,
  segments: string[],
): Promise<Answer> {
  const [first, second, third] = segments;
  const route = `${request.method} ${segments.length}`;
  if (route === 'POST 0') return postClass(parts, request);
  if (route === 'POST 2' && second === 'submissions')
    return postSubmission(parts, request, decode(first!), url.searchParams.get('run'));
  if (route === 'GET 2' && second === 'submissions')
    return getSubmission(parts, request, decode(first!), url.searchParams.get('id'));
  if (route === 'GET 1') {
    const code = roomCodeSchema.safeParse(decode(first!));
    return code.success ? getEntrance(parts, request, code.data) : refuse('unknown-code');
  }
  const id = classIdSchema.safeParse(first);
  if (!id.success) return refuse('bad-request');
  if (second === 'owners') {
    if (route === 'GET 2') return getOwners(parts, request, id.data);
    if (route === 'POST 2') return postOwner(parts, request, id.data);
    if (route === 'DELETE 3') return deleteOwner(parts, request, id.data, decode(third!));
  }
  if (route === 'DELETE 1') return deleteClass(parts, request, id.data);
  if (route === 'DELETE 3' && second === 'students') {
    const studentId = idSchema.safeParse(third);
    return studentId.success ? deleteStudent(parts, request, id.data, studentId.data) : refuse('bad-request');
  }
  return refuse('bad-request');
}

async function answerReadiness(parts: EventParts, health: Health, response: ServerResponse): Promise<void> {
  if (health.isStopping()) return respondJson(response, 503, refuse('server-stopping'));
  const { state } = parts.storage;
  // A lock may hold the database up for longer than whoever asks would wait.
  if (state !== 'ok') return respondJson(response, 503, refuse(storageRefusal(state)));
  try {
    await parts.store.ping();
    respondJson(response, 200, { ok: true });
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) parts.log.error({ err: error }, 'the database does not answer');
    respondJson(response, 503, refusal ?? refuse('internal'));
  }
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return '';
  }
}
