'use client';

import { ArrowUp, ChevronRight } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import type { OpenedNetwork } from './opened-network';
import { higher, type Place } from './place';
import type { Names } from './use-names';

interface Props {
  network: OpenedNetwork;
  place: Place;
  names: Names;
  onPlace(place: Place): void;
}

/** The way from the whole network to where somebody stands; each level before can be gone back to. */
export function Trail({ place, names, onPlace }: Props) {
  const t = useTranslations('inside.trail');
  const nameOf = (step: Place): string => {
    switch (step.level) {
      case 'network':
        return t('network');
      case 'layer':
        return names.layer(step.layer);
      case 'unit':
        return names.unit(step.layer, step.unit);
      case 'product':
        return t('product');
    }
  };
  const steps: Place[] = [place];
  for (let up = higher(place); up; up = higher(up)) steps.unshift(up);
  const up = higher(place);
  return (
    <nav aria-label={t('label')} className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1">
      <ol className="flex flex-wrap items-center gap-x-0.5">
        {steps.map((step, index) => (
          <li key={step.level} className="flex items-center">
            {index > 0 && <ChevronRight className="size-4 text-ink-soft" aria-hidden="true" />}
            {step === place ? (
              <span aria-current="page" className="px-2.5 font-semibold">
                {nameOf(step)}
              </span>
            ) : (
              <Button
                size="sm"
                look="quiet"
                className="underline underline-offset-4"
                onClick={() => onPlace(step)}
              >
                {nameOf(step)}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {up && (
        <Button size="sm" icon={<ArrowUp aria-hidden="true" />} onClick={() => onPlace(up)}>
          {t('up')}
        </Button>
      )}
    </nav>
  );
}
