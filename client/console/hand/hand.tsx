'use client';

import { createContext, useContext, useState } from 'react';
import type { Elements } from '@/client/ui/elements';
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
  const live = view.class.phase === 'live';
  return (
    <HandContext value={live && lesson ? show : null}>
      {children}
      {lesson && (
        <HandDialog view={view} lesson={lesson} open={open && live} onClose={() => setOpen(false)} />
      )}
    </HandContext>
  );
}
