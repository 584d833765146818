import { DATASETS } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';
import { ConvolutionLayer } from './convolution-layer';
import { DenseLayer } from './dense-layer';
import { InkLayer } from './ink-layer';
import type { KernelLayer, LayerPlan } from './kernel-layer';

/** An experiment's layers, from the pictures on. */
export function buildLayers(
  { dataset }: Experiment,
  places: readonly LayerPlan['places'][],
  plan: Omit<LayerPlan, 'places' | 'before'>,
): KernelLayer[] {
  return places.map((own, i) => {
    const before = places[i - 1] ?? null;
    const whole = { ...plan, places: own, before };
    if (own.of.kind === 'convolution')
      return new ConvolutionLayer(whole, before ? before.side : DATASETS[dataset].side);
    return before ? new DenseLayer(whole) : new InkLayer(whole);
  });
}
