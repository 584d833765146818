'use client';

import { lazy, Suspense } from 'react';
import { patiently } from '@/client/ui/patiently';
import { Skeleton } from '@/client/ui/skeleton';
import type { ClassDevices, DeviceSpeedUps } from '@/protocol/measurement';

/** Fetched only in classes that measure devices. */
const Screen = lazy(patiently(() => import('./screen-devices')));
const Picture = lazy(patiently(() => import('./devices-card')));

export function LazyScreenDevices({ devices }: { devices: ClassDevices }) {
  return (
    <Suspense fallback={<Skeleton className="h-[60vh] w-full" />}>
      <Screen devices={devices} />
    </Suspense>
  );
}

/** Null in a class whose lesson measures no devices. */
export function LazyDevicesCard({
  devices,
  own = null,
}: {
  devices: ClassDevices | null;
  /** The viewer's own, where the viewer has one. */
  own?: DeviceSpeedUps | null;
}) {
  if (!devices) return null;
  return (
    <Suspense fallback={<Skeleton className="h-96 w-full" />}>
      <Picture devices={devices} own={own} />
    </Suspense>
  );
}
