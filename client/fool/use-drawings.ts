'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import type { ClassSession } from '@/client/live/class-session';
import { textToBytes } from '@/protocol/bytes-text';
import { FOOL } from '@/protocol/fool-rules';
import type { View } from '@/protocol/views';

export type DrawingsSession<V extends View = View> = Pick<ClassSession<V>, 'readDrawings' | 'subscribe'>;

/** Pictures by their drawings' ids. */
export type Drawings = ReadonlyMap<string, Uint8Array>;

/** Pictures of drawings, each read once; those that have not come yet are missing. Whoever is offline is told as soon as the session hears anything again. */
export function useDrawings<V extends View>(
  session: DrawingsSession<V>,
  foolId: string,
  ids: readonly string[],
): Drawings {
  const [pictures, setPictures] = useState<Drawings>(new Map());
  const known = useRef(pictures);
  known.current = pictures;
  const wanted = useMemo(() => [...new Set(ids)].sort().join(' '), [ids]);
  useEffect(() => {
    let over = false;
    let asking = false;
    const missing = new Set(wanted.split(' ').filter((id) => id !== '' && !known.current.has(id)));
    const ask = async () => {
      if (asking || over || missing.size === 0) return;
      asking = true;
      const some = [...missing].slice(0, FOOL.picturesAtOnce);
      const answer = await session.readDrawings(foolId, some);
      asking = false;
      if (over) return;
      if (answer.ok) {
        const read = answer.pictures.flatMap(({ id, pixels }) => {
          const bytes = textToBytes(pixels);
          return bytes ? [[id, bytes] as const] : [];
        });
        setPictures((before) => new Map([...before, ...read]));
      } else if (answer.code === 'not-attached' || answer.code === 'rate-limited') return;
      // What was not told now is for others' eyes.
      for (const id of some) missing.delete(id);
      void ask();
    };
    const stop = session.subscribe(() => void ask());
    void ask();
    return () => {
      over = true;
      stop();
    };
  }, [session, foolId, wanted]);
  return pictures;
}
