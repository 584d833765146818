import { plainLogits } from '@/engine/network/plain-forward';
import { tracePass } from '@/engine/network/traced-pass';
import type { Architecture } from '@/protocol/experiment';
import { pullBack } from './pull-back';
import { slopesSince } from './slopes';

/** A network that is asked, and the picture. */
export interface Asked {
  architecture: Architecture;
  /** In storage order. */
  weights: Float32Array;
  /** Numbers of one picture, 0 to 1. */
  picture: Float32Array;
}

/** Two answers that are held against each other: what softmax makes of them depends on the difference of their logits alone. */
export interface Rivals {
  answer: number;
  other: number;
}

/** How much each pixel spoke for the one answer and against the other. */
export interface Spoken {
  /**
   * `shares`: the pixels' parts of the lead, which add up to it exactly. `taken-away`: by how much the lead falls if this one pixel were
   * paper; these do not add up, since pixels work together.
   */
  how: 'shares' | 'taken-away';
  /** One a pixel; above 0 it spoke for the answer. Paper says nothing: 0. */
  pixels: Float32Array;
  /** Logit of the answer minus that of the other. */
  lead: number;
  /** The same for paper with nothing on it. */
  blankLead: number;
}

const leadIn = (logits: Float32Array, { answer, other }: Rivals) => logits[answer]! - logits[other]!;

/**
 * Says which pixels spoke for an answer and which against it. A dense network's lead is divided among the pixels, exactly (slopesSince).
 * Behind a pooling one pixel more can let another win, so that no division is the right one: there each pixel with ink is made paper in
 * turn, and the network is run (occlusion; Zeiler and Fergus 2014, arXiv:1311.2901).
 * @yields after each run of the network, so that a page can draw in between
 */
export function* spokenPixels(asked: Asked, rivals: Rivals): Generator<void, Spoken> {
  const { architecture, weights, picture } = asked;
  const pass = tracePass(architecture, weights, picture);
  yield;
  const blank = tracePass(architecture, weights, new Float32Array(picture.length));
  yield;
  const lead = leadIn(pass.logits, rivals);
  const blankLead = leadIn(blank.logits, rivals);
  if (architecture.network.kind === 'convolutional') {
    const pixels = new Float32Array(picture.length);
    const without = picture.slice();
    for (let at = 0; at < picture.length; at++) {
      if (picture[at] === 0) continue;
      without[at] = 0;
      pixels[at] = lead - leadIn(plainLogits(architecture, weights, without), rivals);
      without[at] = picture[at]!;
      yield;
    }
    return { how: 'taken-away', pixels, lead, blankLead };
  }
  const seed = new Float32Array(pass.logits.length);
  seed[rivals.answer]! += 1;
  seed[rivals.other]! -= 1;
  const slopes = slopesSince(pass, blank, architecture.network.activation);
  const pixels = pullBack(pass, slopes, seed).map((slope, at) => slope * picture[at]!);
  return { how: 'shares', pixels, lead, blankLead };
}
