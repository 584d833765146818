'use client';

import { type DoneLine, doneLines } from '@/client/everybody/done-lines';
import { useClassLesson } from '@/client/lesson/given-lesson';
import type { ClassSession } from '@/client/live/class-session';
import { useScreenFrame } from '@/client/live/use-class-session';
import type { ScreenView } from '@/protocol/views';

/** How far the class is with its step, in counts alone, and how many students are here. */
export function useScreenDone(
  session: ClassSession<ScreenView>,
  { class: facts, progress, board, devices }: ScreenView,
): { lines: readonly DoneLine[]; of: number } {
  const frame = useScreenFrame(session);
  const bench = useClassLesson(facts)?.steps[facts.stepIndex]?.bench;
  const known = { bench, progress, onBoard: board?.total ?? 0, devices };
  return { lines: doneLines(frame?.done ?? [], known), of: frame?.connected ?? facts.hereCount };
}
