import { expect, test } from 'vitest';
import { OpenWork } from '@/client/benches/frame/open-work';
import { HandedPut } from '@/client/student/handed/handed-set-up';
import type { KeptHanded } from '@/client/student/handed/kept-handed';
import type { Work } from '@/protocol/bench-work';

function desk(works: Record<string, readonly Work[]>) {
  const open = new OpenWork();
  const state: { kept: KeptHanded | null; reads: number } = { kept: null, reads: 0 };
  const put = new HandedPut({
    open,
    read: async (id) => {
      state.reads += 1;
      const read = works[id];
      return read ? { works: read } : null;
    },
    kept: () => state.kept,
    keep: (kept) => {
      state.kept = kept;
    },
  });
  return { open, put, state };
}

/** A bench is put to rights once it has laid all that it does at once. */
const soon = () => Promise.resolve();

function lay(open: OpenWork, name: string, value: unknown) {
  const held = { value };
  open.lay(name, {
    read: () => held.value,
    put: (wanted) => {
      if (typeof wanted !== typeof value) return false;
      held.value = wanted;
      return true;
    },
  });
  return held;
}

test('a set-up is put on the bench once, and what stood there can be put back', async () => {
  const { open, put, state } = desk({ a: [{ name: 'rate', text: '0.1' }] });
  const rate = lay(open, 'rate', 5);
  await put.take('a');
  expect(rate.value).toBe(0.1);
  expect(state.kept).toEqual({ id: 'a', before: [{ name: 'rate', text: '5' }] });
  rate.value = 3;
  await put.take('a');
  await put.take(null);
  await put.take('a');
  expect(rate.value).toBe(3);
  expect(state.reads).toBe(1);
  open.put(state.kept!.before!);
  expect(rate.value).toBe(5);
});

test('pieces wait for their part of the bench, and what was before is kept of each', async () => {
  const { open, put, state } = desk({
    a: [
      { name: 'rate', text: '0.1' },
      { name: 'drawing', text: '"b"' },
    ],
  });
  await put.take('a');
  expect(state.kept).toBeNull();
  const rate = lay(open, 'rate', 5);
  await soon();
  expect(rate.value).toBe(0.1);
  const drawing = lay(open, 'drawing', 'a');
  await soon();
  expect(drawing.value).toBe('b');
  expect(state.kept!.before).toEqual([
    { name: 'rate', text: '5' },
    { name: 'drawing', text: '"a"' },
  ]);
});

test('one for a step that is left meanwhile is not put on the next bench', async () => {
  const { open, put, state } = desk({ a: [{ name: 'rate', text: '0.1' }] });
  const coming = put.take('a');
  await put.take(null);
  await coming;
  const rate = lay(open, 'rate', 5);
  await soon();
  expect(rate.value).toBe(5);
  expect(state.kept).toBeNull();
});

test('what a bench lays together is kept as it stood, although one piece changes another', async () => {
  const { open, put, state } = desk({
    a: [
      { name: 'points', text: '"own"' },
      { name: 'setup', text: '"own"' },
    ],
  });
  await put.take('a');
  const held = { points: 'none', setup: 'circle' };
  const take = (wanted: unknown) => {
    held.points = held.setup = String(wanted);
    return true;
  };
  open.lay('points', { read: () => held.points, put: take });
  open.lay('setup', { read: () => held.setup, put: take });
  await soon();
  expect(held.points).toBe('own');
  expect(state.kept!.before!.map(({ text }) => text)).toEqual(['"none"', '"circle"']);
});

test('what is nothing to the bench is not put there, and nothing is offered to take back', async () => {
  const { open, put, state } = desk({
    a: [{ name: 'rate', text: '"no number"' }],
    b: [{ name: 'rate', text: 'no JSON' }],
  });
  const rate = lay(open, 'rate', 5);
  await put.take('a');
  await put.take('b');
  expect(rate.value).toBe(5);
  expect(state.kept).toBeNull();
});

test('what could not be read is asked for again', async () => {
  const works: Record<string, readonly Work[]> = {};
  const { open, put } = desk(works);
  const rate = lay(open, 'rate', 5);
  await put.take('a');
  works.a = [{ name: 'rate', text: '7' }];
  await put.take('a');
  expect(rate.value).toBe(7);
});

test('what goes along and does not come is fetched again, without putting the rest anew', async () => {
  const open = new OpenWork();
  const state: { kept: KeptHanded | null; arrives: boolean } = { kept: null, arrives: false };
  const network: Work = { name: 'network', text: '"trained"' };
  const put = new HandedPut({
    open,
    read: async () => {
      const rate: Work = { name: 'rate', text: '0.1' };
      return state.arrives ? { works: [rate, network] } : { works: [rate], missing: true };
    },
    kept: () => state.kept,
    keep: (kept) => {
      state.kept = kept;
    },
  });
  const rate = lay(open, 'rate', 5);
  const held = lay(open, 'network', 'fresh');
  await put.take('a');
  expect([rate.value, held.value]).toEqual([0.1, 'fresh']);
  expect(state.kept).toMatchObject({ missing: true });
  rate.value = 3;
  await put.again();
  expect(state.kept).toMatchObject({ missing: true });
  state.arrives = true;
  await put.again();
  expect([rate.value, held.value]).toEqual([3, 'trained']);
  expect(state.kept).toEqual({
    id: 'a',
    before: [
      { name: 'rate', text: '5' },
      { name: 'network', text: '"fresh"' },
    ],
  });
});
