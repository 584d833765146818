'use client';

import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '@/client/ui/dialog';
import { patiently } from '@/client/ui/patiently';
import { Tabs } from '@/client/ui/tabs';
import type { OwnPoints } from '@/engine/points/own-points';
import type { Brought } from './brought';
import { DrawnData } from './drawn-data';
import type { DrawnState } from './drawn-state';

interface Props {
  open: boolean;
  onOpenChange(open: boolean): void;
  own: OwnPoints | null;
  /** Files dropped on the page; they open the dialog where they are read. */
  dropped: readonly File[] | null;
  onTakenOver(): void;
  onTake(data: OwnPoints): void;
}

/** What reads tables is fetched by those who bring one. */
const CsvData = lazy(patiently(() => import('./csv-data')));

/** Own points: pasted, dropped, chosen or drawn. What was brought or drawn is still there when the dialog is opened again. */
export function OwnDataDialog({ open, onOpenChange, own, dropped, onTakenOver, onTake }: Props) {
  const t = useTranslations('playground');
  const [way, setWay] = useState<'draw' | 'csv'>('draw');
  const [brought, setBrought] = useState<Brought | null>(null);
  const [drawn, setDrawn] = useState<DrawnState | null>(null);
  useEffect(() => {
    if (dropped) setWay('csv');
  }, [dropped]);
  const take = (data: OwnPoints) => {
    onTake(data);
    onOpenChange(false);
  };
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('own.title')} size={way === 'csv' ? 'xl' : 'lg'}>
      <Tabs
        label={t('own.ways')}
        value={way}
        onChange={setWay}
        tabs={[
          {
            value: 'draw',
            label: t('own.draw'),
            content: <DrawnData kept={drawn} own={own} onKeep={setDrawn} onTake={take} />,
          },
          {
            value: 'csv',
            label: t('own.csv'),
            content: (
              <Suspense fallback={<p className="min-h-80 text-ink-soft">{t('own.loading')}</p>}>
                <CsvData
                  brought={brought}
                  dropped={dropped}
                  own={own}
                  onBrought={setBrought}
                  onTakenOver={onTakenOver}
                  onTake={take}
                />
              </Suspense>
            ),
          },
        ]}
      />
    </Dialog>
  );
}
