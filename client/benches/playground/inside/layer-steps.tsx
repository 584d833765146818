'use client';

import { useTranslations } from 'use-intl';
import type { InputNames } from '@/client/benches/playground/model/input-names';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { ForwardUnit } from '@/engine/dense/explained-pass';
import type { DenseShape } from '@/engine/dense/shape';
import { FEATURES, type FeatureId } from '@/engine/points/features';

interface Props {
  inputs: readonly number[];
  /** Layer by layer, unit by unit. */
  layers: readonly (readonly ForwardUnit[])[];
  shape: DenseShape;
  features: readonly FeatureId[];
  inputNames: InputNames;
}

/** Decimals of what is written; the whole number stands in its title. */
const DECIMALS = 3;

/** A network's calculation of one place: every unit's products, their sum with the bias, and what the activation makes of it. */
export function LayerSteps({ inputs, layers, shape, features, inputNames }: Props) {
  const t = useTranslations('playground');
  const names = (layer: number): readonly string[] =>
    layer === 0
      ? features.map((feature) => inputNames.get(feature) ?? FEATURES[feature].formula)
      : layers[layer - 1]!.map((_, unit) => `${layer}.${unit + 1}`);
  return (
    <div className="flex min-w-0 flex-col gap-5">
      <section>
        <h3 className="text-base">{t('inside.inputs')}</h3>
        <p className="tabular flex flex-wrap gap-x-4 text-sm">
          {inputs.map((value, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place in the network is the identity.
            <span key={at}>
              <span translate="no" className="text-ink-soft">{`${names(0)[at]} = `}</span>
              <Value of={value} />
            </span>
          ))}
        </p>
      </section>
      {layers.map((units, layer) => {
        const isLast = layer === layers.length - 1;
        const { activation } = shape.layers[layer]!;
        const called = t(`activation.${activation}`);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the network is the identity.
          <section key={layer} data-layer={layer + 1}>
            <h3 className="text-base">
              {isLast ? t('network.output') : t('network.layerName', { layer: layer + 1 })}
            </h3>
            <p className="text-sm text-ink-soft">{t('inside.rule', { activation: called })}</p>
            <ol className="mt-1.5 flex flex-col gap-2">
              {units.map((unit, at) => (
                <UnitSteps
                  // biome-ignore lint/suspicious/noArrayIndexKey: the place in the network is the identity.
                  key={at}
                  name={`${layer + 1}.${at + 1}`}
                  unit={unit}
                  from={names(layer)}
                  activation={activation}
                  called={called}
                />
              ))}
            </ol>
          </section>
        );
      })}
    </div>
  );
}

interface UnitProps {
  name: string;
  unit: ForwardUnit;
  /** What its inputs are called. */
  from: readonly string[];
  activation: DenseShape['layers'][number]['activation'];
  /** The activation's name. */
  called: string;
}

function UnitSteps({ name, unit, from, activation, called }: UnitProps) {
  const t = useTranslations('playground.inside');
  return (
    <li
      data-unit={name}
      className="flex items-start gap-3 rounded-md border border-line bg-surface-raised px-3 py-1.5"
    >
      <span translate="no" className="tabular w-8 shrink-0 pt-0.5 text-sm font-bold text-ink-soft">
        {name}
      </span>
      <div className="tabular min-w-0 flex-1 text-sm leading-relaxed">
        <p className="flex flex-wrap items-baseline gap-x-1.5">
          {unit.products.map(({ value, weight }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place in the network is the identity.
            <span key={at} className="whitespace-nowrap">
              {at > 0 && <span className="text-ink-soft">+ </span>}
              <span translate="no" className="text-xs text-ink-soft">{`${from[at]} `}</span>
              <Value of={value} />
              <span className="text-ink-soft"> × </span>
              <Value of={weight} bracketed signed />
            </span>
          ))}
          <span className="whitespace-nowrap">
            <span className="text-ink-soft">+ </span>
            <span className="text-xs text-ink-soft">{`${t('bias')} `}</span>
            <Value of={unit.bias} bracketed signed />
          </span>
          <span className="whitespace-nowrap">
            <span className="text-ink-soft">= </span>
            <Value of={unit.z} />
          </span>
        </p>
        <p className="whitespace-nowrap">
          <span translate="no" className="text-ink-soft">
            {activation === 'linear' ? '' : `${called}(`}
          </span>
          {activation !== 'linear' && <Value of={unit.z} />}
          <span className="text-ink-soft">
            {activation === 'linear' ? t('asItIs') : activation === 'softmax' ? ', …)' : ')'}
          </span>
          <span className="text-ink-soft"> = </span>
          <strong data-testid="unit-answer">
            <Value of={unit.y} />
          </strong>
        </p>
      </div>
    </li>
  );
}

/** A number with three decimals; all of it in the title. */
function Value({
  of,
  bracketed = false,
  signed = false,
}: {
  of: number;
  bracketed?: boolean;
  signed?: boolean;
}) {
  const numbers = useNumbers();
  const text = numbers.decimal(of, DECIMALS);
  const look = !signed ? undefined : of < 0 ? 'text-negative' : 'text-positive';
  return (
    <span title={String(of)} className={look}>
      {bracketed && of < 0 ? `(${text})` : text}
    </span>
  );
}
