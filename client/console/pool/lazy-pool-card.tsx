'use client';

import { lazy, Suspense } from 'react';
import { patiently } from '@/client/ui/patiently';
import type { TeacherView } from '@/protocol/views';

const Card = lazy(patiently(() => import('./pool-card')));

/** The teacher's card of the class's pool; its code comes only where it is needed. */
export function LazyPoolCard(props: { view: TeacherView }) {
  return (
    <Suspense>
      <Card {...props} />
    </Suspense>
  );
}
