import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Pages } from '@/server/live/parts';
import { type KeptAnswer, KeptResponse } from './kept-response';
import type { RenderTurns } from './render-turns';

/** What proxies number each request with; no page looks at them. */
const NUMBERED = new Set([
  'x-request-id',
  'x-correlation-id',
  'x-amzn-trace-id',
  'traceparent',
  'tracestate',
  'cf-ray',
]);

/** Milliseconds between two makings of the same page: whoever asks without pause gets it five times a second, and the class its processor. */
const REST_MS = 200;

interface WaitingPage {
  readers: ServerResponse[];
  answer: Promise<KeptAnswer | null>;
}

/**
 * Makes pages in their turn, and one for all who wait for the same: those of one address whose requests do not differ in any header, cookies
 * included. So a class that opens its page at once costs one page, and so does a program that asks for it a hundred times. Nobody is given
 * a page whose making began before it was asked for, nor one that sets a cookie for somebody else.
 */
export class SharedPages {
  private readonly connections = new WeakMap<object, string>();
  private connectionCount = 0;

  /** Those whose turn has not come yet. */
  private readonly waiting = new Map<string, WaitingPage>();
  /** Those that have only just been begun. */
  private readonly resting = new Map<string, Promise<void>>();

  constructor(private readonly turns: RenderTurns) {}

  /** False: too many wait. @param from where it comes, and whose turn it takes there */
  async answer(
    pages: Pages,
    request: IncomingMessage,
    response: ServerResponse,
    { address, lane }: { address: string; lane: string },
  ): Promise<boolean> {
    const name = `${address} ${lane}`;
    const key = keyOf(request, address);
    if (key === null) return this.answerAlone(pages, request, response, name);
    let page = this.waiting.get(key);
    if (page) page.readers.push(response);
    else {
      const readers = [response];
      page = { readers, answer: this.make(pages, request, readers, { key, lane: name }) };
      this.waiting.set(key, page);
    }
    const answer = await page.answer;
    if (answer === null) return false;
    if (answer.headers['set-cookie'] !== undefined) return this.answerAlone(pages, request, response, name);
    if (response.destroyed) return true;
    response.writeHead(answer.status, answer.headers);
    response.end(answer.body);
    return true;
  }

  /** Until when the same page is not begun again. */
  private async rest(key: string): Promise<void> {
    await this.resting.get(key);
  }

  private beginRest(key: string): void {
    const over = new Promise<void>((resolve) => {
      setTimeout(() => {
        this.resting.delete(key);
        resolve();
      }, REST_MS).unref();
    });
    this.resting.set(key, over);
  }

  private async make(
    pages: Pages,
    request: IncomingMessage,
    readers: readonly ServerResponse[],
    { key, lane }: { key: string; lane: string },
  ): Promise<KeptAnswer | null> {
    await this.rest(key);
    const done = await this.turns.next(lane, this.connectionOf(request));
    this.waiting.delete(key);
    if (done === null) return null;
    this.beginRest(key);
    if (readers.every((reader) => reader.destroyed)) {
      done();
      return null;
    }
    try {
      const response = new KeptResponse(request);
      const closed = new Promise((resolve) => response.once('close', resolve));
      await pages.handle(request, response);
      await closed;
      if (!response.writableEnded) throw new Error('a page was given up while it was made');
      return response.kept();
    } finally {
      done();
    }
  }

  /** A connection's name: somebody who comes by a new one is before a program that asks again and again. */
  private connectionOf({ socket }: IncomingMessage): string {
    let name = this.connections.get(socket);
    if (name === undefined) {
      this.connectionCount += 1;
      name = String(this.connectionCount);
      this.connections.set(socket, name);
    }
    return name;
  }

  private async answerAlone(
    pages: Pages,
    request: IncomingMessage,
    response: ServerResponse,
    lane: string,
  ): Promise<boolean> {
    const done = await this.turns.next(lane, this.connectionOf(request));
    if (done === null) return false;
    response.once('close', done);
    if (response.destroyed) {
      done();
      return true;
    }
    await pages.handle(request, response);
    // Made, even if not all of it is read yet.
    if (response.writableEnded) done();
    return true;
  }
}

/** All that a page may depend on; null: it may depend on more. */
function keyOf({ method, url, rawHeaders }: IncomingMessage, address: string): string | null {
  if (method !== 'GET') return null;
  const told = rawHeaders.flatMap((name, index) =>
    index % 2 === 0 && !NUMBERED.has(name.toLowerCase())
      ? [`${name.toLowerCase()}: ${rawHeaders[index + 1]}`]
      : [],
  );
  return JSON.stringify([address, url, ...told.sort()]);
}
