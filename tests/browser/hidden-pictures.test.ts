import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { sharedServer } from './shared-server';

const root = fileURLToPath(new URL('../..', import.meta.url));
const HIDDEN = 'server/verify/data/hidden-digits.bin';

const server = sharedServer();

/** Asks for an address as it stands: `fetch` would tidy it first. */
function ask(address: string): Promise<{ status: number; body: Buffer }> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: server.port, path: address }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) }));
    })
      .on('error', reject)
      .end();
  });
}

test.each([
  `/${HIDDEN}`,
  `//${HIDDEN}`,
  `/../${HIDDEN}`,
  `/data/digits/../../../${HIDDEN}`,
  `/data/digits/%2e%2e/%2e%2e/%2e%2e/${HIDDEN}`,
  `/data/digits/..%2f..%2f..%2f${HIDDEN.replaceAll('/', '%2f')}`,
  `/data/digits/..%5c..%5c..%5c${HIDDEN.replaceAll('/', '%5c')}`,
  `/_next/static/../../${HIDDEN}`,
  `/_next/static/%2e%2e/%2e%2e/${HIDDEN}`,
  `/_next/image?url=${encodeURIComponent(`/../${HIDDEN}`)}&w=640&q=75`,
  '/data/digits/hidden-digits.bin',
  '/server/verify/data/reserve-digits.bin',
  '/data/digits/reserve-digits.bin',
  '/dist/server/verify-worker.mjs.map',
])('I10: the hidden pictures are not at %s', async (address) => {
  const { status, body } = await ask(address);
  expect(status).toBeGreaterThanOrEqual(300);
  expect(body.includes(readFileSync(path.join(root, HIDDEN)).subarray(0, 64))).toBe(false);
});

test('I10: nothing that is built for browsers holds hidden pictures, or the way to the server’s sources', () => {
  const built = path.join(root, '.next/static');
  const files = readdirSync(built, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  expect(files.length).toBeGreaterThan(0);
  const start = readFileSync(path.join(root, HIDDEN)).subarray(0, 64);
  for (const { parentPath, name } of files) {
    const content = readFileSync(path.join(parentPath, name));
    expect([name, content.includes(start), content.includes('hidden-digits')]).toEqual([name, false, false]);
  }
});
