import { expect, it } from 'vitest';
import { patiently } from '@/client/ui/patiently';

/** A network that is away or there as told, and a part that comes at the so-manieth asking. */
function setting(comesAt: number, online: boolean) {
  const told: string[] = [];
  let asked = 0;
  const around = {
    isOnline: () => online,
    back: async () => {
      told.push('back');
      online = true;
    },
    pause: async () => {
      told.push('pause');
    },
  };
  const load = async () => {
    asked += 1;
    if (asked < comesAt) throw new Error(`not at ${asked}`);
    return 'here';
  };
  return { told, asked: () => asked, part: patiently(load, around) };
}

it('waits for the network where it is away', async () => {
  const { told, part, asked } = setting(2, false);
  expect(await part()).toBe('here');
  expect([asked(), told]).toEqual([2, ['back']]);
});

it('tries again where it is there, three times, and then says why', async () => {
  const kind = setting(3, true);
  expect(await kind.part()).toBe('here');
  expect(kind.told).toEqual(['pause', 'pause']);
  const gone = setting(9, true);
  await expect(gone.part()).rejects.toThrow('not at 3');
  expect(gone.asked()).toBe(3);
  // The next who wants it asks anew.
  await expect(gone.part()).rejects.toThrow('not at 6');
});
