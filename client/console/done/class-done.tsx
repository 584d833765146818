'use client';

import { doneLines } from '@/client/everybody/done-lines';
import { DoneStrip } from '@/client/everybody/done-strip';
import type { WrittenStep } from '@/lessons/written';
import type { RosterEntry, TeacherView } from '@/protocol/views';
import { ClassGoals } from './class-goals';
import { useClassDone } from './use-class-done';

interface Props {
  view: TeacherView;
  /** The class's step; undefined until the lesson is there. */
  step: WrittenStep | undefined;
  students: readonly RosterEntry[];
  /** Of them connected now. */
  here: number;
}

/** How far the class is with its step, on the console. */
export function ClassDone({ view, step, students, here }: Props) {
  const { counts, stuck } = useClassDone(students, step?.id);
  const { progress, board, devices } = view;
  const lines = doneLines(counts, { bench: step?.bench, progress, onBoard: board.total, devices });
  if (lines.length === 0) return null;
  return (
    <div className="mt-3 border-t border-line pt-3">
      <ClassGoals counts={counts} stuck={stuck} of={here} goals={step?.goals ?? []} />
      <DoneStrip lines={lines} of={here} />
    </div>
  );
}
