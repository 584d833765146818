'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { OpenWork } from '@/client/benches/frame/open-work';
import type { ShareOfRows } from '@/client/benches/frame/share-of-rows';
import type { StudentSession } from '@/client/live/class-session';
import { readStored, writeStored } from '@/client/live/stored';
import type { HandedSetUp } from '@/protocol/set-up';
import type { StudentView } from '@/protocol/views';
import { HandedPut } from './handed-set-up';
import { handedShape, type KeptHanded } from './kept-handed';
import { readSetUp } from './read-set-up';

export interface Handed {
  /** The step that waits for a set-up of the teacher's, while another is in front; null: none. */
  waitsAt: string | null;
  /** Something of the teacher's stands on the bench and can be taken back. */
  stands: boolean;
  undo(): void;
  /** It stays. */
  agree(): void;
  /** Weights that go along did not come. */
  missing: boolean;
  /** Fetches them once more. */
  again(): void;
  /** Of the teacher's table only so many rows came along; null: there is none, or it came whole. */
  rows: ShareOfRows | null;
}

/** Puts what the teacher has handed on this student's bench, as soon as its step is in front; what stood there can be put back, after a reload as well. */
export function useHandedSetUp(
  session: StudentSession,
  { class: { id: classId }, setUp }: Pick<StudentView, 'class' | 'setUp'>,
  open: OpenWork,
  stepId: string,
): Handed {
  const key = `handed:${classId}`;
  const [kept, setKept] = useState<KeptHanded | null>(null);
  const newest = useRef<KeptHanded | null>(null);
  const put = useRef<HandedPut | null>(null);
  const keep = useCallback(
    (next: KeptHanded) => {
      newest.current = next;
      writeStored(key, next);
      setKept(next);
    },
    [key],
  );
  useEffect(() => {
    newest.current = readStored(key, handedShape);
    setKept(newest.current);
    const made = new HandedPut({
      open,
      read: (id) => readSetUp(id, { session, open }),
      kept: () => newest.current,
      keep,
    });
    put.current = made;
    return () => {
      made.close();
      put.current = null;
    };
  }, [session, open, key, keep]);
  const wanted = setUp?.stepId === stepId ? setUp.id : null;
  // With each view, too: what could not be read is asked for again.
  useEffect(() => {
    void put.current?.take(wanted);
  });
  const isOf = (one: HandedSetUp | null) => one !== null && one.id === kept?.id;
  return {
    waitsAt: setUp !== null && setUp.stepId !== stepId && !isOf(setUp) ? setUp.stepId : null,
    stands: wanted !== null && isOf(setUp) && kept!.before !== null,
    undo: () => {
      if (kept?.before) open.put(kept.before);
      if (kept) keep({ ...kept, before: null });
    },
    agree: () => {
      if (kept) keep({ ...kept, before: null });
    },
    missing: kept?.missing ?? false,
    again: () => void put.current?.again(),
    rows: kept?.rows ?? null,
  };
}
