import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { RenderTurns } from '@/server/http/render-turns';
import { SharedPages } from '@/server/http/shared-pages';
import type { Pages } from '@/server/live/parts';

const BOUNDS = {
  atOnce: 2,
  milliseconds: { perSecond: 1e6, burst: 1e6 },
  waiting: 500,
  longestMs: 10_000,
};

let tidy: (() => void)[] = [];
afterEach(() => {
  for (const one of tidy) one();
  tidy = [];
});

/** A server with pages that take a while and say how often they were made, and for whom. */
async function serve(
  make: (request: IncomingMessage, response: ServerResponse, count: number) => void,
  /** None is ready before so many have asked. */
  atLeast = 0,
) {
  let made = 0;
  let seen = 0;
  const pages: Pages = {
    takeUpgrades: false,
    handle: async (asked, response) => {
      made += 1;
      const count = made;
      do await new Promise((resolve) => setTimeout(resolve, 30));
      while (seen < atLeast);
      make(asked, response, count);
    },
  };
  const turns = new RenderTurns(BOUNDS, () => performance.now());
  const shared = new SharedPages(turns);
  const http = createServer((asked, response) => {
    seen += 1;
    void shared.answer(pages, asked, response, { address: 'school', lane: 'browser' }).then((ok) => {
      if (!ok) response.writeHead(429).end();
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  tidy.push(() => {
    http.closeAllConnections();
    http.close();
    turns.close();
  });
  const { port } = http.address() as AddressInfo;
  const ask = (path: string, headers: Record<string, string> = {}) => {
    const asked = request({ port, path, headers, agent: false });
    const answer = new Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }>(
      (resolve, reject) => {
        asked.on('error', reject);
        asked.on('response', (response) => {
          buffer(response).then(
            (body) => resolve({ status: response.statusCode!, headers: response.headers, body }),
            reject,
          );
        });
      },
    );
    asked.end();
    return { asked, answer };
  };
  return { ask, made: () => made };
}

describe('a page that many ask for at once', () => {
  it('is made for those who came first, and once for all others of a hundred, and the same for all of them', async () => {
    const { ask, made } = await serve((_asked, response) => {
      response.setHeader('vary', 'rsc');
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' });
      const body = gzipSync('<p>あ</p>'.repeat(1_000));
      response.write(body.subarray(0, 10));
      response.end(body.subarray(10));
    }, 100);
    const answers = await Promise.all(Array.from({ length: 100 }, () => ask('/class/ABCDEF').answer));
    expect(made()).toBeLessThanOrEqual(3);
    for (const { status, headers, body } of answers) {
      expect(status).toBe(200);
      expect(headers).toMatchObject({ vary: 'rsc', 'content-type': 'text/html', 'content-encoding': 'gzip' });
      expect(body.equals(answers[0]!.body)).toBe(true);
      expect(Number(headers['content-length'])).toBe(body.length);
    }
  });

  it('is nobody else’s: any other header, address or cookie makes it anew', async () => {
    const { ask } = await serve((asked, response) => response.end(JSON.stringify(asked.headers)));
    const askers: Record<string, string>[] = [
      { 'accept-language': 'ja' },
      { 'accept-language': 'en' },
      { cookie: 'session=ada' },
      { cookie: 'session=bob' },
      { authorization: 'Student ada' },
      { rsc: '1' },
      { host: 'school.example' },
    ];
    const all = Array.from({ length: 4 }, () => askers).flat();
    const answers = await Promise.all(all.map((headers) => ask('/class/ABCDEF', headers).answer));
    for (const [index, { body }] of answers.entries())
      expect(JSON.parse(body.toString())).toMatchObject(all[index]!);
  });

  it('that sets a cookie is given to one alone', async () => {
    const { ask } = await serve((_asked, response, count) => {
      response.setHeader('set-cookie', `session=${count}`);
      response.end('x');
    });
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask('/').answer));
    expect(new Set(answers.map(({ headers }) => headers['set-cookie']![0])).size).toBe(20);
  });

  it('depends on nobody who asked: one who leaves, or who does not read', async () => {
    const body = 'x'.repeat(4_000_000);
    const { ask } = await serve((_asked, response) => response.end(body));
    const first = [ask('/class/ABCDEF'), ask('/class/ABCDEF'), ask('/class/ABCDEF')];
    for (const { asked, answer } of first) {
      answer.catch(() => undefined);
      asked.on('response', (response) => setImmediate(() => response.pause()));
    }
    setTimeout(() => first[2]!.asked.destroy(), 10);
    const { status, body: got } = await ask('/class/ABCDEF').answer;
    expect(status).toBe(200);
    expect(got.length).toBe(body.length);
  });

  it('was never begun before it was asked for', async () => {
    const { ask, made } = await serve((_asked, response, count) => response.end(String(count)));
    const early = ask('/class/ABCDEF').answer;
    while (made() === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    const late = ask('/class/ABCDEF').answer;
    expect((await early).body.toString()).toBe('1');
    expect((await late).body.toString()).toBe('2');
  });

  it('says “nothing new” with nothing behind it', async () => {
    const { ask } = await serve((_asked, response) => {
      response.writeHead(304, { etag: '"a"' });
      response.end();
    });
    const { status, headers, body } = await ask('/', { 'if-none-match': '"a"' }).answer;
    expect(status).toBe(304);
    expect(headers).toMatchObject({ etag: '"a"' });
    expect(headers['content-length']).toBeUndefined();
    expect(body.length).toBe(0);
  });

  it('that fails, fails for those who waited, and not for those who come later', async () => {
    const { ask } = await serve((_asked, response, count) => {
      if (count === 1) response.writeHead(500).end('it failed');
      else response.end('fine');
    });
    expect((await ask('/').answer).status).toBe(500);
    expect((await ask('/').answer).status).toBe(200);
  });
});
