import { KNOWN_CIRCUITS, KNOWN_PERCEPTRONS } from '@/engine/perceptron/known-circuits';
import { CHALLENGE_BOX } from '@/engine/perceptron/plane';
import type { CircuitGoalSetup, CircuitTarget, TwoLayers } from './circuit-goals';
import { freshUnit, setupOf } from './circuit-goals';

/** Circuits to start from, by name. */
export const PRESETS = {
  'or-nand-and': twoLayers(KNOWN_CIRCUITS.xor.layers),
  'or-but-not-and': {
    first: [KNOWN_PERCEPTRONS.or, KNOWN_PERCEPTRONS.and],
    last: { weights: [1, -1], threshold: 0.5 },
  },
  counting: twoLayers(KNOWN_CIRCUITS['parity-3'].layers),
  'four-sides': {
    first: [
      { weights: [1, 0], threshold: CHALLENGE_BOX.left },
      { weights: [-1, 0], threshold: -CHALLENGE_BOX.right },
      { weights: [0, 1], threshold: CHALLENGE_BOX.bottom },
      { weights: [0, -1], threshold: -CHALLENGE_BOX.top },
    ],
    last: { weights: [1, 1, 1, 1], threshold: 3.5 },
  },
} as const satisfies Record<string, TwoLayers>;
export type PresetName = keyof typeof PRESETS;

function twoLayers(layers: readonly (readonly TwoLayers['last'][])[]): TwoLayers {
  return { first: layers[0]!, last: layers[1]![0]! };
}

/** Which of them a goal offers: what fits its inputs. */
export function presetsOf(target: CircuitTarget): readonly PresetName[] {
  switch (target) {
    case 'xor':
    case 'free':
      return ['or-nand-and', 'or-but-not-and'];
    case 'parity-3':
      return ['counting'];
    case 'box':
      return ['four-sides'];
    default:
      return [];
  }
}

/** Where everybody begins: part of the way, so that there is something to look at and something left to do. */
export function circuitStart(target: CircuitTarget): TwoLayers {
  if (target === 'xor')
    return {
      first: [KNOWN_PERCEPTRONS.or, KNOWN_PERCEPTRONS.nand],
      last: { weights: [1, 1], threshold: 0.5 },
    };
  if (target === 'parity-3')
    return {
      first: KNOWN_CIRCUITS['parity-3'].layers[0].slice(0, 2),
      last: { weights: [1, -1], threshold: 0.5 },
    };
  if (target === 'box')
    return { first: PRESETS['four-sides'].first.slice(0, 2), last: { weights: [1, 1], threshold: 1.5 } };
  const unit = freshUnit(setupOf(target));
  return { first: [unit, unit], last: { weights: [1, 1], threshold: 0.5 } };
}

/** Where a goal of the challenge begins: two units that do nothing useful yet, but for the weight that is given. */
export function challengeCircuitStart(setup: CircuitGoalSetup): TwoLayers {
  const unit = freshUnit(setup);
  const { given } = setup;
  const first = given
    ? { ...unit, weights: unit.weights.map((weight, i) => (i === given.input ? given.value : weight)) }
    : unit;
  return { first: [first, unit], last: { weights: [1, 1], threshold: 1 } };
}
