import { describe, expect, it, vi } from 'vitest';
import type { RequestName, TrainerEvent } from '@/engine/worker/messages';
import { TrainerSession } from '@/engine/worker/session';
import { readServed, WASM } from '@/tests/engine/digits/node-pictures';
import { SMALL } from '@/tests/engine/experiments';
import { PATIENCE_MS } from '@/tests/patience';

/** A session whose pictures come as a test lets them. */
function sessionWith(arrives: (file: string) => Promise<unknown>) {
  const told: TrainerEvent[] = [];
  const asked: string[] = [];
  const session = new TrainerSession({
    tell: (event) => told.push(event),
    fetchFrom: () => async (file) => {
      asked.push(file);
      await arrives(file);
      return readServed(file);
    },
    pause: async () => {},
    now: () => performance.now(),
  });
  const ask = async (name: RequestName, input: object = {}) => {
    await session.answers[name](input as never, new AbortController().signal);
  };
  const points = () => told.flatMap((one) => (one.type === 'point' ? [one.point] : []));
  const train = async () => {
    void ask('load', { dataset: 'digits', dataUrl: '', wasmUrl: WASM });
    void ask('prepare');
    const options = { backend: 'cpu', remembered: null, avoid: [], checkpoint: null, emitAfterStep: -1 };
    await ask('begin', { run: 1, experiment: SMALL, ...options });
    await ask('train', { until: null });
  };
  return { told, asked, ask, points, train };
}

const never = new Promise(() => undefined);
const first = 'train-1.bin';

describe('the first point', () => {
  it('needs the first file alone: none else is even asked for before it is out', async () => {
    const askedAtFirst: string[] = [];
    const session = sessionWith(async () => {});
    const watch = setInterval(() => {
      if (session.points().length === 0) askedAtFirst.splice(0, Number.POSITIVE_INFINITY, ...session.asked);
    }, 1);
    await session.train();
    await vi.waitFor(() => expect(session.points().length).toBeGreaterThan(0), { timeout: PATIENCE_MS });
    clearInterval(watch);
    expect(askedAtFirst).toEqual([first]);
    // And then all the others come.
    await vi.waitFor(() => expect(session.asked).toHaveLength(4), { timeout: PATIENCE_MS });
    await session.ask('dispose');
  });

  it('comes, and others after it, while every other file is held back; not while the first one is', async () => {
    const session = sessionWith((file) => (file === first ? Promise.resolve() : never));
    await session.train();
    await vi.waitFor(() => expect(session.points().at(-1)?.step ?? 0).toBeGreaterThan(0), {
      timeout: PATIENCE_MS,
    });
    await session.ask('dispose');
    // The control.
    const held = sessionWith((file) => (file === first ? never : Promise.resolve()));
    void held.train().catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(held.points()).toEqual([]);
  });

  it('is not waited for for ever: pictures come to whoever only looks at them, or stands ready', async () => {
    const looking = sessionWith(async () => {});
    await looking.ask('load', { dataset: 'digits', dataUrl: '', wasmUrl: WASM });
    await vi.waitFor(() => expect(looking.asked).toHaveLength(4), { timeout: PATIENCE_MS });
    const ready = sessionWith(async () => {});
    void ready.ask('load', { dataset: 'digits', dataUrl: '', wasmUrl: WASM });
    await ready.ask('prepare');
    await vi.waitFor(() => expect(ready.asked).toHaveLength(4), { timeout: PATIENCE_MS });
  });
});
