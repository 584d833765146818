'use client';

import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import { SliderField } from '@/client/ui/slider-field';
import type { Zoom } from './zoom';

interface Props {
  zoom: Zoom | null;
  /** Of the axis. */
  end: number;
  onZoom(zoom: Zoom): void;
  write(value: number): string;
}

/** Steps of the sliders. */
const NOTCHES = 200;

/** Which part of the curves is looked at: what a hand does on the picture, for the keyboard. */
export function ZoomBar({ zoom, end, onZoom, write }: Props) {
  const t = useTranslations('runs.zoom');
  if (end <= 0) return null;
  const notch = end / NOTCHES;
  const { from, to } = zoom ?? { from: 0, to: end };
  const slider = (edge: 'from' | 'to', value: number, onChange: (value: number) => void) => (
    <SliderField
      label={t(edge)}
      value={value}
      onChange={onChange}
      min={0}
      max={end}
      step={notch}
      format={write}
      className="w-44"
    />
  );
  return (
    <div className="mt-2 flex flex-wrap items-end gap-x-5 gap-y-2">
      {slider('from', from, (value) => onZoom({ from: Math.min(value, to - notch), to }))}
      {slider('to', to, (value) => onZoom({ from, to: Math.max(value, from + notch) }))}
      {zoom !== null && (
        <Button size="sm" onClick={() => onZoom({ from: 0, to: end })}>
          {t('whole')}
        </Button>
      )}
      <p className="text-sm text-ink-soft">{t('help')}</p>
    </div>
  );
}
