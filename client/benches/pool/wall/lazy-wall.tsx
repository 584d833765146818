'use client';

import { lazy, Suspense } from 'react';
import type { ClassSession } from '@/client/live/class-session';
import { patiently } from '@/client/ui/patiently';
import type { BenchId } from '@/lessons/bench';
import { BENCHES } from '@/lessons/benches';
import type { ScreenView } from '@/protocol/views';

const Wall = lazy(patiently(() => import('./screen-pool')));

/** Whether the projector shows the pool at a step with this bench. */
export function isOnWall(bench: BenchId | undefined): boolean {
  return bench !== undefined && BENCHES[bench].wall;
}

/** The projector's wall of drawings; its code comes only where it is needed. */
export function LazyScreenPool(props: { session: ClassSession<ScreenView>; code: string }) {
  return (
    <Suspense>
      <Wall {...props} />
    </Suspense>
  );
}
