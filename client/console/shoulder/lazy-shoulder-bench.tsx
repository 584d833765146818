'use client';

import dynamic from 'next/dynamic';
import { patiently } from '@/client/ui/patiently';

/** What draws other people's benches comes when the first one is looked at. */
export const LazyShoulderBench = dynamic(
  patiently(() => import('./shoulder-bench').then((module) => module.ShoulderBench)),
  { ssr: false, loading: () => <div className="min-h-[55dvh]" /> },
);
