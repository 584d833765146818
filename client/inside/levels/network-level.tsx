'use client';

import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { AnswerBars } from '@/client/charts/answer-bars';
import { useDatasetWords } from '@/client/i18n/use-dataset-words';
import { useNumbers } from '@/client/i18n/use-numbers';
import { inputsLayout } from '@/client/inside/grid-layout';
import { NumberGrid } from '@/client/inside/number-grid';
import { classNames } from '@/client/ui/class-names';
import { OneStopGroup } from '@/client/ui/one-stop-group';
import type { LevelProps } from './level-props';

/** The whole network: the picture, each layer with what it answers, and the shares. */
export function NetworkLevel({ network, names, onPlace }: LevelProps) {
  const t = useTranslations('inside');
  const numbers = useNumbers();
  const { labels, wide } = useDatasetWords(network.architecture.dataset);
  const { layers } = network.pass;
  const last = layers.length - 1;
  const whatOf = (index: number) => {
    const { layer, side } = layers[index]!;
    if (index === last) return t('network.answers', { units: layer.units });
    return side === null
      ? t('network.dense', { units: layer.units })
      : t('network.convolution', { units: layer.units, kernel: layer.shape[0]! });
  };
  const partOf = (index: number) => {
    const { layer, side } = layers[index]!;
    return t(side === null ? 'network.densePart' : 'network.convolutionPart', {
      inputs: numbers.integer(layer.inputs),
      units: numbers.integer(layer.units),
      count: numbers.integer(layer.weights + layer.biases),
    });
  };
  return (
    <>
      <p className="max-w-5xl">{t('network.hint')}</p>
      <OneStopGroup className="flex flex-col items-stretch gap-2 lg:flex-row lg:items-center">
        <div className="flex flex-col gap-2 p-3 lg:flex-1">
          <p className="text-lg font-semibold">{t('trail.picture')}</p>
          <NumberGrid
            values={network.picture}
            layout={inputsLayout(layers, 0, network.side)}
            look="ink"
            largest={1}
            label={t('trail.picture')}
            className="mx-auto max-w-52 lg:max-w-72"
          />
          <p className="text-sm text-ink-soft">
            {t('network.pixels', { count: numbers.integer(network.picture.length) })}
          </p>
        </div>
        {layers.map(({ answers }, index) => (
          <Step key={names.layer(index)}>
            <button
              type="button"
              data-inside-first={index === 0 ? '' : undefined}
              onClick={() => onPlace({ level: 'layer', layer: index })}
              className={classNames(
                'group flex w-full cursor-pointer flex-col gap-2 rounded-md border border-line-strong bg-surface-raised p-3 text-left hover:border-ink hover:bg-surface-sunken',
                'focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-focus',
              )}
            >
              <span className="text-lg font-semibold underline underline-offset-4">{names.layer(index)}</span>
              {index === last ? (
                <AnswerBars
                  labels={labels}
                  wide={wide}
                  probabilities={Array.from(network.shares)}
                  label={t('answers.share')}
                  describe={(label, share) => `${label}: ${numbers.percent(share)}`}
                  write={(share) => numbers.percent(share)}
                />
              ) : (
                <span aria-hidden="true" className="mx-auto block w-full max-w-52 lg:max-w-60">
                  <NumberGrid
                    values={answers}
                    layout={inputsLayout(layers, index + 1, network.side)}
                    look="signed"
                    label={names.layer(index)}
                  />
                </span>
              )}
              <span>{whatOf(index)}</span>
              <span className="text-sm text-ink-soft">{partOf(index)}</span>
              {index === last && <span className="text-sm text-ink-soft">{t('network.softmax')}</span>}
            </button>
          </Step>
        ))}
      </OneStopGroup>
    </>
  );
}

function Step({ children }: { children: ReactNode }) {
  return (
    <>
      <ArrowRight
        aria-hidden="true"
        className="mx-auto size-6 shrink-0 rotate-90 text-ink-soft lg:rotate-0"
      />
      <div className="min-w-0 lg:flex-1">{children}</div>
    </>
  );
}
