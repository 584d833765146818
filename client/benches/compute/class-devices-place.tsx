'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { ClassDevices, DeviceSpeedUps, Measurement } from '@/protocol/measurement';
import type { Answer } from '@/protocol/refusals';

/** What the measuring benches need of a class beyond a BenchPlace. */
export interface ClassDevicesPlace {
  /** Null in a lesson that measures no devices. */
  devices: ClassDevices | null;
  /** The student's own, as the class has it. */
  own: DeviceSpeedUps | null;
  online: boolean;
  /** Hands a measurement to the class; a newer one takes the older one's place. */
  report(measurement: Measurement): Promise<Answer>;
}

const Context = createContext<ClassDevicesPlace | null>(null);

export function ClassDevicesProvider({ place, children }: { place: ClassDevicesPlace; children: ReactNode }) {
  return <Context value={place}>{children}</Context>;
}

/** The class around the bench; null alone. */
export function useClassDevices(): ClassDevicesPlace | null {
  return useContext(Context);
}
