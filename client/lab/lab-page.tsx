'use client';

import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { BenchWaiting } from '@/client/benches/playground/bench-waiting';
import { patiently } from '@/client/ui/patiently';
import { Tabs } from '@/client/ui/tabs';
import { LabPlayground } from './lab-playground';

/** Which bench an address asks for: `?bench=digits`, else the playground. */
type LabBench = 'playground' | 'digits';

/** Fetched only when it is wanted: the digits trainer is ten times the playground. */
const DigitsLab = lazy(patiently(() => import('./digits-lab')));

/** The lab: the benches with everything open. */
export function LabPage() {
  const t = useTranslations('lab');
  const [front, setFront] = useState<LabBench | null>(null);
  useEffect(() => {
    setFront(new URLSearchParams(location.search).get('bench') === 'digits' ? 'digits' : 'playground');
  }, []);
  const choose = (bench: LabBench) => {
    setFront(bench);
    const address = bench === 'digits' ? '?bench=digits' : location.pathname;
    history.replaceState(history.state, '', address);
  };
  if (front === null) return <BenchWaiting />;
  return (
    <Tabs
      label={t('benches')}
      value={front}
      onChange={choose}
      className="[&>[role=tabpanel]]:pt-3 short:[&>[role=tabpanel]]:pt-2"
      tabs={[
        { value: 'playground', label: t('playground'), content: <LabPlayground /> },
        {
          value: 'digits',
          label: t('digits'),
          content: (
            <Suspense fallback={<BenchWaiting />}>
              <DigitsLab />
            </Suspense>
          ),
        },
      ]}
    />
  );
}
