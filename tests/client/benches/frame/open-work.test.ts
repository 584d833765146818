import { expect, test } from 'vitest';
import { OpenWork } from '@/client/benches/frame/open-work';
import { SightSender } from '@/client/live/sight-sender';
import { until } from '@/people/until';
import type { Sight, Watched } from '@/protocol/sight';
import { sightSchema } from '@/protocol/sight';
import { WORK } from '@/protocol/sight-bounds';

function piece<Value>(value: Value, isGood: (wanted: unknown) => boolean = () => true) {
  const held = { value };
  return {
    held,
    read: () => held.value,
    put: (wanted: unknown) => {
      if (!isGood(wanted)) return false;
      held.value = wanted as Value;
      return true;
    },
  };
}

test('what is put on a bench takes the place of what lay there, and can be put back', () => {
  const open = new OpenWork();
  const number = piece(1, (wanted) => typeof wanted === 'number');
  const word = piece('a', (wanted) => typeof wanted === 'string');
  open.lay('number', number);
  open.lay('word', word);
  const before = open.put([
    { name: 'number', text: '7' },
    { name: 'word', text: '8' },
    { name: 'unknown', text: '9' },
  ]);
  expect([number.held.value, word.held.value]).toEqual([7, 'a']);
  expect(before).toEqual([{ name: 'number', text: '1' }]);
  open.put(before!);
  expect(number.held.value).toBe(1);
});

test('what is nothing to the bench changes nothing', () => {
  const open = new OpenWork();
  const number = piece(1, (wanted) => typeof wanted === 'number');
  open.lay('number', number);
  open.lay('looked-at', { read: () => 5 });
  expect(open.put([{ name: 'number', text: 'no JSON {' }])).toBeNull();
  expect(open.put([{ name: 'looked-at', text: '6' }])).toBeNull();
  expect(number.held.value).toBe(1);
});

test('what somebody has done, or what their device is, is seen and never handed', () => {
  const open = new OpenWork();
  open.lay('device', piece(1));
  open.lay('rate', piece(2));
  open.lay('curve', { read: () => 3 });
  expect(open.works().map(({ name }) => name)).toEqual(['device', 'rate', 'curve']);
  expect(open.handable()).toEqual([{ name: 'rate', text: '2' }]);
  expect(open.put([{ name: 'device', text: '9' }])).toBeNull();
});

test('what is read of a bench always crosses the wire; a piece that is too long stays', () => {
  const open = new OpenWork();
  open.lay('long', piece('x'.repeat(WORK.characters)));
  for (let i = 0; i < WORK.pieces + 3; i += 1)
    open.lay(`piece-${'a'.repeat(i + 1)}`, piece('y'.repeat(1_500)));
  const sight = { stepId: 'build', works: open.works() };
  expect(sightSchema.safeParse(sight).success).toBe(true);
  expect(sight.works.length).toBeGreaterThan(1);
  expect(sight.works.some(({ name }) => name === 'long')).toBe(false);
});

test('a piece that was taken away is no longer shown, and a newer one of its name stays', () => {
  const open = new OpenWork();
  const takeFirst = open.lay('a', piece(1));
  const takeSecond = open.lay('a', piece(2));
  takeFirst();
  expect(open.works()).toEqual([{ name: 'a', text: '2' }]);
  takeSecond();
  expect(open.works()).toEqual([]);
});

test('a bench is read only while somebody looks, and shown again only when it has changed', async () => {
  let watched: Watched = 'nobody';
  let tell = () => {};
  const shown: Sight[] = [];
  let reads = 0;
  let value = 1;
  const sender = new SightSender(
    {
      watched: () => watched,
      onWatched: (listener) => {
        tell = listener;
        return () => {};
      },
      show: async (sight) => {
        shown.push(sight);
        return { ok: true };
      },
    },
    () => {
      reads += 1;
      return { stepId: `step-${value}`, works: [] };
    },
  );
  expect(reads).toBe(0);
  watched = 'teacher';
  tell();
  await until('two looks more', () => reads >= 3);
  expect(shown).toEqual([{ stepId: 'step-1', works: [] }]);
  value = 2;
  await until('the change', () => shown.length === 2);
  watched = 'nobody';
  tell();
  const before = reads;
  value = 3;
  watched = 'class';
  tell();
  await until('it is read again', () => reads > before);
  expect(shown.at(-1)).toEqual({ stepId: 'step-3', works: [] });
  sender.close();
});
