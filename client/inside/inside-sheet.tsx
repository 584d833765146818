'use client';

import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Notice } from '@/client/ui/notice';
import { SegmentedControl } from '@/client/ui/segmented-control';
import type { InsideDeed } from './deed';
import { FlipView } from './flip/flip-view';
import { LevelView } from './levels/level-view';
import type { OpenedNetwork } from './opened-network';
import type { Place } from './place';
import { SpokenView } from './spoken/spoken-view';
import { Trail } from './trail';
import { useNames } from './use-names';

const WAYS = ['forward', 'spoken', 'flip'] as const;

interface Props {
  network: OpenedNetwork;
  /** Steps that the network had been trained. */
  step: number;
  place: Place;
  onPlace(place: Place): void;
  onDeed(deed: InsideDeed): void;
}

/** The three ways to look: forward to the answer, back to the pixels, and what would flip it. */
export function InsideSheet({ network, step, place, onPlace, onDeed }: Props) {
  const t = useTranslations('inside');
  const numbers = useNumbers();
  const names = useNames(network);
  const [way, setWay] = useState<(typeof WAYS)[number]>('forward');
  const root = useRef<HTMLDivElement>(null);
  const opened = useRef(false);
  const [multiplied, setMultiplied] = useState(false);
  const { level } = place;
  const layer = level === 'network' ? null : place.layer;
  const shares = level === 'layer' && layer === network.pass.layers.length - 1;

  // A pixel was followed where one of its products was looked at, and then the shares to which it leads.
  useEffect(() => {
    if (level === 'product' && layer === 0) setMultiplied(true);
    if (multiplied && shares) onDeed('followed');
  }, [level, layer, shares, multiplied, onDeed]);

  // Another level: the keyboard goes on in it. As the dialog opens it has its own first stop.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new level is the reason.
  useEffect(() => {
    if (opened.current) {
      root.current?.querySelector<HTMLElement>('[data-inside-first]')?.focus({ preventScroll: true });
      root.current?.closest('[role=dialog]')?.scrollTo({ top: 0 });
    }
    opened.current = true;
  }, [level, layer]);

  const choose = (next: (typeof WAYS)[number]) => {
    setWay(next);
    // Escape closes there: levels belong to the first way alone.
    if (next !== 'forward') onPlace({ level: 'network' });
  };
  return (
    <div ref={root} data-testid="inside" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SegmentedControl
          label={t('ways.label')}
          value={way}
          onChange={choose}
          segments={WAYS.map((value) => ({ value, label: t(`ways.${value}`) }))}
        />
        <p className="text-sm text-ink-soft">
          {t('stands', {
            step,
            answer: names.labels[network.answer]!,
            share: numbers.percent(network.shares[network.answer]!),
          })}
        </p>
      </div>
      {step === 0 && <Notice tone="warn">{t('untrained')}</Notice>}
      {way === 'forward' && (
        <>
          <Trail network={network} place={place} names={names} onPlace={onPlace} />
          <LevelView network={network} step={step} place={place} names={names} onPlace={onPlace} />
        </>
      )}
      {way === 'spoken' && <SpokenView network={network} names={names} />}
      {way === 'flip' && <FlipView network={network} names={names} onFlipped={() => onDeed('flipped')} />}
    </div>
  );
}
