'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { StudentSession } from '@/client/live/class-session';
import { releaseTrainer, takeTrainer } from '@/client/training/page-trainer';
import { wholeGradient } from '@/engine/together/whole-gradient';
import type { OwnLeak } from '@/protocol/leak-views';
import { type Answer, refuse } from '@/protocol/refusals';
import { LeakDevice, type LeakStanding } from './leak-device';
import { LeakWire, type ReadPicture } from './leak-wire';

/** What was sent as it is, and what the server read in it. */
export interface SingleSent {
  drawn: Uint8Array;
  read: ReadPicture;
}

export interface LeakHere {
  standing: LeakStanding | null;
  /** What the last single gradient came to on this page; null: none was sent. */
  single: SingleSent | null;
  /** Calculates the gradient of a picture on this device and sends it as it is. */
  sendSingle(pixels: Uint8Array, label: number, mayShow: boolean): Promise<Answer>;
  /** Calculates it, and takes part with it in the sums from now on. */
  takePart(pixels: Uint8Array, label: number): Promise<Answer>;
}

/** This device in *What a gradient tells*, as long as the page shows it. */
export function useLeakDevice(
  session: Pick<StudentSession, 'code' | 'authorization'>,
  leak: OwnLeak,
): LeakHere {
  const { id, dataset, seed } = leak;
  const [standing, setStanding] = useState<LeakStanding | null>(null);
  const [single, setSingle] = useState<SingleSent | null>(null);
  const trainer = useRef<ReturnType<typeof takeTrainer> | null>(null);
  const device = useRef<LeakDevice | null>(null);
  const wire = useMemo(
    () => new LeakWire({ code: session.code, authorization: () => session.authorization() }),
    [session],
  );
  useEffect(() => {
    trainer.current = takeTrainer();
    const made = new LeakDevice({ wire, changed: setStanding });
    device.current = made;
    return () => {
      made.see(null);
      device.current = null;
      trainer.current = null;
      releaseTrainer();
    };
  }, [wire]);
  useEffect(() => device.current?.see(leak), [leak]);

  const gradientOf = useCallback(
    async (pixels: Uint8Array, label: number) => {
      try {
        return wholeGradient(await trainer.current!.pictureGradient({ dataset, seed, pixels, label }));
      } catch {
        return null;
      }
    },
    [dataset, seed],
  );
  const sendSingle = useCallback(
    async (pixels: Uint8Array, label: number, mayShow: boolean): Promise<Answer> => {
      const words = await gradientOf(pixels, label);
      if (words === null) return refuse('internal');
      const answer = await wire.single(id, words, mayShow);
      if (answer.ok) setSingle({ drawn: pixels, read: answer.read });
      return answer;
    },
    [gradientOf, wire, id],
  );
  const takePart = useCallback(
    async (pixels: Uint8Array, label: number): Promise<Answer> => {
      const words = await gradientOf(pixels, label);
      if (words === null) return refuse('internal');
      device.current?.take(words);
      return { ok: true };
    },
    [gradientOf],
  );
  return { standing, single, sendSingle, takePart };
}
