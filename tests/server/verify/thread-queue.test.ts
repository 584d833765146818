import { afterEach, describe, expect, test } from 'vitest';
import { createThreadQueue, type ThreadQueue } from '@/server/verify/thread-queue';
import { fakeThreads } from './fake-threads';

interface Job {
  name: string;
}
interface Done {
  ok: true;
  name: string;
}

const open: ThreadQueue<Job, Done>[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((queue) => queue.close()));
});

function queueWith(limits: { queueLimit?: number; ownerLimit?: number; patienceMs?: number } = {}) {
  const { threads, spawn } = fakeThreads<Job, Done>();
  const queue = createThreadQueue<Job, Done>({
    name: 'test',
    spawn,
    timeoutMs: 60_000,
    queueLimit: 100,
    ...limits,
  });
  open.push(queue);
  const ask = (owner: string, name: string) => queue.run(owner, () => ({ job: { name } }));
  /** Answers until nothing waits; tells the order. */
  const serve = async () => {
    while (queue.length() > 0) {
      threads[0]!.answer({ ok: true, name: threads[0]!.jobs.at(-1)!.name });
      await Promise.resolve();
    }
    return threads[0]!.jobs.map(({ name }) => name);
  };
  return { queue, threads, ask, serve };
}

describe('jobs for a thread', () => {
  test('owners are served in turn, each one’s jobs in their order', async () => {
    const { ask, serve } = queueWith();
    const all = [
      ask('a', 'a1'),
      ask('a', 'a2'),
      ask('a', 'a3'),
      ask('b', 'b1'),
      ask('c', 'c1'),
      ask('b', 'b2'),
    ];
    expect(await serve()).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2']);
    expect((await Promise.all(all)).map((done) => done.ok && done.name)).toEqual([
      'a1',
      'a2',
      'a3',
      'b1',
      'c1',
      'b2',
    ]);
  });

  test('one owner can fill no more than a part of the queue', async () => {
    const { ask, serve, queue } = queueWith({ queueLimit: 3, ownerLimit: 2 });
    const busy = { ok: false, code: 'verifier-busy' };
    const all = [ask('a', 'a1'), ask('a', 'a2'), ask('a', 'a3')];
    expect(await ask('a', 'a4')).toEqual(busy);
    all.push(ask('b', 'b1'));
    expect(await ask('c', 'c1')).toEqual(busy);
    expect(queue.length()).toBe(4);
    await serve();
    expect((await Promise.all(all)).every(({ ok }) => ok)).toBe(true);
    expect(queue.length()).toBe(0);
  });

  test('what has waited too long is refused, and the thread never sees it', async () => {
    const { ask, threads, queue } = queueWith({ patienceMs: 5 });
    const first = ask('a', 'a1');
    expect(await ask('b', 'b1')).toEqual({ ok: false, code: 'verifier-busy' });
    expect(queue.length()).toBe(1);
    threads[0]!.answer({ ok: true, name: 'late but under way' });
    expect(await first).toMatchObject({ ok: true });
    expect(threads[0]!.jobs).toHaveLength(1);
  });

  test('what waits is prepared at its turn; a job that cannot be sent fails alone', async () => {
    const { ask, serve, queue } = queueWith();
    let prepared = 0;
    const first = ask('a', 'a1');
    const broken = queue.run('b', () => {
      prepared += 1;
      throw new Error('no pictures');
    });
    const last = ask('c', 'c1');
    expect(prepared).toBe(0);
    await serve();
    expect(await first).toMatchObject({ ok: true });
    expect(await broken).toEqual({ ok: false, code: 'verifier-failed' });
    expect(await last).toMatchObject({ name: 'c1' });
  });
});
