/** Something that takes a time, such as a file of tests. */
export interface Timed {
  name: string;
  seconds: number;
}

/** Deals out into so many shares, each of about the same time: the longest first, each to the share that has least. The same for the same things in any order. */
export function dealOut<Item extends Timed>(items: readonly Item[], count: number): Item[][] {
  const shares = Array.from({ length: count }, () => ({ seconds: 0, items: [] as Item[] }));
  const dealt = [...items].sort((a, b) => b.seconds - a.seconds || (a.name < b.name ? -1 : 1));
  for (const item of dealt) {
    const lightest = shares.reduce((least, share) => (share.seconds < least.seconds ? share : least));
    lightest.items.push(item);
    lightest.seconds += item.seconds;
  }
  return shares.map((share) => share.items);
}
