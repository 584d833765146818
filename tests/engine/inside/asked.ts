import type { Asked } from '@/engine/inside/spoken';
import { ARCHITECTURES, drawnNetwork } from '@/tests/server/export/network/made-networks';

/** A ring of ink, grey at its edges, on paper: as a drawn 0. */
function ring(): Float32Array {
  return Float32Array.from({ length: 784 }, (_, at) => {
    const away = Math.abs(Math.hypot((at % 28) - 13.5, Math.floor(at / 28) - 13.5) - 7);
    return Math.round(255 * Math.min(1, Math.max(0, 2 - away))) / 255;
  });
}

/** A network with drawn weights, large enough that ink decides, asked about a ring. */
export function askedAboutRing(name: string): Asked {
  const architecture = ARCHITECTURES[name]!;
  const { weights } = drawnNetwork(architecture, 4);
  return { architecture, weights: weights.map((weight) => 3 * weight), picture: ring() };
}

/** Runs a search to its end. */
export function toItsEnd<Result>(search: Generator<void, Result>): Result {
  for (;;) {
    const { done, value } = search.next();
    if (done) return value;
  }
}
