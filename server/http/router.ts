import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, type RefusalCode, refuse } from '@/protocol/refusals';
import { storageRefusal } from '@/protocol/storage';
import type { EventParts } from '@/server/live/event';
import { ElsewhereError } from '@/server/store/elsewhere';
import { refusalOf } from '@/server/store/storage-trouble';
import type { HandOn } from './hand-on';
import { leadOn } from './lead-on';
import { answerHeaders } from './page-policy';
import { answerPage, isFile, type PageParts } from './pages';
import { isOwnAddress, isReadable } from './readable-address';
import { refusedWith, respond, respondJson } from './respond';
import type { RouteAnswer } from './route';
import { findRoute } from './routes';

/** What the operator's addresses need to know. */
export interface Health {
  isStopping(): boolean;
  metrics(): Promise<{ contentType: string; text: string }>;
  /** Told of each request that was answered, by what was asked for. */
  answered(route: string, milliseconds: number, status: number): void;
  /** Told of each that was refused. */
  refused(code: RefusalCode): void;
  /** Where there are several nodes. */
  handOn: HandOn | null;
}

/** Makes the handler of every plain HTTP request: own routes first, then the pages. It never throws. */
export function createRouter(parts: PageParts, health: Health) {
  const headers = Object.entries(answerHeaders(parts.env));
  return (request: IncomingMessage, response: ServerResponse): void => {
    for (const [name, value] of headers) response.setHeader(name, value);
    response.once('finish', () => {
      const code = refusedWith(response);
      if (code !== undefined) health.refused(code);
    });
    void route(parts, health, request, response).catch((error: unknown) => {
      if (error instanceof ElsewhereError) {
        handOn(parts, health, error, request, response);
        return;
      }
      const refusal = refusalOf(error);
      if (!refusal) parts.log.error({ err: error, method: request.method }, 'a request could not be handled');
      respond(response, refusal ?? refuse('internal'));
    });
  };
}

/** What is about a class that is live at another node is answered there. One that was handed on already is asked again by whoever sent it. */
function handOn(
  { env }: PageParts,
  { handOn: nodes }: Health,
  { owner }: ElsewhereError,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (!nodes || nodes.isFromNode(request)) respond(response, refuse('server-stopping'));
  else nodes.to(owner, request, response, env.trustedProxies.addressOf(request));
}

async function route(
  parts: PageParts,
  health: Health,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // A request line may hold anything.
  if (!isOwnAddress(request.url ?? '/')) return respond(response, refuse('bad-request'));
  const url = new URL(request.url ?? '/', 'http://host');
  if (url.pathname.startsWith('/api/') && !isReadable(url.pathname))
    return respond(response, refuse('bad-request'));
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
  const begun = performance.now();
  const measureAs = (name: string) =>
    response.once('finish', () => health.answered(name, performance.now() - begun, response.statusCode));
  if (url.pathname.startsWith('/api/auth/')) {
    measureAs('accounts');
    return parts.auth.handleAuth(request, response);
  }
  const found = findRoute(request.method, url);
  if (found !== null) {
    measureAs(found === 'none' ? 'unknown' : `${found.route.method} ${found.route.path}`);
    const answer = await answerRoute(parts, health, found, request, response);
    if (answer === null) return;
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
  if (parts.pages) {
    if (!isFile(url.pathname)) measureAs('pages');
    return answerPage(parts, parts.pages, request, response, url);
  }
  respondJson(response, 404, refuse('bad-request'));
}

/** 202: taken, and not yet decided. */
function okStatus({ method }: IncomingMessage, answer: Answer): number {
  if (method !== 'POST') return 200;
  return 'waiting' in answer ? 202 : 201;
}

async function answerRoute(
  parts: EventParts,
  health: Health,
  found: NonNullable<ReturnType<typeof findRoute>>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<RouteAnswer> {
  if (health.isStopping()) return refuse('server-stopping');
  if (found === 'none') return refuse('bad-request');
  if (found.route.mayAsk?.(parts) === false) return refuse('rate-limited');
  return found.route.answer({ parts, request, response }, found.params);
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
