import type { Axis, PlotArea } from '@/client/charts/plot/plot-area';
import { KNOBS, type KnobSetting } from '@/protocol/knob-settings';

/** Shares beside a linear axis and a logarithmic one. */
const SHARES = [0, 0.2, 0.4, 0.6, 0.8, 1];
const ERRORS = [0.02, 0.05, 0.1, 0.2, 0.5, 1];

/** How the values and results of a setting lie in a picture. */
export interface KnobAxes {
  x: Axis;
  y: Axis;
  ticksX: readonly number[];
  ticksY: readonly number[];
  /** A share of right answers, as it stands on the y axis: the share itself, or that of wrong answers where a law is looked for. */
  measure: 'right' | 'wrong';
  of(accuracy: number): number;
}

/**
 * The axes for a setting. @param values all that stand on the x axis
 * @param law whether a power law is looked for: errors, both axes logarithmic, so that such a law is a straight line
 * @param font CSS pixels of the writing, which the outermost dots keep away from the edges
 */
export function knobAxes(
  setting: KnobSetting,
  values: readonly number[],
  law: boolean,
  font: number,
): KnobAxes {
  const { logarithmic } = KNOBS[setting];
  const [from, to] = [Math.min(...values), Math.max(...values)];
  return {
    // A single value stands in the middle.
    x: { range: from === to ? [from / 2, 2 * to] : [from, to], logarithmic, inset: 1.4 * font },
    y: law
      ? { range: [ERRORS[0]!, 1], logarithmic: true, held: true, inset: font / 2 }
      : { range: [0, 1], inset: font / 2 },
    ticksX: values,
    ticksY: law ? ERRORS : SHARES,
    measure: law ? 'wrong' : 'right',
    of: law ? (accuracy) => Math.max(ERRORS[0]!, 1 - accuracy) : (accuracy) => accuracy,
  };
}

/** Values whose writing stands beside its neighbours', the last one among them. */
export function fittingTicks(area: PlotArea, values: readonly number[], font: number): number[] {
  const kept: number[] = [];
  for (const value of values.toReversed()) {
    const before = kept.at(-1);
    if (before === undefined || area.x(before) - area.x(value) >= 3 * font) kept.push(value);
  }
  return kept.reverse();
}
