import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { heldBack } from '@/engine/download/held-back';
import { PatientWorker, type Port, type WorkerSign } from '@/engine/worker/patient-worker';

type Told = string | WorkerSign;

/** Workers that say nothing by themselves. */
class Silent implements Port<string, Told> {
  onmessage: ((event: MessageEvent<Told>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  readonly asked: string[] = [];
  ended = false;
  postMessage(message: string): void {
    this.asked.push(message);
  }
  terminate(): void {
    this.ended = true;
  }
  tell(data: Told): void {
    if (!this.ended) this.onmessage?.({ data } as MessageEvent<Told>);
  }
}

let workers: Silent[];
let heard: string[];
const start = () => {
  const worker = new Silent();
  workers.push(worker);
  return worker;
};

function patient(replays = false): PatientWorker<string, string> {
  const worker = new PatientWorker<string, string>(start, replays, 20_000);
  worker.onmessage = ({ data }) => heard.push(data);
  return worker;
}

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  heard = [];
});

afterEach(() => {
  vi.useRealTimers();
  expect(heldBack.read()).toBe(false);
});

test('whose code does not come is told, then started anew with what it was asked', async () => {
  const worker = patient();
  worker.postMessage('begin');
  await vi.advanceTimersByTimeAsync(7_000);
  expect(heldBack.read()).toBe(false);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(heldBack.read()).toBe(true);
  await vi.advanceTimersByTimeAsync(12_000);
  expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
  worker.postMessage('train');
  expect(workers[1]!.asked).toEqual(['begin', 'train']);
  workers[1]!.tell({ type: 'listening' });
  workers[1]!.tell('begun');
  expect(heldBack.read()).toBe(false);
  expect(heard).toEqual(['begun']);
  worker.terminate();
  expect(workers[1]!.ended).toBe(true);
});

test('each try is given twice as long', async () => {
  const worker = patient();
  await vi.advanceTimersByTimeAsync(20_000 + 40_000 + 1_000);
  expect(workers).toHaveLength(3);
  worker.terminate();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(workers).toHaveLength(3);
});

test('that has begun is never started anew, however long it is silent', async () => {
  const worker = patient();
  worker.postMessage('begin');
  workers[0]!.tell({ type: 'listening' });
  await vi.advanceTimersByTimeAsync(600_000);
  workers[0]!.tell({ type: 'fetching' });
  await vi.advanceTimersByTimeAsync(600_000);
  expect(workers).toHaveLength(1);
  // But that it waits for something is told.
  expect(heldBack.read()).toBe(true);
  workers[0]!.tell({ type: 'fetched' });
  expect(heldBack.read()).toBe(false);
  expect(heard).toEqual([]);
  worker.terminate();
});

test('with one question may be asked again while it fetches, not while it works', async () => {
  const worker = patient(true);
  worker.postMessage('check');
  workers[0]!.tell({ type: 'listening' });
  workers[0]!.tell({ type: 'fetching' });
  await vi.advanceTimersByTimeAsync(21_000);
  expect(workers[1]!.asked).toEqual(['check']);
  workers[1]!.tell({ type: 'listening' });
  await vi.advanceTimersByTimeAsync(600_000);
  expect(workers).toHaveLength(2);
  workers[1]!.tell('checked');
  expect(heard).toEqual(['checked']);
  worker.terminate();
});
