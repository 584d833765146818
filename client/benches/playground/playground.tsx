'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { BenchProps } from '@/client/lesson/bench-place';
import { parseSetup } from '@/engine/playground/setup-link';
import { BenchSheet } from './bench-sheet';
import { BenchWaiting } from './bench-waiting';
import { useBenchModel } from './model/use-bench-model';

/** Lesson 4: the 2-D playground as a step wants it. */
export default function Playground({ options, place }: BenchProps<'playground'>) {
  const t = useTranslations('playground');
  const initial = useMemo(() => parseSetup(options.setup).setup, [options.setup]);
  // In a class the address belongs to the class.
  const bench = useBenchModel({ place, initial, link: place.kind === 'alone' ? 'step' : 'none' });
  if (!bench) return <BenchWaiting />;
  return (
    <BenchSheet
      bench={bench}
      label={t('label')}
      held={place.held}
      hidden={options.hidden}
      announce={place.announce}
    />
  );
}
