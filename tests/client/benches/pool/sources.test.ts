import { describe, expect, test } from 'vitest';
import { keepOwnPixels, ownPixels } from '@/client/benches/pool/own-pixels';
import { OwnSource } from '@/client/benches/pool/own-source';
import { testOurs } from '@/client/benches/pool/test-ours';
import { WallStore, withFrame } from '@/client/benches/pool/wall/wall-store';
import type { PoolWire } from '@/client/live/class-session';
import { browserStorage } from '@/client/live/text-storage';
import { bytesToText } from '@/protocol/bytes-text';
import type { PoolFrame } from '@/protocol/pool';

let drawn = 0;
function drawing(): Uint8Array<ArrayBuffer> {
  drawn += 1;
  const pixels = new Uint8Array(784).fill(20);
  pixels[0] = drawn;
  return pixels;
}

describe('own drawings', () => {
  test('are kept, counted, held back one in five, and survive a reload', async () => {
    const key = `own-${Math.random()}`;
    const source = new OwnSource(key, 'labels', 2);
    for (let i = 0; i < 10; i += 1) expect((await source.file(i % 2, drawing())).ok).toBe(true);
    const again = new OwnSource(key, 'labels', 2);
    expect(again.snapshot().facts).toMatchObject({ counts: [5, 5], heldBack: [1, 1] });
    expect((await again.pictures()).count).toBe(8);
    const held = await again.heldBack();
    expect([...held.labels].sort()).toEqual([0, 1]);
    await again.takeBack(again.snapshot().own[0]!.id);
    expect(new OwnSource(key, 'labels', 2).snapshot().facts!.counts).toEqual([4, 5]);
  });

  test('an empty drawing, the same one again and damaged storage are no trouble', async () => {
    const key = `own-${Math.random()}`;
    const source = new OwnSource(key, 'labels', 2);
    const picture = drawing();
    expect(await source.file(0, new Uint8Array(784))).toEqual({ ok: false, code: 'drawing-empty' });
    expect((await source.file(0, picture)).ok).toBe(true);
    expect(await source.file(1, picture)).toEqual({ ok: false, code: 'drawing-repeated' });
    for (const damaged of ['{', '5', '[null, 3, {"id":"a","label":7,"pixels":"x"}]']) {
      browserStorage.setItem(key, damaged);
      expect(new OwnSource(key, 'labels', 2).snapshot().own).toEqual([]);
    }
  });
});

test('our handwriting: counts right answers and puts the surest mistakes first', async () => {
  const pictures = {
    labelCount: 10,
    count: 3,
    pixels: new Uint8Array(3 * 784),
    labels: Uint8Array.of(1, 2, 3),
  };
  const shares = [0.6, 0.9, 0.7];
  let asked = 0;
  const predict = async () => {
    const share = shares[asked]!;
    asked += 1;
    return Array.from({ length: 10 }, (_, digit) => (digit === 3 ? share : (1 - share) / 9));
  };
  const outcome = await testOurs(pictures, predict, { goOn: () => true, progress: () => {} });
  expect(outcome).toMatchObject({ right: 1, count: 3 });
  expect(outcome!.mistakes.map(({ label, answer, share }) => [label, answer, share])).toEqual([
    [2, 3, 0.9],
    [1, 3, 0.6],
  ]);
  expect(await testOurs(pictures, async () => null, { goOn: () => true, progress: () => {} })).toBeNull();
});

describe('the wall', () => {
  const thumb = (id: string) => ({
    id,
    label: 0,
    studentId: null,
    heldBack: false,
    pixels: bytesToText(new Uint8Array(784)),
  });

  test('takes what came and what went; what came twice stands once', () => {
    const first = withFrame([], { added: [thumb('a'), thumb('b')], removed: [] });
    const next = withFrame(first, { added: [thumb('b'), thumb('c')], removed: ['a'] });
    expect(next.map(({ id }) => id)).toEqual(['b', 'c']);
    expect(withFrame(next, { added: [], removed: [] })).toBe(next);
  });

  test('opens the pool at each attach, and says nothing where there is none', async () => {
    const asked: string[] = [];
    let attach: () => void = () => {};
    const pool: PoolWire = {
      ask: (async (name: string) => {
        asked.push(name);
        return { ok: false, code: 'no-pool' };
      }) as PoolWire['ask'],
      subscribe: (_listener: (frame: PoolFrame) => void) => () => {},
      onAttached: (listener) => {
        attach = listener;
        listener();
        return () => {};
      },
    };
    const store = new WallStore({ pool }, 'ABCDEF');
    attach();
    await Promise.resolve();
    expect(asked).toEqual(['pool:open', 'pool:open']);
    expect(store.snapshot()).toEqual({ facts: null, pictures: [] });
    store.close();
  });
});

test('own pixels are kept for the newest class alone, and damaged storage is no trouble', () => {
  const picture = drawing();
  keepOwnPixels('AAAAAA', 'one', picture);
  expect(ownPixels('AAAAAA', 'one')).toEqual(picture);
  expect(ownPixels('AAAAAA', 'two')).toBeNull();
  expect(ownPixels('BBBBBB', 'one')).toBeNull();
  keepOwnPixels('BBBBBB', 'two', picture);
  expect(ownPixels('AAAAAA', 'one')).toBeNull();
  browserStorage.setItem('pool-drawings', '{"code":"BBBBBB","pixels":{"two":"x"}}');
  expect(ownPixels('BBBBBB', 'two')).toBeNull();
});
