'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { nullOr, number, object, type Shape } from '@/base/shape';
import type { BenchPlace } from '@/client/benches/frame/bench-place';
import { useKept } from '@/client/benches/frame/use-kept';
import { RowsClient } from '@/engine/compute/rows-client';
import type { ProductStanding } from '@/protocol/class-product';
import type { RefusalCode } from '@/protocol/refusals';
import { ownRows } from './own-rows';
import { takePart } from './take-part';

/** What was measured: milliseconds of this device alone, and of all together with how many they were. */
export interface ProductTimes {
  aloneMs: number | null;
  togetherMs: number | null;
  devices: number | null;
}

const NOTHING: ProductTimes = { aloneMs: null, togetherMs: null, devices: null };

export const productTimesShape: Shape<ProductTimes> = object({
  aloneMs: nullOr(number(0, 3_600_000)),
  togetherMs: nullOr(number(0, 3_600_000)),
  devices: nullOr(number(1, 1_000)),
});

/** Workers that a device alone has its rows calculated by, at most. */
const MOST_WORKERS = 8;

export type ProductGoing = 'idle' | 'alone' | 'together';
export type ProductTrouble = 'worker' | 'left-over' | RefusalCode | null;

/** The product on the bench: what goes on, how it stands, and what was measured. */
export function useProduct(place: BenchPlace) {
  const [times, keep] = useKept<ProductTimes>(place, 'product', NOTHING, productTimesShape);
  const [going, setGoing] = useState<ProductGoing>('idle');
  const [standing, setStanding] = useState<ProductStanding | null>(null);
  const [trouble, setTrouble] = useState<ProductTrouble>(null);
  const left = useRef<{ yes: boolean } | null>(null);
  const newest = useRef(times);
  newest.current = times;

  // Whoever goes on to another step has left: no worker of it goes on.
  useEffect(
    () => () => {
      if (left.current) left.current.yes = true;
    },
    [],
  );

  const start = useCallback(
    async (how: 'alone' | 'together') => {
      const mine = { yes: false };
      left.current = mine;
      const isLeft = () => mine.yes;
      const many =
        how === 'together' && !place.product ? Math.min(MOST_WORKERS, navigator.hardwareConcurrency || 2) : 1;
      const workers = Array.from({ length: many }, () => new RowsClient(place.seed));
      setTrouble(null);
      setStanding(null);
      setGoing(how);
      try {
        await Promise.all(workers.map((worker) => worker.prepare()));
        if (how === 'together' && place.product) {
          let last: ProductStanding | null = null;
          const end = await takePart({
            next: place.product,
            calculate: (block) => workers[0]!.block(block),
            onStanding: (told) => {
              last = told;
              setStanding(told);
            },
            wait: (ms) => new Promise((done) => setTimeout(done, ms)),
            isLeft,
          });
          const told = last as ProductStanding | null;
          if (end === 'finished' && told?.ms != null)
            keep({ ...newest.current, togetherMs: told.ms, devices: told.devices });
          else if (end !== 'left' && end !== 'finished') setTrouble(end === 'overtaken' ? 'left-over' : end);
        } else {
          const ms = await ownRows({
            workers: workers.map((worker) => (block: number) => worker.block(block)),
            onStanding: setStanding,
            now: () => performance.now(),
            isLeft,
          });
          if (ms !== null)
            keep({
              ...newest.current,
              ...(how === 'alone' ? { aloneMs: ms } : { togetherMs: ms, devices: many }),
            });
        }
      } catch {
        // The worker did not start or has ended: told, and nothing is measured.
        if (!isLeft()) setTrouble('worker');
      } finally {
        for (const worker of workers) worker.close();
        if (!isLeft()) setGoing('idle');
      }
    },
    [place.product, place.seed, keep],
  );
  return { times, going, standing, trouble, start };
}
