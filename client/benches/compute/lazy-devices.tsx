'use client';

import { lazy, Suspense } from 'react';
import { Skeleton } from '@/client/ui/skeleton';
import type { ClassDevices } from '@/protocol/measurement';

/** Fetched only in classes that measure devices. */
const Screen = lazy(() => import('./screen-devices'));
const TeachersCard = lazy(() => import('./devices-card'));

export function ScreenDevices({ devices }: { devices: ClassDevices }) {
  return (
    <Suspense fallback={<Skeleton className="h-[60vh] w-full" />}>
      <Screen devices={devices} />
    </Suspense>
  );
}

/** Null in a class whose lesson measures no devices. */
export function DevicesCard({ devices }: { devices: ClassDevices | null }) {
  if (!devices) return null;
  return (
    <Suspense fallback={<Skeleton className="h-96 w-full" />}>
      <TeachersCard devices={devices} />
    </Suspense>
  );
}
