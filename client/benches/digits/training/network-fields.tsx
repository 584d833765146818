'use client';

import { useTranslations } from 'use-intl';
import { useNetworkText } from '@/client/benches/run/network-text';
import { NetworkDiagram } from '@/client/charts/network-diagram';
import { useDatasetWords } from '@/client/i18n/use-dataset-words';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { SelectField } from '@/client/ui/select-field';
import type { Architecture, Network } from '@/protocol/experiment';
import { ACTIVATIONS } from '@/protocol/experiment-choices';
import { DENSE_AFTER, FILTERS, FIRST_NETWORK, HIDDEN_UNITS, withValue } from './setting-choices';
import { WeightCount } from './weight-count';

interface Props {
  architecture: Architecture;
  onChange(network: Network): void;
  /** Its kind, layers and sizes stand here. */
  sizes: boolean;
  /** What each unit makes of its sum stands here. */
  activation: boolean;
}

const choicesOf = (choices: readonly number[], value: number) =>
  withValue(choices, value).map((choice) => ({ value: String(choice), label: String(choice) }));

/** The chooser of the network, with its picture and how many numbers it learns. */
export function NetworkFields({ architecture, onChange, sizes, activation }: Props) {
  const t = useTranslations('bench');
  const text = useNetworkText();
  const { labels, wide } = useDatasetWords(architecture.dataset);
  const { network } = architecture;
  return (
    <div className="flex flex-col gap-3">
      {sizes && (
        <>
          <SegmentedControl
            label={t('settings.kind')}
            value={network.kind}
            onChange={(kind) => onChange({ ...FIRST_NETWORK[kind], activation: network.activation })}
            segments={[
              { value: 'dense', label: t('settings.dense') },
              { value: 'convolutional', label: t('settings.convolutional') },
            ]}
          />
          <NetworkDiagram
            architecture={architecture}
            labels={labels}
            wide={wide}
            label={text.diagram(architecture)}
          />
          {network.kind === 'dense' ? (
            <DenseFields network={network} onChange={onChange} />
          ) : (
            <ConvolutionalFields network={network} onChange={onChange} />
          )}
          <WeightCount architecture={architecture} />
        </>
      )}
      {activation && (
        <SelectField
          label={t('settings.activation')}
          value={network.activation}
          choices={ACTIVATIONS.map((value) => ({ value, label: t(`settings.${value}`) }))}
          onChange={(chosen) => onChange({ ...network, activation: chosen })}
        />
      )}
    </div>
  );
}

type Kind<K extends Network['kind']> = Extract<Network, { kind: K }>;

function DenseFields({ network, onChange }: { network: Kind<'dense'>; onChange(network: Network): void }) {
  const t = useTranslations('bench');
  const { hidden } = network;
  const setCount = (count: number) =>
    onChange({
      ...network,
      hidden: Array.from({ length: count }, (_, i) => hidden[i] ?? hidden[i - 1] ?? 32),
    });
  return (
    <>
      <SegmentedControl
        label={t('settings.layers')}
        labelVisible
        value={String(hidden.length)}
        onChange={(count) => setCount(Number(count))}
        segments={['0', '1', '2', '3'].map((value) => ({
          value,
          label: value === '0' ? t('settings.layersNone') : value,
        }))}
      />
      {hidden.length > 0 && (
        <div className="grid grid-cols-2 gap-3">
          {hidden.map((units, layer) => (
            <SelectField
              // biome-ignore lint/suspicious/noArrayIndexKey: the place in the network is the identity.
              key={layer}
              label={t('settings.unitsOf', { layer: layer + 1 })}
              value={String(units)}
              choices={choicesOf(HIDDEN_UNITS, units)}
              onChange={(value) => onChange({ ...network, hidden: hidden.with(layer, Number(value)) })}
            />
          ))}
        </div>
      )}
    </>
  );
}

function ConvolutionalFields({
  network,
  onChange,
}: {
  network: Kind<'convolutional'>;
  onChange(network: Network): void;
}) {
  const t = useTranslations('bench');
  const { filters } = network;
  return (
    <>
      <div className="flex flex-wrap gap-x-5 gap-y-3">
        <SegmentedControl
          label={t('settings.convolutions')}
          labelVisible
          value={String(filters.length)}
          onChange={(count) =>
            onChange({ ...network, filters: count === '1' ? [filters[0]!] : [filters[0]!, filters[1] ?? 16] })
          }
          segments={['1', '2'].map((value) => ({ value, label: value }))}
        />
        <SelectField
          label={t('settings.kernel')}
          value={String(network.kernel)}
          choices={['3', '5'].map((size) => ({ value: size, label: t('settings.kernelSize', { size }) }))}
          onChange={(kernel) => onChange({ ...network, kernel: kernel === '5' ? 5 : 3 })}
        />
      </div>
      <div className="grid grid-cols-2 gap-3">
        {filters.map((count, layer) => (
          <SelectField
            // biome-ignore lint/suspicious/noArrayIndexKey: the place in the network is the identity.
            key={layer}
            label={t('settings.filtersOf', { layer: layer + 1 })}
            value={String(count)}
            choices={choicesOf(FILTERS, count)}
            onChange={(value) => onChange({ ...network, filters: filters.with(layer, Number(value)) })}
          />
        ))}
        <SelectField
          label={t('settings.denseAfter')}
          value={String(network.dense)}
          choices={choicesOf(DENSE_AFTER, network.dense)}
          onChange={(value) => onChange({ ...network, dense: Number(value) })}
        />
      </div>
    </>
  );
}
