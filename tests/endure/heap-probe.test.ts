import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { freePort } from '@/people/free-port';
import { until } from '@/people/until';
import { HeapReader } from './heap-of';

const REQUESTS = 300;
const LEAK_BYTES = 20_000;

/** How many bytes a server that does nothing holds more after so many requests. */
async function grownBy(leakBytes: number): Promise<number> {
  const reader = new HeapReader();
  const port = await freePort();
  const server = `require('node:http').createServer((request, response) => response.end()).listen(${port}, '127.0.0.1')`;
  const child: ChildProcess = spawn(process.execPath, ['-e', server], {
    env: { ...process.env, ...reader.variables(leakBytes) },
    stdio: 'ignore',
  });
  try {
    const ask = () => fetch(`http://127.0.0.1:${port}`).then(({ ok }) => ok);
    await until('it answers', () => ask().catch(() => false));
    for (let request = 0; request < REQUESTS; request += 1) await ask();
    const before = await reader.ofProcess(child.pid!);
    for (let request = 0; request < REQUESTS; request += 1) await ask();
    return (await reader.ofProcess(child.pid!)).heapMb - before.heapMb;
  } finally {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    reader.remove();
  }
}

it('sees what a server keeps of each request, and nothing where it keeps nothing', async () => {
  const [kept, nothing] = [await grownBy(LEAK_BYTES), await grownBy(0)];
  const planted = (REQUESTS * LEAK_BYTES) / 2 ** 20;
  expect(kept).toBeGreaterThan(0.9 * planted);
  expect(kept).toBeLessThan(1.5 * planted);
  expect(nothing).toBeLessThan(0.1 * planted);
});
