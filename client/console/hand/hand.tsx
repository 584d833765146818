'use client';

import { createContext, useContext, useState } from 'react';
import type { Elements } from '@/client/ui/elements';
import { BENCHES } from '@/lessons/benches';
import type { WrittenLesson } from '@/lessons/written';
import type { TeacherView } from '@/protocol/views';
import { HandDialog } from './hand-dialog';

const HandContext = createContext<(() => void) | null>(null);

/** Opens the teacher's own bench, to hand it out; null where nothing can be handed now. */
export function useHand(): (() => void) | null {
  return useContext(HandContext);
}

interface Props {
  view: TeacherView;
  /** Null: still on its way. */
  lesson: WrittenLesson | null;
  children: Elements;
}

/** One dialog for the whole console, wherever it is opened from. */
export function HandProvider({ view, lesson, children }: Props) {
  const [open, setOpen] = useState(false);
  const [show] = useState(() => () => setOpen(true));
  const bench = lesson?.steps[view.class.stepIndex]?.bench;
  const can = view.class.phase === 'live' && bench !== undefined && BENCHES[bench].handed;
  return (
    <HandContext value={can ? show : null}>
      {children}
      {lesson && <HandDialog view={view} lesson={lesson} open={open && can} onClose={() => setOpen(false)} />}
    </HandContext>
  );
}
