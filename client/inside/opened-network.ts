import type { Asked } from '@/engine/inside/spoken';
import { answerOf } from '@/engine/network/answer-of';
import { probabilitiesOf } from '@/engine/network/probabilities';
import { type TracedPass, tracePass } from '@/engine/network/traced-pass';
import { DATASETS } from '@/protocol/datasets';
import type { Architecture } from '@/protocol/experiment';

/** A network that stands still, asked about one picture, with every number on the way. */
export interface OpenedNetwork extends Asked {
  pass: TracedPass;
  /** Of each label, as softmax gives them. */
  shares: Float32Array;
  /** The likeliest label. */
  answer: number;
  /** Rows, and columns, of the picture. */
  side: number;
}

/** @param pixels 0 paper to 255 ink. @returns null where weights or what comes of them are no numbers any more */
export function openNetwork(
  { dataset, network }: Architecture,
  weights: Float32Array,
  pixels: Uint8Array,
): OpenedNetwork | null {
  const architecture = { dataset, network };
  // As the worker hands pictures to a network.
  const picture = Float32Array.from(pixels, (pixel) => pixel / 255);
  if (!weights.every(Number.isFinite)) return null;
  const pass = tracePass(architecture, weights, picture);
  if (!pass.logits.every(Number.isFinite)) return null;
  return { architecture, weights, picture, pass, side: DATASETS[dataset].side, ...saidBy(pass.logits) };
}

/** What a network says, from its logits. */
export function saidBy(logits: Float32Array): Pick<OpenedNetwork, 'shares' | 'answer'> {
  const shares = probabilitiesOf(logits, logits.length);
  return { shares, answer: answerOf(shares, 0, shares.length) };
}
