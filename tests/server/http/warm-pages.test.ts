import type { IncomingMessage, ServerResponse } from 'node:http';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { PAGES_TO_WARM, warmPages } from '@/server/http/warm-pages';
import type { Pages } from '@/server/live/parts';

/** Pages that note who asked for what, and answer as they are told. */
function pagesThat(answer: (address: string) => number) {
  const asked: IncomingMessage[] = [];
  const pages: Pages = {
    takeUpgrades: false,
    handle(request: IncomingMessage, response: ServerResponse) {
      asked.push(request);
      response.writeHead(answer(request.url!), { 'content-type': 'text/html' });
      response.end('a page');
    },
  };
  return { pages, asked };
}

function logLines() {
  const lines: Record<string, unknown>[] = [];
  return { lines, log: pino({ base: null }, { write: (line) => lines.push(JSON.parse(line)) }) };
}

test('each page is made once, for nobody: no cookie, no address', async () => {
  const { pages, asked } = pagesThat(() => 200);
  const { lines, log } = logLines();
  expect(await warmPages(pages, log, () => false)).toEqual([...PAGES_TO_WARM]);
  expect(asked.map(({ url }) => url)).toEqual([...PAGES_TO_WARM]);
  expect(asked.map(({ method, headers }) => [method, headers])).toEqual(
    PAGES_TO_WARM.map(() => ['GET', { host: 'localhost' }]),
  );
  expect(lines).toEqual([]);
});

test('a page that cannot be made is logged, and the others are made', async () => {
  const [broken, faulty, ...others] = PAGES_TO_WARM;
  const { pages } = pagesThat((address) => {
    if (address === broken) throw new Error('no such chunk');
    return address === faulty ? 500 : 404;
  });
  const { lines, log } = logLines();
  expect(await warmPages(pages, log, () => false)).toEqual(others);
  expect(lines).toMatchObject([
    { address: broken, err: { message: 'no such chunk' } },
    { address: faulty, err: { message: 'answered 500' } },
  ]);
});

test('it ends with the server, and whatever came meanwhile is done between two pages', async () => {
  const { pages, asked } = pagesThat(() => 200);
  let came = 0;
  const come = () => {
    came += 1;
    if (asked.length < 2) setImmediate(come);
  };
  setImmediate(come);
  expect(await warmPages(pages, logLines().log, () => asked.length === 2)).toEqual(PAGES_TO_WARM.slice(0, 2));
  expect(came).toBeGreaterThanOrEqual(2);
});
