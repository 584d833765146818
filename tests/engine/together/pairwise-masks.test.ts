import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MaskDevice } from '@/engine/together/mask-device';
import {
  agreedSeeds,
  isSoundKey,
  keyCheck,
  type MaskedPart,
  maskGradient,
  maskWords,
  newMaskKeys,
  revealFor,
  unmaskSum,
} from '@/engine/together/pairwise-masks';
import { addWords, bytesToWords, wordsToBytes } from '@/engine/together/whole-gradient';
import { LEAK } from '@/protocol/leak-rules';

/** Numbers of any 32 bits: sums run over, as masks do. */
const gradients = (least: number, most: number) =>
  fc
    .integer({ min: 1, max: 40 })
    .chain((length) =>
      fc.array(
        fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { minLength: length, maxLength: length }),
        { minLength: least, maxLength: most },
      ),
    )
    .map((all) => all.map((one) => Int32Array.from(one)));

function plainSum(all: readonly Int32Array[]): Int32Array {
  const sum = new Int32Array(all[0]!.length);
  for (const one of all) addWords(sum, one, 1);
  return sum;
}

/** Devices with keys, and what each would send. */
function inClass(all: readonly Int32Array[]) {
  const devices = all.map(newMaskKeys);
  const round = { of: 'a sum', keys: devices.map(({ open }) => open) };
  return all.map((gradient, place) => {
    const seeds = agreedSeeds(devices[place]!, place, round);
    const { own } = devices[place]!;
    return { place, own, seeds, words: maskGradient(gradient, place, { own, seeds }) };
  });
}

/** How alike two lists of numbers are, from −1 to 1. */
function correlation(one: ArrayLike<number>, other: ArrayLike<number>): number {
  const mean = (list: ArrayLike<number>) => Array.from(list).reduce((sum, x) => sum + x, 0) / list.length;
  const [a, b] = [mean(one), mean(other)];
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < one.length; i++) {
    ab += (one[i]! - a) * (other[i]! - b);
    aa += (one[i]! - a) ** 2;
    bb += (other[i]! - b) ** 2;
  }
  return ab / Math.sqrt(aa * bb);
}

const ramp = (length: number) => Int32Array.from({ length }, (_, at) => (at % 97) * 1_000);

describe('masks', () => {
  it('leave the sum what it is, to the bit, whoever is missing', () => {
    fc.assert(
      fc.property(gradients(LEAK.leastDevices, 7), fc.array(fc.nat(6)), (all, gone) => {
        const devices = inClass(all);
        const missing = [...new Set(gone)]
          .filter((place) => place < all.length)
          .slice(0, all.length - LEAK.leastDevices)
          .sort((a, b) => a - b);
        const parts = devices
          .filter(({ place }) => !missing.includes(place))
          .map((device): MaskedPart => ({ ...device, ...revealFor(device.place, device, missing)! }));
        const survivors = all.filter((_, place) => !missing.includes(place));
        expect(unmaskSum(parts)).toEqual(plainSum(survivors));
      }),
      { numRuns: 40 },
    );
  });

  it('make what one device sends noise: neither its gradient nor anything even', () => {
    const all = [0, 1, 2].map(() => ramp(12_730));
    for (const [place, { words }] of inClass(all).entries()) {
      expect(Math.abs(correlation(words, all[place]!))).toBeLessThan(0.06);
      // Each bit is set in half of them.
      for (let bit = 0; bit < 32; bit++) {
        const set = words.reduce((count, word) => count + ((word >>> bit) & 1), 0) / words.length;
        expect(Math.abs(set - 0.5)).toBeLessThan(0.04);
      }
    }
  });

  it('stay on what comes late, although its pairwise masks were told', () => {
    const all = [0, 1, 2, 3].map(() => ramp(4_000));
    const devices = inClass(all);
    const late = devices[3]!;
    const rest = Int32Array.from(late.words);
    for (const device of devices.slice(0, 3)) {
      const { shared } = revealFor(device.place, device, [3])!;
      // The late one took away what those before it added.
      addWords(rest, maskWords(shared.get(3)!, rest.length), 1);
    }
    expect(rest).not.toEqual(all[3]);
    expect(Math.abs(correlation(rest, all[3]!))).toBeLessThan(0.1);
    addWords(rest, maskWords(late.own, rest.length), -1);
    expect(rest).toEqual(all[3]);
  });

  it('are agreed on by two alone, and are others in another sum', () => {
    const [a, b, c] = [newMaskKeys(), newMaskKeys(), newMaskKeys()];
    const round = { of: 'one', keys: [a.open, b.open, c.open] };
    expect(agreedSeeds(a, 0, round)[1]).toEqual(agreedSeeds(b, 1, round)[0]);
    expect(agreedSeeds(a, 0, round)[1]).not.toEqual(agreedSeeds(a, 0, round)[2]);
    expect(agreedSeeds(a, 0, round)[1]).not.toEqual(agreedSeeds(a, 0, { ...round, of: 'two' })[1]);
    expect(agreedSeeds(a, 0, round)[0]).toBeNull();
  });

  it('are drawn by ChaCha20 (RFC 8439, A.1, first vector)', () => {
    const words = wordsToBytes(maskWords(new Uint8Array(32), 4));
    expect(Buffer.from(words).toString('hex')).toBe('76b8e0ada0f13d90405d6ae55386bd28');
  });

  it('need keys that everybody can use', () => {
    expect(isSoundKey(newMaskKeys().open)).toBe(true);
    for (const key of [new Uint8Array(32), Uint8Array.of(1, ...new Uint8Array(31)), new Uint8Array(31)])
      expect(isSoundKey(key)).toBe(false);
  });

  it('are told of those who are missing alone, and never where fewer than three are left', () => {
    const { place, ...device } = inClass([0, 1, 2, 3].map(() => ramp(4)))[1]!;
    expect(revealFor(place, device, [3])!.shared.get(3)).toEqual(device.seeds[3]);
    for (const missing of [[1], [0, 3], [3, 3], [4]]) expect(revealFor(place, device, missing)).toBeNull();
  });
});

describe('the check number', () => {
  it('is twelve digits, and another one as soon as one key is', () => {
    const keys = [newMaskKeys().open, newMaskKeys().open, newMaskKeys().open];
    expect(keyCheck(keys)).toMatch(/^\d{4} \d{4} \d{4}$/);
    expect(keyCheck(keys)).toBe(keyCheck(keys.map((key) => Uint8Array.from(key))));
    expect(keyCheck([...keys.slice(1), newMaskKeys().open])).not.toBe(keyCheck(keys));
  });
});

describe('a device', () => {
  const three = () => [1, 2, 3].map((one) => new MaskDevice(Int32Array.of(one, -one), 'sum 1'));

  it('sends the same however often it is asked, and the class’s sum comes out', () => {
    const devices = three();
    const keys = devices.map(({ key }) => key);
    const sent = devices.map((device, place) => device.masked(place, keys)!);
    expect(devices[0]!.masked(0, keys)).toEqual(sent[0]);
    expect(new Set(devices.map(({ check }) => check)).size).toBe(1);
    const parts = devices.map((device, place): MaskedPart => {
      const own = device.revealed([])!;
      return { place, words: sent[place]!, own, shared: new Map() };
    });
    expect([...unmaskSum(parts)]).toEqual([6, -6]);
  });

  it('sends nothing where it is not in the list, the list changes, a key stands there twice, or they are too few', () => {
    const [a, b, c] = three().map((device) => device) as [MaskDevice, MaskDevice, MaskDevice];
    const keys = [a.key, b.key, c.key];
    expect(a.masked(1, keys)).toBeNull();
    expect(a.masked(0, [a.key, b.key])).toBeNull();
    expect(a.masked(0, [a.key, b.key, b.key])).toBeNull();
    expect(a.masked(0, keys)).not.toBeNull();
    expect(a.masked(0, [a.key, c.key, b.key])).toBeNull();
  });

  it('tells once: of others it says nothing any more', () => {
    const devices = [...three(), ...three()].slice(0, 5);
    const keys = devices.map(({ key }) => key);
    const [device] = devices;
    expect(device!.revealed([4])).toBeNull();
    device!.masked(0, keys);
    const told = device!.revealed([4])!;
    expect(told.length).toBe(2 * LEAK.keyBytes);
    expect(device!.revealed([4])).toEqual(told);
    expect(device!.revealed([3])).toBeNull();
    expect(device!.revealed([3, 4])).toBeNull();
    expect(bytesToWords(told).length).toBe(16);
  });
});
