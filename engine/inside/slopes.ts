import { activationRule } from '@/engine/dense/activations';
import type { TracedLayer, TracedPass } from '@/engine/network/traced-pass';
import type { Activation } from '@/protocol/experiment-choices';
import type { LayerSlopes } from './pull-back';

/** Sums closer than this are one: the difference of their answers would be rounding alone. */
const SAME = 1e-6;

/** The sums that go on from a layer. */
function goingOn({ sums, winners }: TracedLayer): Float32Array {
  return winners ? Float32Array.from(winners, (at) => sums[at]!) : sums;
}

const hidden = ({ layers }: TracedPass) => layers.slice(0, -1);

/** The slope of each activation where it stands, f′(z). */
export function slopesAt(pass: TracedPass, activation: Activation): LayerSlopes[] {
  const { derivative } = activationRule(activation);
  return hidden(pass).map((traced) => goingOn(traced).map((sum, i) => derivative(sum, traced.answers[i]!)));
}

/**
 * The slope of each activation on the whole way from another picture to this one: (f(z) − f(z₀)) / (z − z₀). With these the parts of the
 * pixels add up exactly to what changes in the answers (“rescale” rule; Shrikumar, Greenside and Kundaje 2017, arXiv:1704.02685).
 */
export function slopesSince(pass: TracedPass, before: TracedPass, activation: Activation): LayerSlopes[] {
  const { derivative } = activationRule(activation);
  return hidden(pass).map((traced, index) => {
    const other = before.layers[index]!;
    const sumsBefore = goingOn(other);
    return goingOn(traced).map((sum, i) => {
      const [rise, run] = [traced.answers[i]! - other.answers[i]!, sum - sumsBefore[i]!];
      return Math.abs(run) < SAME ? derivative(sum, traced.answers[i]!) : rise / run;
    });
  });
}
