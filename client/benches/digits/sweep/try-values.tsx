'use client';

import { ChartSpline } from 'lucide-react';
import { lazy, Suspense, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { BenchTraining, TrainingSnapshot } from '@/client/training/training';
import { Button } from '@/client/ui/button';
import type { Elements } from '@/client/ui/elements';
import { patiently } from '@/client/ui/patiently';
import { Skeleton } from '@/client/ui/skeleton';

/** Fetched by those who try many values. */
const SweepPanel = lazy(patiently(() => import('./sweep-panel')));

interface Props {
  training: BenchTraining;
  snapshot: TrainingSnapshot;
  /** What stands beside the button. */
  children: Elements;
}

/** The way to trying many values of one setting, in a row with others, and below it the panel. */
export function TryValues({ training, snapshot, children }: Props) {
  const t = useTranslations('sweep');
  const id = useId();
  const [open, setOpen] = useState(false);
  const { beside } = training;
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {children}
        {beside && (
          <Button
            size="sm"
            icon={<ChartSpline aria-hidden="true" />}
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
          >
            {t('open')}
          </Button>
        )}
      </div>
      {open && beside && (
        <Suspense fallback={<Skeleton className="h-64 w-full" />}>
          <SweepPanel {...{ id, training, beside, snapshot }} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
