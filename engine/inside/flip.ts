import { answerOf } from '@/engine/network/answer-of';
import { plainLogits } from '@/engine/network/plain-forward';
import { type TracedPass, tracePass } from '@/engine/network/traced-pass';
import { pullBack } from './pull-back';
import { slopesAt } from './slopes';
import type { Asked, Rivals } from './spoken';

/** Pixels that were changed, and what the network answers then. */
export interface Flip {
  /** Where pixels were changed, each to paper (0) or to full ink (1). None of them can be left out. */
  changed: readonly number[];
  picture: Float32Array;
  answer: number;
}

/** Pixels after which a way to another answer is given up. */
export const MOST_CHANGED = 40;
/** Of the pixels that look best by their slopes so many are really tried. */
const TRIED = 4;

const answerIn = (logits: Float32Array) => answerOf(logits, 0, logits.length);

/**
 * Looks for few pixels that give another answer, each made paper or full ink. Towards each other answer it changes, one after another, the
 * pixel that brings it nearest: four are picked by their slopes and really tried. What turns out not to be needed is put back, and the way with
 * fewest pixels is taken. The network is run on every picture that is said to flip it.
 *
 * A greedy search: no pixel of what it finds can be left out, but fewer others may do; to be sure of that all sets of pixels would have to be
 * tried. (Pixel by pixel along the slopes: Papernot et al. 2016, arXiv:1511.07528.)
 * @yields after each run of the network, so that a page can draw in between
 * @returns null: nothing was found with at most 40 pixels
 */
export function* flipPixels(asked: Asked): Generator<void, Flip | null> {
  const { architecture, weights, picture } = asked;
  const pass = tracePass(architecture, weights, picture);
  const answer = answerIn(pass.logits);
  if (!pass.logits.every(Number.isFinite)) return null;
  yield;
  const others = [...pass.logits.keys()].filter((label) => label !== answer);
  // The nearest first: what it takes there is the most that is tried elsewhere.
  others.sort((a, b) => pass.logits[b]! - pass.logits[a]!);
  let best: Flip | null = null;
  for (const other of others) {
    const most: number = best ? best.changed.length - 1 : MOST_CHANGED;
    const found: number[] | null = yield* wayTo(asked, { answer, other }, most);
    if (!found) continue;
    const flip: Flip = yield* withoutIdle(asked, answer, found);
    if (!best || flip.changed.length < best.changed.length) best = flip;
  }
  return best;
}

/** Changes pixel after pixel until the network answers something else. */
function* wayTo(asked: Asked, rivals: Rivals, most: number): Generator<void, number[] | null> {
  const { architecture, weights } = asked;
  const picture = asked.picture.slice();
  const changed: number[] = [];
  while (changed.length < most) {
    const pass = tracePass(architecture, weights, picture);
    yield;
    let nearest: { at: number; lead: number; logits: Float32Array } | null = null;
    for (const at of likeliest(asked, pass, picture, rivals, changed)) {
      const before = picture[at]!;
      picture[at] = turned(asked.picture[at]!);
      const logits = plainLogits(architecture, weights, picture);
      picture[at] = before;
      yield;
      const lead = logits[rivals.answer]! - logits[rivals.other]!;
      if (!nearest || lead < nearest.lead) nearest = { at, lead, logits };
    }
    const now = pass.logits[rivals.answer]! - pass.logits[rivals.other]!;
    // No pixel helps any more.
    if (!nearest || nearest.lead >= now) return null;
    picture[nearest.at] = turned(asked.picture[nearest.at]!);
    changed.push(nearest.at);
    if (answerIn(nearest.logits) !== rivals.answer) return changed;
  }
  return null;
}

/** What a pixel is changed to: paper gets ink, ink becomes paper. */
export function turned(value: number): number {
  return value < 0.5 ? 1 : 0;
}

/** The pixels whose change lowers the lead most, as far as slopes tell. */
function likeliest(
  { architecture }: Asked,
  pass: TracedPass,
  picture: Float32Array,
  { answer, other }: Rivals,
  changed: readonly number[],
): number[] {
  const seed = new Float32Array(pass.logits.length);
  seed[answer] = 1;
  seed[other] = -1;
  const slopes = pullBack(pass, slopesAt(pass, architecture.network.activation), seed);
  const gains = [...slopes.keys()]
    .filter((at) => !changed.includes(at))
    .map((at) => ({ at, gain: slopes[at]! * (picture[at]! - turned(picture[at]!)) }));
  return gains
    .sort((a, b) => b.gain - a.gain)
    .slice(0, TRIED)
    .map(({ at }) => at);
}

/** Puts back what is not needed, the first changes first, until no pixel can be left out; the last picture is run as it stands. */
function* withoutIdle(
  { architecture, weights, picture }: Asked,
  answer: number,
  found: readonly number[],
): Generator<void, Flip> {
  const now = picture.slice();
  for (const at of found) now[at] = turned(picture[at]!);
  let changed = found;
  for (let again = true; again; ) {
    again = false;
    for (const at of changed) {
      now[at] = picture[at]!;
      const stillOther = answerIn(plainLogits(architecture, weights, now)) !== answer;
      yield;
      if (stillOther) {
        changed = changed.filter((one) => one !== at);
        again = true;
      } else now[at] = turned(picture[at]!);
    }
  }
  return { changed, picture: now, answer: answerIn(plainLogits(architecture, weights, now)) };
}
