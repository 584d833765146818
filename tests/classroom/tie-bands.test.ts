import { describe, expect, it } from 'vitest';
import { type BitSet, bitSetOf, countOnlyIn } from '@/base/bit-set';
import { tieBands } from '@/classroom/tie-bands';
import { createRandom } from '@/engine/random';
import { rightsOf } from './rights-of';

/** Nested: of two, the better one has all that the other has, so six pictures tell them apart. */
const withPictures = (count: number) => rightsOf(count / 2_000, 0);
const places = (...rights: (BitSet | null)[]) =>
  tieBands(rights).map((place) => place && `${place.first}–${place.last}`);

describe('places that say no more than the pictures do', () => {
  it('are shared by all who cannot be told from the first of them', () => {
    expect(places()).toEqual([]);
    expect(places(withPictures(1_900))).toEqual(['1–1']);
    expect(places(withPictures(1_900), withPictures(1_895), withPictures(1_894))).toEqual([
      '1–2',
      '1–2',
      '3–3',
    ]);
    // Each is near the one before, but the last is far from the first: no chain.
    const steps = [1_900, 1_897, 1_894, 1_891, 1_888].map(withPictures);
    expect(places(...steps)).toEqual(['1–2', '1–2', '3–4', '3–4', '5–5']);
  });

  it('are not known where nobody knows what was right', () => {
    const one = withPictures(1_900);
    expect(places(one, one, null, one)).toEqual(['1–2', '1–2', null, '4–4']);
  });

  it('name a single winner among 24 networks that are as good as each other in at most 5 % of races', () => {
    const RACES = 200;
    let single = 0;
    for (let race = 0; race < RACES; race++) {
      const random = createRandom(race + 1);
      // What makes networks agree: some pictures are hard for all.
      const ease = Float64Array.from({ length: 2_000 }, () => (random.uniform() < 0.8 ? 0.99 : 0.65));
      const rights = Array.from({ length: 24 }, () =>
        bitSetOf(Array.from(ease, (share) => (random.uniform() < share ? 1 : 0))),
      );
      const none = new Uint8Array(250);
      rights.sort((a, b) => countOnlyIn(b, none) - countOnlyIn(a, none));
      if (tieBands(rights)[0]!.last === 1) single += 1;
    }
    expect(single / RACES).toBeLessThanOrEqual(0.05);
  });
});
