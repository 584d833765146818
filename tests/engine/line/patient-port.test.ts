import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Caller } from '@/base/line/caller';
import type { Sign } from '@/base/line/messages';
import { heldBack } from '@/engine/download/held-back';
import { PatientPort } from '@/engine/line/patient-port';
import { PortPair } from '@/tests/base/line/port-pair';

interface Requests {
  begin: { input: null; answer: string };
  train: { input: null; answer: string };
}
type Told = { type: 'told' };

/** Workers that say nothing by themselves. */
let workers: PortPair[];
let heard: unknown[];
const start = () => {
  const worker = new PortPair();
  workers.push(worker);
  return worker.page;
};

function patient(replays = false): Caller<Requests, Told> {
  return new Caller<Requests, Told>(new PatientPort(start, replays, 20_000), {
    refused: () => new Error('refused'),
    onEvent: (event) => heard.push(event),
  });
}

const say = (worker: number, type: Sign['type'] | 'told') => workers[worker]!.worker.post({ type }, []);
const asked = (worker: number) =>
  workers[worker]!.page.sent.map((message) => (message as { name: string }).name);
/** Answers the newest request of a worker. */
const answer = (worker: number, value: string) => {
  const { id } = workers[worker]!.page.sent.at(-1) as { id: number };
  workers[worker]!.worker.post({ type: 'answer', id, value }, []);
};

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  heard = [];
});

afterEach(() => {
  vi.useRealTimers();
  expect(heldBack.read()).toBe(false);
});

test('a worker whose code does not come is told, then started anew with what it was asked', async () => {
  const line = patient();
  const begun = line.ask('begin', null);
  await vi.advanceTimersByTimeAsync(7_000);
  expect(heldBack.read()).toBe(false);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(heldBack.read()).toBe(true);
  await vi.advanceTimersByTimeAsync(12_000);
  expect(workers.map(({ ends }) => ends)).toEqual([1, 0]);
  const trained = line.ask('train', null);
  say(1, 'listening');
  expect(heldBack.read()).toBe(false);
  expect(asked(1)).toEqual(['begin', 'train']);
  answer(1, 'trained');
  expect(await trained).toBe('trained');
  say(1, 'told');
  expect(heard).toEqual([{ type: 'told' }]);
  line.close(new Error('over'));
  expect(workers[1]!.ends).toBe(1);
  await expect(begun).rejects.toThrow('over');
});

test('what the worker before says late is not heard', async () => {
  const line = patient();
  const begun = line.ask('begin', null);
  await vi.advanceTimersByTimeAsync(21_000);
  // Its message was on the way when it was ended.
  workers[0]!.ends = 0;
  say(0, 'listening');
  workers[0]!.die();
  expect([line.listens, asked(1)]).toEqual([false, []]);
  say(1, 'listening');
  answer(1, 'begun');
  expect(await begun).toBe('begun');
  line.close(new Error('over'));
});

test('each try is given twice as long', async () => {
  const line = patient();
  await vi.advanceTimersByTimeAsync(20_000 + 40_000 + 1_000);
  expect(workers).toHaveLength(3);
  line.close(new Error('over'));
  await vi.advanceTimersByTimeAsync(600_000);
  expect(workers).toHaveLength(3);
});

test('one that has begun is never started anew, however long it is silent', async () => {
  const line = patient();
  line.ask('begin', null).catch(() => {});
  say(0, 'listening');
  await vi.advanceTimersByTimeAsync(600_000);
  say(0, 'fetching');
  await vi.advanceTimersByTimeAsync(600_000);
  expect(workers).toHaveLength(1);
  // But that it waits for something is told.
  expect(heldBack.read()).toBe(true);
  say(0, 'fetched');
  expect(heldBack.read()).toBe(false);
  expect(heard).toEqual([]);
  line.close(new Error('over'));
});

test('one with one question may be asked again while it fetches, not while it works', async () => {
  const line = patient(true);
  const begun = line.ask('begin', null);
  say(0, 'listening');
  say(0, 'fetching');
  await vi.advanceTimersByTimeAsync(21_000);
  say(1, 'listening');
  expect([asked(0), asked(1)]).toEqual([['begin'], ['begin']]);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(workers).toHaveLength(2);
  answer(1, 'begun');
  expect(await begun).toBe('begun');
  line.close(new Error('over'));
});

test('one that dies is told to be dead, and not started anew', async () => {
  const line = patient();
  const begun = line.ask('begin', null);
  workers[0]!.die('the worker did not start');
  await expect(begun).rejects.toThrow('did not start');
  await vi.advanceTimersByTimeAsync(600_000);
  expect(workers).toHaveLength(1);
});
