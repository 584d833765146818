'use client';

import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { BenchPlace } from '@/client/benches/frame/bench-place';
import { type OpenPlace, shownPiece, useOpenPiece } from '@/client/benches/frame/use-laid';
import { keptUnder } from '@/client/live/kept-under';
import { Leases } from '@/client/live/lease';
import { browserStorage } from '@/client/live/text-storage';
import { gateOf } from '@/client/training/class-gate';
import type { ClassPlace } from '@/client/training/class-link';
import { ClassSource } from './class-source';
import { ClothesSource } from './clothes-source';
import type { DeskNow } from './desk-now';
import { OwnSource } from './own-source';
import { usePoolClass } from './pool-class';
import { PoolDesk } from './pool-desk';
import { deskToLookAt, shownDeskShape, shownNow, writeDesk } from './shown-desk';

/** Milliseconds that a desk outlives the last bench at it: from step to step, and over a look at the glossary. */
const LINGER_MS = 10 * 60_000;

/** A desk, and what is to be done when it is given up. */
interface PlacedDesk {
  desk: PoolDesk;
  leave(): void;
}

const desks = new Leases<PlacedDesk>(({ desk, leave }) => {
  leave();
  desk.dispose();
}, LINGER_MS);

/** A desk in a class: it hears of a pause wherever its student is, since it outlives the benches at it. */
function placeInClass({ session, student }: ClassPlace, seed: number, key: string): PlacedDesk {
  const sources = { class: new ClassSource(session, student) };
  const desk = new PoolDesk(sources, seed, 'class', key, browserStorage);
  const hear = () => desk.hold(gateOf(session.snapshot().view) !== 'open');
  hear();
  return { desk, leave: session.subscribe(hear) };
}

function placeAlone(seed: number, key: string): PlacedDesk {
  const sources = { drawings: new OwnSource('own-drawings', 'labels', 2), clothes: new ClothesSource() };
  return { desk: new PoolDesk(sources, seed, 'drawings', key, browserStorage), leave: () => {} };
}

/** The desk of this page, and what to draw; null in the first moment. */
export function usePoolDesk(
  place: Pick<BenchPlace, 'seed' | 'kind' | 'labels' | 'looksBack'> & OpenPlace,
): { desk: PoolDesk; now: DeskNow } | null {
  const inClass = usePoolClass();
  const { seed, shown, labels = null, looksBack = false } = place;
  const isShown = shown !== undefined;
  const [desk, setDesk] = useState<PoolDesk | null>(null);
  useEffect(() => {
    if (isShown) {
      const toLookAt = deskToLookAt();
      setDesk(toLookAt);
      return () => toLookAt.dispose();
    }
    const key = inClass
      ? `${keptUnder(inClass.session)}:${inClass.student.credentials.studentId}`
      : `alone:${seed}`;
    const make = () => (inClass ? placeInClass(inClass, seed, key) : placeAlone(seed, key));
    setDesk(desks.take(key, make).desk);
    return () => {
      desks.release(key);
      setDesk(null);
    };
  }, [inClass, seed, isShown]);
  // What learnt nothing is no work to look back at.
  useEffect(() => {
    if (looksBack) desk?.chooseTrained();
  }, [desk, looksBack]);
  const subscribe = useCallback((listener: () => void) => desk?.subscribe(listener) ?? (() => {}), [desk]);
  const read = useCallback(() => desk?.snapshot() ?? null, [desk]);
  const now = useSyncExternalStore(subscribe, read, read);
  useOpenPiece(place.open, 'pool-desk', {
    read: () => desk && writeDesk(desk.snapshot()),
    put: (value) => {
      const wanted = shownDeskShape(value);
      if (!desk || !wanted) return false;
      // A training under way goes on; the settings wait for the next.
      desk.setNetwork(wanted.network);
      desk.setData(wanted.data);
      return true;
    },
  });
  const seen = useMemo(() => {
    const read = shownPiece(shown, 'pool-desk', shownDeskShape);
    return read && shownNow(read, labels);
  }, [shown, labels]);
  if (isShown) return desk && seen ? { desk, now: seen } : null;
  return desk && now ? { desk, now } : null;
}
