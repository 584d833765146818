/** What a network takes, and what it gives. */
interface Costed {
  /** A share of right answers. */
  accuracy: number;
  weights: number;
  examples: number;
}

/** Whether one network is nowhere worse than another and somewhere better. */
function dominates(one: Costed, other: Costed): boolean {
  return (
    one.accuracy >= other.accuracy &&
    one.weights <= other.weights &&
    one.examples <= other.examples &&
    (one.accuracy > other.accuracy || one.weights < other.weights || one.examples < other.examples)
  );
}

/**
 * Networks with whether each is on the front: no other is as accurate with as few weights and examples, and better in one of them. Many can be, which is why
 * the picture has no single winner.
 */
export function pictureOf<Network extends Costed>(
  networks: readonly Network[],
): (Network & { front: boolean })[] {
  return networks.map((network) => ({
    ...network,
    front: !networks.some((other) => dominates(other, network)),
  }));
}
