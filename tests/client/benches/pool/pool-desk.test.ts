import { describe, expect, test, vi } from 'vitest';
import { OwnSource } from '@/client/benches/pool/own-source';
import { PoolDesk } from '@/client/benches/pool/pool-desk';
import { sturdyStorage, type TextStorage } from '@/client/live/text-storage';
import { PoolClient } from '@/engine/pool/pool-client';
import { inProcess } from '@/tests/engine/pool/in-process-pool-worker';
import { PATIENCE_MS } from '@/tests/patience';

const KEY = 'pool-run:drawings';
const texts = (): TextStorage => sturdyStorage(() => undefined);

/** Bars on the left under one label, on the right under the other. */
async function drawings(): Promise<string> {
  const key = `own-${Math.random()}`;
  const source = new OwnSource(key, 'labels', 2);
  for (let i = 0; i < 12; i += 1) {
    const pixels = new Uint8Array(784);
    for (let row = 0; row < 28; row += 1) pixels[row * 28 + (i % 2 === 0 ? 4 : 22)] = 200 + i;
    expect((await source.file(i % 2, pixels)).ok).toBe(true);
  }
  return key;
}

/** However fast this machine is: after each step whoever is waiting has a turn, and a training is long enough to be held. */
function oneStepAtATime() {
  let now = 0;
  return inProcess(() => {
    now += 7;
    return now;
  });
}

function deskOf(drawn: string, storage: TextStorage, name = 'alone:7'): PoolDesk {
  const sources = { drawings: new OwnSource(drawn, 'labels', 2) };
  return new PoolDesk(sources, 7, 'drawings', name, storage, new PoolClient(oneStepAtATime));
}

const stands = (desk: PoolDesk, state: string) =>
  vi.waitFor(() => expect(desk.snapshot().run?.state).toBe(state), { timeout: PATIENCE_MS });
const left = new Uint8Array(784);
for (let row = 0; row < 28; row += 1) left[row * 28 + 4] = 220;

describe("a person's desk", () => {
  test('has the trained network again after a reload, with its curve and what was tried', async () => {
    const [drawn, storage] = [await drawings(), texts()];
    const before = deskOf(drawn, storage);
    await before.train();
    await stands(before, 'finished');
    const knew = (await before.predict(left))!;
    expect(knew[0]).toBeGreaterThan(0.9);
    await vi.waitFor(() => expect(storage.getItem(KEY)).not.toBeNull(), { timeout: PATIENCE_MS });
    before.dispose();

    const desk = deskOf(drawn, storage);
    await stands(desk, 'finished');
    const { run, past } = desk.snapshot();
    expect(run!.standing.step).toBe(run!.standing.totalSteps);
    expect(run!.curve.length).toBeGreaterThan(1);
    expect(past).toHaveLength(1);
    expect(desk.poolHasChanged).toBe(false);
    expect((await desk.predict(left))![0]).toBeCloseTo(knew[0]!, 5);
    desk.dispose();
  });

  /** The class is held as soon as a training has begun. */
  const holdOnceItTrains = (desk: PoolDesk) => {
    const stop = desk.subscribe(() => {
      if (desk.snapshot().run?.state !== 'training') return;
      stop();
      desk.hold(true);
    });
  };

  test('stands while the class is held, and goes on at the same step', async () => {
    const desk = deskOf(await drawings(), texts());
    // Pressed, and held before the pictures are there.
    const pressed = desk.train();
    desk.hold(true);
    await pressed;
    await desk.train();
    await desk.step();
    expect(desk.snapshot().run).toMatchObject({ state: 'ready', standing: { step: 0 } });
    holdOnceItTrains(desk);
    desk.hold(false);
    await stands(desk, 'paused');
    const { step, totalSteps } = desk.snapshot().run!.standing;
    expect(step).toBeGreaterThan(0);
    expect(step).toBeLessThan(totalSteps);
    desk.hold(false);
    await stands(desk, 'finished');
    expect(desk.snapshot().run!.curve.some((at) => at.step === step)).toBe(true);
    desk.dispose();
  });

  test('left by a page while the class was held, stands at its step, and goes on with the class', async () => {
    const [drawn, storage] = [await drawings(), texts()];
    const before = deskOf(drawn, storage);
    holdOnceItTrains(before);
    await before.train();
    await stands(before, 'paused');
    const { step } = before.snapshot().run!.standing;
    await vi.waitFor(() => expect(JSON.parse(storage.getItem(KEY) ?? '{}').steps).toBe(step), {
      timeout: PATIENCE_MS,
    });
    before.dispose();
    const desk = deskOf(drawn, storage);
    desk.hold(true);
    await stands(desk, 'paused');
    expect(desk.snapshot().run!.standing.step).toBe(step);
    desk.hold(false);
    await stands(desk, 'finished');
    desk.dispose();
  });

  test('goes on where it was paused; a reset is kept too', async () => {
    const [drawn, storage] = [await drawings(), texts()];
    const before = deskOf(drawn, storage);
    await before.step();
    await before.step();
    await vi.waitFor(() => expect(JSON.parse(storage.getItem(KEY) ?? '{}').steps).toBe(2), {
      timeout: PATIENCE_MS,
    });
    before.dispose();
    const desk = deskOf(drawn, storage);
    await stands(desk, 'paused');
    await desk.step();
    expect(desk.snapshot().run!.standing.step).toBe(3);
    await desk.reset();
    desk.dispose();
    expect(deskOf(drawn, storage).snapshot().run).toBeNull();
  });

  test('keeps what has learnt from other pictures, over a reload too, and goes back to it where these have taught nothing', async () => {
    const [drawn, others, storage] = [await drawings(), await drawings(), texts()];
    const sit = () => {
      const sources = {
        drawings: new OwnSource(drawn, 'labels', 2),
        clothes: new OwnSource(others, 'labels', 2),
      };
      return new PoolDesk(sources, 7, 'drawings', 'alone:7', storage, new PoolClient(inProcess));
    };
    const before = sit();
    before.setNetwork(8);
    await before.train();
    await stands(before, 'finished');
    await vi.waitFor(() => expect(storage.getItem(KEY)).not.toBeNull(), { timeout: PATIENCE_MS });
    before.choose('clothes');
    before.setNetwork(32);
    expect(before.snapshot()).toMatchObject({ source: 'clothes', run: null, past: [] });
    before.chooseTrained();
    await stands(before, 'finished');
    expect(before.snapshot()).toMatchObject({ source: 'drawings', network: 8, past: [{ network: 8 }] });
    before.choose('clothes');
    before.dispose();

    const desk = sit();
    await stands(desk, 'finished');
    expect(desk.snapshot()).toMatchObject({ source: 'drawings', network: 8, past: [{ network: 8 }] });
    desk.choose('clothes');
    await desk.train();
    await stands(desk, 'finished');
    desk.chooseTrained();
    expect(desk.snapshot().source).toBe('clothes');
    desk.choose('drawings');
    await stands(desk, 'finished');
    expect(desk.snapshot().past).toHaveLength(1);
    desk.dispose();
  });

  test("another person's network, a damaged one and one for other labels are left alone", async () => {
    const [drawn, storage] = [await drawings(), texts()];
    const before = deskOf(drawn, storage);
    await before.step();
    await vi.waitFor(() => expect(storage.getItem(KEY)).not.toBeNull(), { timeout: PATIENCE_MS });
    before.dispose();
    const kept = storage.getItem(KEY)!;
    const quiet = async (text: string, name = 'alone:7') => {
      storage.setItem(KEY, text);
      const desk = deskOf(drawn, storage, name);
      await vi.waitFor(() => expect(desk.snapshot().preparing).toBe(false), { timeout: PATIENCE_MS });
      expect(desk.snapshot()).toMatchObject({ run: null, problem: null });
      await desk.step();
      expect(desk.snapshot().run!.standing.step).toBe(1);
      desk.dispose();
    };
    await quiet(kept, 'ABCDEF:somebody-else');
    for (const damaged of ['{', '5', 'null', '{"desk":"alone:7"}']) await quiet(damaged);
    await quiet(JSON.stringify({ ...JSON.parse(kept), weights: 'AAAAAA==' }));
  });
});
