import { z } from 'zod';
import { MOST_LABELS } from './datasets';
import { LARGEST_LOSS } from './largest-loss';

/**
 * What the doctor (engine/doctor) finds in a training that is ill: a kind, and the numbers that it rests on. On the wire each number is
 * bounded by what it can mean; more than that is refused.
 */

/** Layers with weights that a network of any bench may have. */
const MOST_LAYERS = 8;

const share = z.number().min(0).max(1);
/** What explodes is brought to where it stops to mean more. */
const upTo = (most: number) =>
  z
    .number()
    .min(0)
    .transform((value) => Math.min(most, value));
const layer = z.int().min(1).max(MOST_LAYERS);

export const findingSchema = z.discriminatedUnion('kind', [
  /** `unrest`: by what share the loss moves from one step to the next; `overshot`: share of the steps that made their own batch worse. */
  z.strictObject({ kind: z.literal('rate-too-high'), unrest: upTo(100), overshot: share }),
  /** `fall`: share of the loss that an epoch takes away; `gain`: how many times more a step ten times as long would. */
  z.strictObject({ kind: z.literal('rate-too-low'), fall: share, gain: z.number().min(1).max(20) }),
  /** The layer with the most, and the share of its units that no example wakes. */
  z.strictObject({ kind: z.literal('dead-units'), layer, share }),
  /** The layer with the most, and the share of its outputs that sit on a flat end. */
  z.strictObject({ kind: z.literal('saturated-units'), layer, share }),
  /** The first layer's slope over the last one's. */
  z.strictObject({ kind: z.literal('vanishing-gradient'), ratio: share }),
  z.strictObject({ kind: z.literal('exploding-gradient'), ratio: upTo(1e9) }),
  /** The rarest label, counted from 0, and its share of the examples. */
  z.strictObject({
    kind: z.literal('one-sided-data'),
    label: z
      .int()
      .min(0)
      .max(MOST_LABELS - 1),
    share,
  }),
  /** Share of the examples whose label the network, confidently, does not believe. */
  z.strictObject({ kind: z.literal('doubtful-labels'), share }),
  /** Training examples, and by how much accuracy on them is above that on others. */
  z.strictObject({ kind: z.literal('too-few-examples'), examples: z.int().min(1).max(60_000), gap: share }),
  /** Loss on held-back examples minus loss on the training's, and the epoch from which on it got worse. */
  z.strictObject({ kind: z.literal('overfitting'), gap: upTo(LARGEST_LOSS), since: upTo(1e6) }),
  z.strictObject({
    kind: z.literal('batch-too-small'),
    batchSize: z.int().min(1).max(1_000),
    unrest: upTo(100),
  }),
  /** Share of the loss that an epoch of so few steps takes away. */
  z.strictObject({
    kind: z.literal('batch-too-large'),
    stepsPerEpoch: z.int().min(1).max(60_000),
    fall: share,
  }),
]);
export type Finding = z.infer<typeof findingSchema>;
export type FindingKind = Finding['kind'];
export const FINDING_KINDS = findingSchema.options.map(({ shape }) => shape.kind.value) as [
  FindingKind,
  ...FindingKind[],
];
