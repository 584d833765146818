import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { inTime, openBrowserDatabase } from '@/client/live/browser-database';
import { keptHere, noteNotKept } from '@/client/live/kept-here';
import { type NewBatch, Outbox } from '@/client/live/outbox';
import type { OutboxDisk } from '@/client/live/outbox-disk';
import { sturdyStorage } from '@/client/live/text-storage';
import { BenchStorage } from '@/client/training/bench-storage';
import { lossAt } from '@/client/ui/kept-notice';
import type { RunAttach } from '@/protocol/run';

const throws = () => {
  throw new Error('The operation is insecure.');
};
const RUN: RunAttach = {
  runId: 'a'.repeat(32),
  experiment: {
    dataset: 'digits',
    examples: 640,
    network: { kind: 'dense', hidden: [], activation: 'relu' },
    loss: 'cross-entropy',
    optimizer: 'sgd',
    learningRate: 0.1,
    batchSize: 64,
    epochs: 5,
    l2: 0,
    seed: 1,
  },
  backend: 'cpu',
  startedAt: 1,
};
const BATCH: NewBatch = { points: [], state: 'training', report: null };

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a database', () => {
  test('that throws at mere reading is a rejection', async () => {
    vi.stubGlobal('indexedDB', undefined);
    Object.defineProperty(globalThis, 'indexedDB', { get: throws, configurable: true });
    await expect(openBrowserDatabase('x', 1, {})).rejects.toThrow();
    const storage = new BenchStorage();
    await storage.save('key', { runId: 'r' } as never);
    expect(await storage.load('key')).toEqual({ runId: 'r' });
    const outbox = await Outbox.open('student');
    expect(outbox.durable).toBe(false);
    Reflect.deleteProperty(globalThis, 'indexedDB');
    expect(keptHere.read().has('data')).toBe(true);
  });

  test('that never answers is given up', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('IDBRequest', EventTarget);
    vi.stubGlobal('indexedDB', { open: () => new EventTarget() });
    const opening = openBrowserDatabase('x', 1, {});
    const given = expect(opening).rejects.toThrow('does not answer');
    await vi.advanceTimersByTimeAsync(3_000);
    await given;
  });

  test('whose writes never end is given up, and every batch is kept in memory in its order', async () => {
    vi.useFakeTimers();
    let closed = false;
    const never = () => new Promise<never>(() => {});
    const disk = { claim: async () => [], create: never, append: never, close: () => (closed = true) };
    const outbox = await Outbox.open('student', { openDisk: async () => disk as unknown as OutboxDisk });
    const opened = outbox.open(RUN);
    const first = outbox.append(RUN.runId, BATCH);
    const second = outbox.append(RUN.runId, BATCH);
    await vi.advanceTimersByTimeAsync(3_000);
    await opened;
    expect(await first).toBe('kept');
    expect(await second).toBe('kept');
    expect(outbox.get(RUN.runId)?.batches.map(({ sequence }) => sequence)).toEqual([1, 2]);
    expect(outbox.durable).toBe(false);
    expect(closed).toBe(true);
  });

  test('that answers in time is waited for', async () => {
    expect(await inTime(Promise.resolve('there'))).toBe('there');
  });
});

describe('texts', () => {
  beforeEach(() => vi.resetModules());

  test('are kept for the page where storage throws, each time or later on', () => {
    const storage = sturdyStorage(throws);
    storage.setItem('key', 'value');
    expect(storage.getItem('key')).toBe('value');
    storage.removeItem('key');
    expect(storage.getItem('key')).toBe(null);
    const full = sturdyStorage(() => ({ getItem: () => null, setItem: throws, removeItem: throws }));
    full.setItem('key', 'value');
    expect(full.getItem('key')).toBe('value');
    expect(keptHere.read().has('texts')).toBe(true);
  });
});

describe('what is said', () => {
  test('is what somebody at this address would miss', () => {
    expect(lossAt('/class/ABCDEF', new Set(['texts', 'data']))).toBe('student');
    expect(lossAt('/class/ABCDEF', new Set(['data']))).toBe('points');
    expect(lossAt('/join/ABCDEF', new Set(['texts']))).toBe('student');
    expect(lossAt('/learn/loss', new Set(['data']))).toBe('alone');
    expect(lossAt('/lab', new Set(['texts']))).toBe('alone');
    expect(lossAt('/teach/sign-in', new Set(['cookies']))).toBe('teacher');
    expect(lossAt('/teach', new Set(['texts', 'data']))).toBe(null);
    expect(lossAt('/class/ABCDEF', new Set(['cookies']))).toBe(null);
    expect(lossAt('/screen/ABCDEF', new Set(['texts', 'data', 'cookies']))).toBe(null);
  });

  test('is said once, whoever finds it out again', async () => {
    let told = 0;
    const stop = keptHere.subscribe(() => {
      told += 1;
    });
    noteNotKept('cookies');
    noteNotKept('cookies');
    await Promise.resolve();
    stop();
    expect(told).toBe(1);
    expect(keptHere.read().has('cookies')).toBe(true);
  });
});
