import { activateAll, slopeAll } from '@/engine/dense/activate-all';
import type { UnitActivation } from '@/engine/dense/activations';
import { outputDelta } from '@/engine/dense/losses';
import { narrowPassBack, narrowSums, narrowWeightSlopes } from '@/engine/dense/narrow-layers';
import { optimizerRule } from '@/engine/dense/optimizers';
import type { LayerSpan } from '@/engine/dense/shape';
import { RELAY_RATE } from '@/protocol/relay-settings';
import type { UnitAsked, UnitSent } from '@/protocol/relay-unit';
import { RELAY_LOSS, relayShape } from './relay-network';

/**
 * What one unit does by itself, knowing nothing but its own weights and what comes in: the engine's own layer code, on a layer of one unit. So it comes to the
 * same bits as that unit in the whole network.
 */

/** What a unit has worked out, for whoever looks at it. */
export interface UnitWork {
  sent: UnitSent;
  /** z of each case. */
  sums: number[];
  /** y of each case. */
  outputs: number[];
  /** δ = ∂L/∂z of each case; empty: nothing came back. */
  deltas: number[];
  /** ∂L/∂w of each weight, the bias last; empty: nothing came back. */
  gradient: number[];
  /** The weights afterwards, the bias last. */
  weights: number[];
}

/** @param own the unit's weights now, its bias last; one more than inputs come in */
export function unitWork(asked: UnitAsked, own: readonly number[]): UnitWork {
  const { way, phase, slopes, targets } = asked;
  const inputs = own.length - 1;
  const x = Float64Array.from(asked.inputs);
  const count = x.length / inputs;
  const activation = activationOf(asked);
  const span: LayerSpan = { inputs, units: 1, activation, weightsAt: 0, biasesAt: inputs, count: inputs + 1 };
  const weights = Float64Array.from(own);
  const z = new Float64Array(count);
  const y = new Float64Array(count);
  narrowSums(weights, span, x, z, count);
  activateAll(activation, z, y, count);

  const { relayId, team, seat, step } = asked;
  const sent: UnitSent = {
    ...{ relayId, team, seat, step, phase },
    ...{ outputs: phase === 'back' ? [] : [...y], back: [], weights: [] },
  };
  const work: UnitWork = { sent, sums: [...z], outputs: [...y], deltas: [], gradient: [], weights: [...own] };
  const comesBack = phase === 'back' ? slopes : targets;
  if (way === 'hand' || comesBack === null) return work;

  const delta = Float64Array.from(comesBack);
  if (phase === 'back') slopeAll(activation, z, y, delta, count);
  else {
    const t = Float64Array.from(comesBack);
    for (let at = 0; at < count; at++)
      outputDelta(RELAY_LOSS, activation, z, y, delta, at, 1, t, at, 1 / count);
    const back = new Float64Array(count * inputs);
    narrowPassBack(weights, span, delta, back, count);
    sent.back = [...back];
  }
  const gradient = new Float64Array(span.count);
  narrowWeightSlopes(gradient, span, delta, x, count);
  optimizerRule('sgd').update(weights, gradient, [], RELAY_RATE, 1);
  sent.weights = [...weights];
  return { ...work, deltas: [...delta], gradient: [...gradient], weights: [...weights] };
}

function activationOf({ way, phase }: UnitAsked): UnitActivation {
  const [hidden, output] = relayShape(way, 2).layers;
  return (phase === 'output' ? output! : hidden!).activation as UnitActivation;
}
