import { RELAY_CASES } from '@/protocol/relay-settings';

/** Weights that are tried: every half from −2 to 2, which is every way to cut the four corners of a square with a line. */
const TRIED = Array.from({ length: 9 }, (_, i) => i / 2 - 2);

/** The most of the four cases that one unit alone answers, of all that were tried. It cannot be all: Minsky and Papert, "Perceptrons" (1969). */
export function mostRightAlone(): number {
  let most = 0;
  for (const first of TRIED)
    for (const second of TRIED)
      for (const bias of TRIED) {
        const right = RELAY_CASES.filter(
          ({ inputs: [a, b], target }) => (first * a + second * b + bias >= 0 ? 1 : 0) === target,
        ).length;
        most = Math.max(most, right);
      }
  return most;
}
