import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { sharedServer } from '@/tests/browser/shared-server';

/** Addresses that are none, in places where the pages and the API expect something. Nothing of them is a fault of the server. */
const server = sharedServer();

/** As the request line has it: `fetch` would put it right. */
async function ask(target: string, method = 'GET'): Promise<{ status: number; whole: string }> {
  const { hostname, port } = new URL(server.origin);
  const line = connect(Number(port), hostname);
  line.write(`${method} ${target} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: close\r\n\r\n`);
  const whole = await text(line);
  return { status: Number(whole.split(' ', 2)[1]), whole };
}

const PLACES = [
  '/',
  '/review/',
  '/me/',
  '/shared/x',
  '/learn/',
  '/lab/',
  '/teach/',
  '/assist/',
  '/api/classes/',
];
const UNREADABLE = ['%', '%2', '%E0%A4%A', '%FF', '%C0%AE', 'a%00b'];

test.each(PLACES)('what cannot be read is a bad request: %s', async (place) => {
  for (const part of UNREADABLE) {
    const { status, whole } = await ask(place + part);
    expect([place + part, status]).toEqual([place + part, 400]);
    // A page for people, with the way on; a refusal for programs.
    expect(whole).toContain(place.startsWith('/api/') ? '"bad-request"' : '<html');
  }
});

test.each([
  '*',
  '//evil.example',
  '//evil.example/%',
  '/\\evil.example',
  'http://evil.example/',
  '/review/\\',
])('what names another host, or nothing, is a bad request and leads nowhere: %s', async (target) => {
  for (const method of ['GET', 'HEAD', 'POST', 'OPTIONS']) {
    const { status, whole } = await ask(target, method);
    expect([method, status]).toEqual([method, 400]);
    expect(whole).not.toContain('evil.example');
  }
});

test('what people mistype is still understood', async () => {
  for (const [target, location] of [
    ['/class/%E3%80%80', '/'],
    ['/join/%FF', '/'],
  ])
    expect((await ask(target!)).whole).toContain(`location: ${location}`);
});
