import type { ClassState } from '@/classroom/state';
import { hasPoints } from '@/engine/runs/points-experiment';
import { type PointsNetwork, pointsNetwork } from '@/engine/runs/points-network';
import { readRunWeights } from '@/engine/runs/run-weights';
import { findLesson } from '@/lessons/registry';
import { textIn } from '@/lessons/written';
import type { PointsRun } from '@/protocol/run';
import type { NamedTensor } from '@/server/export/network/channels-first';
import type { KeptWeights } from '@/server/export/network/kept-weights';
import type { Reader } from '@/server/export/network/taken-network';

/** A network of the 2-D bench that is taken along, and all that its files tell of it. */
export interface TakenPoints extends Reader, PointsNetwork {
  run: PointsRun;
  /** All of them, in the order of engine/dense/shape. */
  weights: Float32Array;
  /** Steps of training that they have behind them. */
  steps: number;
  /** See `TakenNetwork`. */
  lesson: string | null;
  student: string | null;
}

/** A layer of such a network, as it is called in every file. */
export interface PointsLayer {
  name: string;
  inputs: number;
  units: number;
  activation: PointsNetwork['layers'][number]['activation'];
  tensors: readonly [weight: NamedTensor, bias: NamedTensor];
}

/**
 * A run on points with its kept weights, as it is taken along; null where they are no weights of its network. Own points are kept nowhere, and
 * nor are the weights that learned from them: what is told of a place is of the plane.
 */
export function takenPoints(
  state: ClassState,
  run: PointsRun,
  { bytes, step }: KeptWeights,
  named: boolean,
  reader: Reader,
): TakenPoints | null {
  if (!hasPoints(run.experiment)) return null;
  const weights = readRunWeights(run.experiment, bytes);
  if (typeof weights === 'string') return null;
  const lesson = findLesson(state.lessonId);
  return {
    ...reader,
    run,
    ...pointsNetwork(run.experiment),
    weights,
    steps: step ?? run.last?.step ?? 0,
    lesson: lesson && textIn(lesson, reader.language).title,
    student: (named && state.students[run.studentId]?.nickname) || null,
  };
}

/** The layers from the input on, with their numbers as PyTorch and ONNX have them: weights [units, inputs], a unit's own together. */
export function pointsLayers({ layers, weights }: TakenPoints): PointsLayer[] {
  return layers.map(({ inputs, units, activation, weightsAt, biasesAt }, index) => {
    const name = index === layers.length - 1 ? 'answer' : `hidden${index + 1}`;
    return {
      ...{ name, inputs, units, activation },
      tensors: [
        {
          name: `${name}.weight`,
          shape: [units, inputs],
          values: weights.slice(weightsAt, weightsAt + inputs * units),
        },
        { name: `${name}.bias`, shape: [units], values: weights.slice(biasesAt, biasesAt + units) },
      ],
    };
  });
}
