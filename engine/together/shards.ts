import { createRandom } from '@/engine/random';
import { labelsDealt } from '@/protocol/rounds-settings';

/** What a student was dealt of the training pictures. */
export interface Shard {
  /** The student's place among those to whom pictures were dealt, from 0. */
  place: number;
  /** Different labels in its pictures. */
  each: number;
  pictures: number;
  /** Draws which pictures, the same for the whole class. */
  seed: number;
}

/**
 * Which of the training pictures are one student's: as many of each label that it was dealt. Each label's pictures are shuffled once for the class and cut into
 * shares, one after another for those who have the label; so nobody has a picture of another's, until all are given out and the first are given again. Every device
 * finds its own by this rule: no picture travels, and none is named.
 * @param labels of all training pictures
 * @param classes how many labels there are
 * @returns numbers of pictures, one label's after another's
 */
export function shardOf(
  labels: Uint8Array,
  classes: number,
  { place, each, pictures, seed }: Shard,
): Uint32Array {
  const own = labelsDealt(place, each, classes);
  const share = Math.floor(pictures / own.length);
  const shard: number[] = [];
  for (const label of own) {
    const all: number[] = [];
    labels.forEach((one, index) => {
      if (one === label) all.push(index);
    });
    createRandom(seed, label).shuffle(all);
    let before = 0;
    for (let other = 0; other < place; other++)
      if (labelsDealt(other, each, classes).includes(label)) before += 1;
    for (let i = 0; i < Math.min(share, all.length); i++) shard.push(all[(before * share + i) % all.length]!);
  }
  return Uint32Array.from(shard);
}
