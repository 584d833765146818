import { valueTicks } from '@/client/charts/curve-rows';
import { type Axis, decadesOf } from '@/client/charts/plot/plot-area';
import { scaleBetween } from '@/client/charts/plot/scale';

/** Where an axis of a map is written on: round values, or powers of ten. */
export function axisTicks({ range, logarithmic = false }: Axis): number[] {
  return logarithmic
    ? decadesOf(scaleBetween(range, [0, 1], { logarithmic }))
    : valueTicks([range[0], range[1]], false);
}
