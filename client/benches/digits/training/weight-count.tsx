'use client';

import { useTranslations } from 'use-intl';
import { useNetworkText } from '@/client/benches/run/network-text';
import { weightsFit } from '@/client/benches/run/run-gate';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Notice } from '@/client/ui/notice';
import type { Architecture } from '@/protocol/experiment';
import { LIMITS } from '@/protocol/limits';
import { countWeights, weightLayers } from '@/protocol/weight-shapes';

/** How many numbers the network learns, layer by layer, with the arithmetic. */
export function WeightCount({ architecture }: { architecture: Architecture }) {
  const t = useTranslations('bench');
  const numbers = useNumbers();
  const text = useNetworkText();
  const total = countWeights(architecture);
  if (!weightsFit(architecture)) {
    return (
      <Notice tone="error">
        {t('weights.tooMany', {
          total: numbers.integer(total),
          most: numbers.integer(LIMITS.weightsPerNetwork),
        })}
      </Notice>
    );
  }
  return (
    <details className="group rounded-md border border-line bg-surface-raised text-sm">
      <summary className="flex min-h-9 items-center px-3 font-semibold marker:content-none pointer-coarse:min-h-11">
        <span className="tabular flex-1">{t('weights.title', { total: numbers.integer(total) })}</span>
        <Chevron />
      </summary>
      <div className="border-t border-line px-3 py-2">
        <p className="mb-1 text-xs text-ink-soft">{t('weights.explain')}</p>
        <ul className="flex flex-col gap-1.5">
          {weightLayers(architecture).map((layer, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place in the network is the identity.
            <li key={index} className="leading-snug">
              <span className="block">{text.layer(layer)}</span>
              <span className="tabular block text-ink-soft">
                {t('weights.formula', {
                  inputs: numbers.integer(layer.inputs),
                  units: numbers.integer(layer.units),
                  biases: numbers.integer(layer.biases),
                  sum: numbers.integer(layer.weights + layer.biases),
                })}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

function Chevron() {
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      className="size-4 transition-transform group-open:rotate-180"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
    >
      <path d="m4 6 4 4 4-4" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
