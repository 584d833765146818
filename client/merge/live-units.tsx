'use client';

import type { ClassSession } from '@/client/live/class-session';
import type { MergeNow } from '@/protocol/merge-views';
import type { View } from '@/protocol/views';
import { UnitSeats } from './unit-seats';
import { useUnits } from './use-units';

interface Props<V extends View> {
  session: Pick<ClassSession<V>, 'readUnits' | 'subscribe'>;
  merge: Pick<MergeNow, 'id' | 'stage'>;
  height?: number;
  wall?: boolean;
}

/** Units of some of the class's networks, as they come from the server. */
export function LiveUnits<V extends View>({ session, merge: { id, stage }, ...looks }: Props<V>) {
  const units = useUnits(session, id, stage);
  return units && <UnitSeats units={units} {...looks} />;
}
