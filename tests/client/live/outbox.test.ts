import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { Outbox } from '@/client/live/outbox';
import { OutboxDisk } from '@/client/live/outbox-disk';
import { randomId } from '@/client/live/random-id';
import { newBatch, runAttach } from './run-pieces';

const STUDENT = 'a'.repeat(32);
const open: Outbox[] = [];

/** A page of this student; `name` is the browser's database. */
async function page(name: string, studentId = STUDENT, now = Date.now) {
  const outbox = await Outbox.open(studentId, { openDisk: () => OutboxDisk.open(name), now });
  open.push(outbox);
  return outbox;
}

const sequences = (outbox: Outbox, runId: string) =>
  outbox.get(runId)?.batches.map(({ sequence }) => sequence);

describe('the outbox', () => {
  afterEach(async () => {
    for (const outbox of open.splice(0)) outbox.close();
  });

  it('numbers batches without gaps and brings them back after a reload, in order', async () => {
    const name = randomId();
    const before = await page(name);
    const run = runAttach();
    await before.open(run);
    for (let i = 1; i <= 12; i += 1) expect(await before.append(run.runId, newBatch(i))).toBe('kept');
    await before.acknowledge(run.runId, 3);
    // The page dies here: nothing is closed.
    const after = await page(name);
    expect(after.durable).toBe(true);
    expect(sequences(after, run.runId)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(after.get(run.runId)).toMatchObject({
      attach: run,
      acknowledged: 3,
      lastSequence: 12,
      lastStep: 12,
    });
    await after.append(run.runId, newBatch(13));
    expect(sequences(after, run.runId)?.at(-1)).toBe(13);
    expect(after.unsent).toBe(10);
  });

  it('lets the newest page have the run: the one before is told at its next batch, and changes nothing', async () => {
    const name = randomId();
    const older = await page(name);
    const run = runAttach();
    await older.open(run);
    await older.append(run.runId, newBatch(1));
    const newer = await page(name);
    expect(await older.append(run.runId, newBatch(2))).toBe('taken');
    await older.park(run.runId, 'run-stale');
    await newer.append(run.runId, newBatch(3));
    const last = await page(name);
    expect(last.get(run.runId)).toMatchObject({ lastSequence: 2, lastStep: 3, parked: null });
  });

  it.each(['student-banned', 'student-removed'] as const)(
    'tries again in the next page what was given up by %s: the teacher may have forgiven',
    async (code) => {
      const name = randomId();
      const before = await page(name);
      const run = runAttach();
      await before.open(run);
      await before.append(run.runId, newBatch(1));
      await before.park(run.runId, code);
      const after = await page(name);
      expect(after.get(run.runId)).toMatchObject({ parked: null, lastSequence: 1 });
      expect(after.unsent).toBe(1);
    },
  );

  it('forgets a run that has ended and is acknowledged; keeps one that is open', async () => {
    const name = randomId();
    const before = await page(name);
    const [ended, going] = [runAttach(), runAttach()];
    for (const run of [ended, going]) await before.open(run);
    await before.append(ended.runId, newBatch(1, 'finished'));
    await before.append(going.runId, newBatch(1, 'paused'));
    await before.acknowledge(ended.runId, 1);
    await before.acknowledge(going.runId, 1);
    await before.settled();
    const after = await page(name);
    expect(after.list().map(({ attach }) => attach.runId)).toEqual([going.runId]);
    expect(sequences(after, going.runId)).toEqual([]);
    await after.append(going.runId, newBatch(2));
    expect(sequences(after, going.runId)).toEqual([2]);
  });

  it('keeps students of one browser apart, and parked runs from being counted as unsent', async () => {
    const name = randomId();
    const mia = await page(name);
    const run = runAttach();
    await mia.open(run);
    await mia.append(run.runId, newBatch(1));
    expect((await page(name, 'b'.repeat(32))).list()).toEqual([]);
    await mia.park(run.runId, 'class-ended');
    expect(mia.unsent).toBe(0);
    expect((await page(name)).get(run.runId)?.parked).toBe('class-ended');
  });

  it('goes on in memory, and says so, where the browser has no IndexedDB', async () => {
    const outbox = await Outbox.open(STUDENT, {
      openDisk: () => Promise.reject(new Error('private window')),
    });
    const run = runAttach();
    await outbox.open(run);
    expect(await outbox.append(run.runId, newBatch(1))).toBe('kept');
    expect(outbox.durable).toBe(false);
    expect(sequences(outbox, run.runId)).toEqual([1]);
  });

  it('goes on in memory, and says so, when the disk fails in the middle', async () => {
    const disk = await OutboxDisk.open(randomId());
    const outbox = await Outbox.open(STUDENT, { openDisk: async () => disk });
    const run = runAttach();
    await outbox.open(run);
    await outbox.append(run.runId, newBatch(1));
    expect(outbox.durable).toBe(true);
    disk.close();
    expect(await outbox.append(run.runId, newBatch(2))).toBe('kept');
    expect(outbox.durable).toBe(false);
    expect(sequences(outbox, run.runId)).toEqual([1, 2]);
  });

  it('sweeps out what nobody has fetched for a month', async () => {
    const name = randomId();
    const before = await page(name);
    const run = runAttach();
    await before.open(run);
    await before.append(run.runId, newBatch(1));
    const later = () => Date.now() + 31 * 24 * 3_600_000;
    await page(name, 'b'.repeat(32), later);
    expect((await page(name)).list()).toEqual([]);
  });
});
