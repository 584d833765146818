import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { download, downloadAgain } from '@/engine/download/download';
import { beginWait, heldBack, waitedFor } from '@/engine/download/held-back';

/** A server of which some answers never come, come slowly, or stop in the middle. */
let server: Server;
let origin: string;
const asked: string[] = [];

beforeEach(async () => {
  asked.length = 0;
  server = createServer((request, response) => {
    const path = request.url!;
    asked.push(path);
    if (path === '/never') return;
    if (path === '/later' && asked.length < 3) return;
    response.writeHead(path === '/missing' ? 404 : 200, { 'content-type': 'application/json' });
    if (path === '/stops') return void response.write('{"half":');
    if (path === '/slow') {
      let sent = 0;
      const timer = setInterval(() => {
        response.write(sent === 0 ? '[' : sent < 30 ? ' ' : '1]');
        sent += 1;
        if (sent > 30) {
          clearInterval(timer);
          response.end();
        }
      }, 40);
      return;
    }
    response.end('{"ok":true}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  vi.useRealTimers();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

describe('a download', () => {
  test('that is never answered, or stops in the middle, is given up', async () => {
    await expect(download(`${origin}/never`, {}, { stallMs: 150 })).rejects.toThrow(/held back/);
    await expect(download(`${origin}/stops`, {}, { stallMs: 150 })).rejects.toThrow(/held back/);
  });

  test('control: without the watch it is waited for without end', async () => {
    const abort = new AbortController();
    const plain = fetch(`${origin}/never`, { signal: abort.signal }).then(
      () => 'came',
      () => 'aborted',
    );
    const first = await Promise.race([
      plain,
      new Promise((resolve) => setTimeout(() => resolve('waits'), 600)),
    ]);
    expect(first).toBe('waits');
    abort.abort();
    await plain;
  });

  test('that is slow but goes on coming is waited for, however long it takes', async () => {
    const response = await download(`${origin}/slow`, {}, { stallMs: 1_000 });
    expect(await response.json()).toEqual([1]);
  });

  test('is what it was: status and words', async () => {
    const missing = await download(`${origin}/missing`);
    expect([missing.status, missing.ok, await missing.json()]).toEqual([404, false, { ok: true }]);
  });

  test('that was held back is tried again and goes on', async () => {
    const response = await downloadAgain(`${origin}/later`, {}, { stallMs: 500 });
    expect(await response.json()).toEqual({ ok: true });
    expect(asked).toHaveLength(3);
  });

  test('ends when whoever wanted it no longer does', async () => {
    const abort = new AbortController();
    const running = download(`${origin}/never`, { signal: abort.signal });
    abort.abort();
    await expect(running).rejects.toThrow();
  });
});

describe('what is told', () => {
  test('only after seconds in which nothing came, and no longer than that', async () => {
    vi.useFakeTimers();
    const heard: boolean[] = [];
    const stop = heldBack.subscribe(() => heard.push(heldBack.read()));
    const wait = beginWait();
    await vi.advanceTimersByTimeAsync(7_000);
    wait.moved();
    await vi.advanceTimersByTimeAsync(7_000);
    expect(heard).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(heard).toEqual([true]);
    wait.moved();
    expect(heldBack.read()).toBe(false);
    await vi.advanceTimersByTimeAsync(8_000);
    expect(heldBack.read()).toBe(true);
    wait.over();
    expect(heldBack.read()).toBe(false);
    stop();
  });

  test('of several things until the last has come', async () => {
    vi.useFakeTimers();
    let come: (value: string) => void = () => {};
    const first = waitedFor(
      new Promise<string>((resolve) => {
        come = resolve;
      }),
    );
    const second = beginWait();
    await vi.advanceTimersByTimeAsync(8_000);
    come('here');
    expect(await first).toBe('here');
    expect(heldBack.read()).toBe(true);
    second.over();
    expect(heldBack.read()).toBe(false);
  });
});
