'use client';

import { useEffect, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { CellLine } from '@/client/inside/cell-line';
import { squareLayout } from '@/client/inside/grid-layout';
import { NumberGrid } from '@/client/inside/number-grid';
import { NumbersTable } from '@/client/inside/numbers-table';
import type { OpenedNetwork } from '@/client/inside/opened-network';
import { runInSlices } from '@/client/inside/run-in-slices';
import { SignKey } from '@/client/inside/sign-key';
import type { Names } from '@/client/inside/use-names';
import { useNumberText } from '@/client/inside/use-number-text';
import { SelectField } from '@/client/ui/select-field';
import { Skeleton } from '@/client/ui/skeleton';
import { type Rivals, type Spoken, spokenPixels } from '@/engine/inside/spoken';
import { SpokenSum } from './spoken-sum';

/** Back from an answer to the picture: which pixels spoke for it rather than for another. */
export function SpokenView({ network, names }: { network: OpenedNetwork; names: Names }) {
  const t = useTranslations('inside.spoken');
  const numbers = useNumbers();
  const [rivals, setRivals] = useState<Rivals>(() => ({
    answer: network.answer,
    other: secondOf(network.shares, network.answer),
  }));
  const [spoken, setSpoken] = useState<Spoken | null>(null);
  useEffect(() => {
    setSpoken(null);
    return runInSlices(spokenPixels(network, rivals), { onEnd: setSpoken });
  }, [network, rivals]);
  const choices = names.labels.map((label, index) => ({
    value: String(index),
    label: `${label} (${numbers.percent(network.shares[index]!)})`,
  }));
  const choose = (which: keyof Rivals, value: string) =>
    setRivals((before) => {
      const wanted = Number(value);
      const [answer, other] = which === 'answer' ? [wanted, before.other] : [before.answer, wanted];
      // One that is held against itself: the two change places.
      return answer === other ? { answer: before.other, other: before.answer } : { answer, other };
    });
  return (
    <>
      <div className="flex flex-wrap items-end gap-3">
        <SelectField
          label={t('answer')}
          value={String(rivals.answer)}
          onChange={(value) => choose('answer', value)}
          choices={choices}
        />
        <SelectField
          label={t('other')}
          value={String(rivals.other)}
          onChange={(value) => choose('other', value)}
          choices={choices}
        />
      </div>
      {spoken === null ? (
        <>
          <p role="status">{t('busy')}</p>
          <Skeleton className="h-80 w-full" />
        </>
      ) : (
        <Standing network={network} names={names} rivals={rivals} spoken={spoken} />
      )}
    </>
  );
}

/** The likeliest of the others. */
function secondOf(shares: Float32Array, answer: number): number {
  return [...shares.keys()].filter((label) => label !== answer).sort((a, b) => shares[b]! - shares[a]!)[0]!;
}

interface StandingProps {
  network: OpenedNetwork;
  names: Names;
  rivals: Rivals;
  spoken: Spoken;
}

function Standing({ network, names, rivals, spoken }: StandingProps) {
  const t = useTranslations('inside.spoken');
  const table = useTranslations('inside.table');
  const { full } = useNumberText();
  const { pixels } = spoken;
  const [answer, other] = [names.labels[rivals.answer]!, names.labels[rivals.other]!];
  const layout = useMemo(() => squareLayout(network.side), [network.side]);
  const said = useMemo(
    () =>
      [...pixels.keys()]
        .filter((at) => pixels[at] !== 0)
        .sort((a, b) => Math.abs(pixels[b]!) - Math.abs(pixels[a]!)),
    [pixels],
  );
  const strongest = said.find((at) => pixels[at]! > 0);
  const [at, setAt] = useState(said[0] ?? 0);
  const here =
    pixels[at] === 0
      ? t('silent', { cell: names.pixel(at) })
      : t('here', {
          cell: names.pixel(at),
          label: pixels[at]! > 0 ? answer : other,
          value: full(pixels[at]!),
        });
  const mapText = t('mapText', {
    answer,
    other,
    plus: said.filter((pixel) => pixels[pixel]! > 0).length,
    minus: said.filter((pixel) => pixels[pixel]! < 0).length,
    strongest: strongest === undefined ? t('none') : names.pixel(strongest),
  });
  return (
    <>
      <p className="max-w-5xl">{t(spoken.how, { answer, other })}</p>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,24dvh)_minmax(0,48dvh)_minmax(0,1fr)]">
        <figure className="max-lg:max-w-40">
          <figcaption className="mb-1 text-sm font-semibold">{t('picture')}</figcaption>
          <NumberGrid
            values={network.picture}
            layout={layout}
            look="ink"
            largest={1}
            label={t('picture')}
            at={at}
          />
        </figure>
        <figure>
          <figcaption className="mb-1 text-sm font-semibold">{t('map')}</figcaption>
          <NumberGrid
            values={pixels}
            layout={layout}
            look="signed"
            label={`${t('map')}. ${mapText} ${here}`}
            cursor={{ at, move: setAt, open: setAt }}
            className="max-w-[min(100%,48dvh)]"
          />
          <CellLine words={here} />
          <SignKey plus={t('plus', { answer })} minus={t('minus', { other })} />
        </figure>
        <div className="flex flex-col gap-3">
          <SpokenSum spoken={spoken} answer={answer} other={other} />
          <p className="text-sm">{mapText}</p>
        </div>
      </div>
      <NumbersTable
        rows={said}
        columns={[
          { id: 'where', header: table('where'), cell: (pixel) => names.pixel(pixel) },
          { id: 'ink', header: table('value'), number: (pixel) => network.picture[pixel]! },
          { id: 'says', header: t('map'), number: (pixel) => pixels[pixel]! },
        ]}
      />
    </>
  );
}
