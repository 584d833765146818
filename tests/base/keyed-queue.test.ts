import { expect, test } from 'vitest';
import { KeyedQueue } from '@/base/keyed-queue';

test('things of one key follow each other, those of another do not wait, and a failure is its own', async () => {
  const queue = new KeyedQueue();
  const done: string[] = [];
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const first = queue.run('a', async () => {
    await gate;
    done.push('a1');
    throw new Error('no');
  });
  const second = queue.run('a', () => void done.push('a2'));
  await queue.run('b', () => void done.push('b1'));
  expect(done).toEqual(['b1']);
  open();
  await expect(first).rejects.toThrow('no');
  await second;
  expect(done).toEqual(['b1', 'a1', 'a2']);
});
