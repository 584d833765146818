import { topAnswer } from '@/client/charts/answer-bars';
import { sliceExamples } from '@/engine/digits/examples';
import type { PoolPictures } from '@/engine/pool/pool-pictures';

/** A drawing that was read wrong. */
export interface MistakenDrawing {
  /** Which of the pictures. */
  index: number;
  pixels: Uint8Array;
  label: number;
  answer: number;
  /** How sure the network was of its answer, 0 to 1. */
  share: number;
}

export interface OursOutcome {
  right: number;
  count: number;
  /** The surest first. */
  mistakes: readonly MistakenDrawing[];
}

export interface OursResult extends OursOutcome {
  /** Of the pool, and of the network that was tested. */
  version: string;
  network: string;
  /** The network's accuracy on the data set's validation pictures at that time; null: not measured. */
  validation: number | null;
}

/** Pictures between two words about how far it is. */
const TOLD_EVERY = 10;

/** Lets a network read every picture; null where it gives no answer, or is not wanted any more. */
export async function testOurs(
  pictures: PoolPictures,
  predict: (pixels: Uint8Array) => Promise<number[] | null>,
  { goOn, progress }: { goOn(): boolean; progress(done: number): void },
): Promise<OursOutcome | null> {
  const mistakes: MistakenDrawing[] = [];
  for (let index = 0; index < pictures.count; index += 1) {
    const pixels = sliceExamples(pictures, index, 1).pixels.slice();
    const probabilities = await predict(pixels);
    const answer = topAnswer(probabilities);
    if (!goOn() || probabilities === null || answer === null) return null;
    const label = pictures.labels[index]!;
    if (answer !== label) mistakes.push({ index, pixels, label, answer, share: probabilities[answer]! });
    if (index % TOLD_EVERY === TOLD_EVERY - 1) progress(index + 1);
  }
  mistakes.sort((one, other) => other.share - one.share);
  return { right: pictures.count - mistakes.length, count: pictures.count, mistakes };
}
