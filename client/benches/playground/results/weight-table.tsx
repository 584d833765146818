'use client';

import { useTranslations } from 'use-intl';
import type { BenchModel } from '@/client/benches/playground/model/bench-model';
import { useSlowFrame } from '@/client/benches/playground/model/use-bench-model';
import { useWeightWords } from '@/client/benches/playground/network/use-weight-words';
import { biasIndex, layerSpans, weightIndex } from '@/engine/dense/shape';
import type { PlaygroundBegun } from '@/engine/playground/messages';
import { FEATURES, type FeatureId } from '@/engine/points/features';

interface Props {
  model: BenchModel;
  begun: PlaygroundBegun;
  features: readonly FeatureId[];
}

/** All weights as numbers, layer by layer, as they are now. */
export function WeightTable({ model, begun, features }: Props) {
  const t = useTranslations('playground');
  const { write } = useWeightWords();
  const frame = useSlowFrame(model.frames, begun);
  if (!frame || frame.weights.length !== begun.weightCount) return null;
  const spans = layerSpans(begun.shape);
  const number = (index: number) => {
    const value = frame.weights[index]!;
    return (
      <td key={index} className={`px-1 text-right ${value < 0 ? 'text-negative' : 'text-positive'}`}>
        {write(value)}
      </td>
    );
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    // biome-ignore lint/a11y/useSemanticElements: a region of its own would be one landmark too many.
    <div tabIndex={0} role="group" aria-label={t('weights.label')} className="max-h-44 overflow-auto">
      {spans.map((span, layer) => {
        const names =
          layer === 0
            ? features.map((feature) => FEATURES[feature].formula)
            : Array.from({ length: span.inputs }, (_, i) => `${layer}.${i + 1}`);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the network is the identity.
          <table key={layer} translate="no" className="tabular mb-2 text-xs">
            <caption className="text-left font-semibold whitespace-nowrap text-ink-soft">
              {layer === spans.length - 1
                ? t('network.output')
                : t('network.layerName', { layer: layer + 1 })}
            </caption>
            <thead>
              <tr>
                <td />
                {names.map((name) => (
                  <th
                    key={name}
                    scope="col"
                    className="px-1 text-right font-semibold whitespace-nowrap text-ink-soft"
                  >
                    {name}
                  </th>
                ))}
                <th scope="col" className="px-1 text-right font-semibold text-ink-soft">
                  {t('weights.bias')}
                </th>
              </tr>
            </thead>
            <tbody>
              {Array.from({ length: span.units }, (_, unit) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the place in the network is the identity.
                <tr key={unit}>
                  <th scope="row" className="pr-1 text-left font-semibold text-ink-soft">
                    {`${layer + 1}.${unit + 1}`}
                  </th>
                  {names.map((_, input) => number(weightIndex(span, unit, input)))}
                  {number(biasIndex(span, unit))}
                </tr>
              ))}
            </tbody>
          </table>
        );
      })}
    </div>
  );
}
