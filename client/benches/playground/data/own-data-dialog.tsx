'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '@/client/ui/dialog';
import { Tabs } from '@/client/ui/tabs';
import type { OwnPoints } from '@/engine/points/own-points';
import { CsvData } from './csv-data';
import { DrawnData } from './drawn-data';

interface Props {
  open: boolean;
  onOpenChange(open: boolean): void;
  own: OwnPoints | null;
  onTake(data: OwnPoints): void;
}

/** Own points: pasted, uploaded or drawn. What was typed or drawn is still there when the dialog is opened again. */
export function OwnDataDialog({ open, onOpenChange, own, onTake }: Props) {
  const t = useTranslations('playground');
  const [way, setWay] = useState<'draw' | 'csv'>('draw');
  const [text, setText] = useState('');
  const [drawn, setDrawn] = useState<DrawnState | null>(null);
  const take = (data: OwnPoints) => {
    onTake(data);
    onOpenChange(false);
  };
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('own.title')} size="lg">
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
            content: <CsvData text={text} own={own} onText={setText} onTake={take} />,
          },
        ]}
      />
    </Dialog>
  );
}

/** What has been drawn so far. */
export interface DrawnState {
  classes: number;
  points: readonly { x: number; y: number; label: number }[];
}
