import { expect, test } from 'vitest';
import { ownRows } from '@/client/benches/matrix/own-rows';
import { takePart } from '@/client/benches/matrix/take-part';
import type { ProductNext, ProductNextAnswer } from '@/protocol/class-product';
import { CLASS_PRODUCT } from '@/protocol/product-size';

const STANDING = { round: 3, startsIn: 0, devices: 2, owners: [], ms: null };
const answers = (list: readonly ProductNextAnswer[]) => {
  const asked: ProductNext[] = [];
  const waited: number[] = [];
  const end = takePart({
    next: async (one) => {
      asked.push(one);
      return list[asked.length - 1]!;
    },
    calculate: async (block) => 100 + block,
    onStanding: () => {},
    wait: async (ms) => void waited.push(ms),
    isLeft: () => false,
  });
  return end.then((how) => ({ how, asked, waited }));
};

test('joins, waits for the beginning, calculates what it is given, and ends with the round', async () => {
  const { how, asked, waited } = await answers([
    { ok: true, ...STANDING, startsIn: 700, block: null },
    { ok: true, ...STANDING, block: 5 },
    { ok: true, ...STANDING, block: null },
    { ok: true, ...STANDING, ms: 900, block: null },
  ]);
  expect(how).toBe('finished');
  expect(waited).toEqual([700, 250]);
  expect(asked).toEqual([
    { round: null, done: null },
    { round: 3, done: null },
    { round: 3, done: { block: 5, sum: 105 } },
    { round: 3, done: null },
  ]);
});

test('says why it ended where it was refused, or another round has begun', async () => {
  expect((await answers([{ ok: false, code: 'wrong-phase' }])).how).toBe('wrong-phase');
  const overtaken = await answers([
    { ok: true, ...STANDING, block: null },
    { ok: true, ...STANDING, round: 4, block: null },
  ]);
  expect(overtaken.how).toBe('overtaken');
});

test('alone, workers take each block once between them', async () => {
  const taken: number[] = [];
  let clock = 0;
  const worker = async (block: number) => {
    taken.push(block);
    clock += 10;
    return 0;
  };
  let last: readonly string[] = [];
  const ms = await ownRows({
    workers: [worker, worker, worker],
    onStanding: ({ owners }) => {
      last = owners;
    },
    now: () => clock,
    isLeft: () => false,
  });
  expect([...taken].sort((a, b) => a - b)).toEqual(
    Array.from({ length: CLASS_PRODUCT.blocks }, (_, at) => at),
  );
  expect(ms).toBe(10 * CLASS_PRODUCT.blocks);
  expect(new Set(last)).toEqual(new Set(['own', 'other']));
});
