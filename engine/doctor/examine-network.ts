import { sumLosses } from '@/engine/network/losses';
import { probabilitiesOf } from '@/engine/network/probabilities';
import type { TrainableNetwork } from '@/engine/network/trainable-network';
import type { Experiment } from '@/protocol/experiment';
import { doubtfulExamples } from './confident-learning';
import {
  FAR,
  type LayerVitals,
  rootMeanSquare,
  type Trial,
  unrestOf,
  type Vitals,
  wakefulness,
} from './vitals';

/** Steps of a trial. */
const STEPS = 8;
/** Pictures of the probe through which slopes are sent: as many as fit beside everything else. */
const SLOPE_PICTURES = 50;

interface Pictures {
  /** Bytes, one picture after another. */
  pixels: Uint8Array;
  labels: Uint8Array;
}

/** What an examination needs of a training of pictures. */
export interface PictureCase {
  network: TrainableNetwork;
  experiment: Experiment;
  /** Training pictures to look with; not overwritten. */
  probe: Pictures;
  /** The batch of a step; good until the next is asked for. Null: its pictures are not there yet. */
  batchAt(step: number): Pictures | null;
  /** Lets others in. */
  breathe(): Promise<void>;
}

/** Examines a network of pictures in training (engine/network). What is tried is undone. */
export async function examineNetwork(of: PictureCase): Promise<Vitals> {
  const { network, probe } = of;
  const step = network.step;
  const layers = await layersOf(of);
  await of.breathe();
  const logits = await network.logits(probe.pixels);
  const probabilities = probabilitiesOf(logits, network.classes);
  const doubtful =
    doubtfulExamples(probabilities, probe.labels, network.classes).length / probe.labels.length;
  return { step, layers, doubtful, trial: await network.apart((stretch) => tryOut(of, stretch)) };
}

async function layersOf({ network, experiment, probe }: PictureCase): Promise<LayerVitals[]> {
  const { activation } = experiment.network;
  const hidden = await network.hiddenAnswers(probe.pixels);
  const pictures = Math.min(SLOPE_PICTURES, probe.labels.length);
  const slopes = await network.layerSlopes(
    probe.pixels.subarray(0, pictures * network.inputs),
    probe.labels.subarray(0, pictures),
  );
  return slopes.map(({ values, shape }, layer) => {
    const units = shape.at(-1)!;
    return {
      ...(hidden[layer]
        ? wakefulness(hidden[layer].values, units, activation)
        : { units, dead: 0, saturated: 0 }),
      slope: pictures * rootMeanSquare(values),
    };
  });
}

/** Goes a few steps, looks at each step's own batch before and after it, and then farther along the same way. */
async function tryOut(of: PictureCase, stretch: (times: number) => void): Promise<Trial> {
  const { network, probe } = of;
  const losses = [await lossOn(of, probe)];
  let overshot = 0;
  let steps = 0;
  for (; steps < STEPS; steps++) {
    const batch = of.batchAt(network.step);
    if (!batch) break;
    const before = await lossOn(of, batch);
    network.trainStep(batch.pixels, batch.labels);
    if (!((await lossOn(of, batch)) <= before)) overshot++;
    losses.push(await lossOn(of, probe));
    await of.breathe();
  }
  stretch(FAR);
  const far = await lossOn(of, probe);
  return {
    steps,
    overshot: steps === 0 ? 0 : overshot / steps,
    unrest: unrestOf(losses),
    before: losses[0]!,
    after: losses.at(-1)!,
    far,
  };
}

async function lossOn({ network, experiment }: PictureCase, { pixels, labels }: Pictures): Promise<number> {
  const logits = await network.logits(pixels);
  return sumLosses(experiment.loss, logits, labels, network.classes).loss / labels.length;
}
