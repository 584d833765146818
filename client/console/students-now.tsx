'use client';

import { useMemo } from 'react';
import { LazyDevicesCard } from '@/client/benches/compute/lazy-devices';
import type { RosterEntry, TeacherView } from '@/protocol/views';
import { summariseClass } from './class-summary';
import { StudentGrid } from './student-grid';
import { SummaryStrip } from './summary-strip';
import { useClassStandings } from './use-class-standings';

interface Props {
  view: TeacherView;
  students: readonly RosterEntry[];
  clockOffset: number;
  onOpen(studentId: string): void;
}

/** The class and each of its students as they stand now: all of the console that follows what comes several times a second. */
export function StudentsNow({ view, students, clockOffset, onOpen }: Props) {
  const { board } = view;
  const rows = useMemo(
    () => (board.kind === 'accuracy' ? null : new Map(board.rows.map((row) => [row.studentId ?? '', row]))),
    [board],
  );
  const standings = useClassStandings(students, rows);
  const summary = useMemo(() => summariseClass(standings), [standings]);
  return (
    <>
      {view.class.phase === 'live' && (
        <SummaryStrip summary={summary} view={view} clockOffset={clockOffset} />
      )}
      <LazyDevicesCard devices={view.devices} />
      <StudentGrid
        students={students}
        standings={standings}
        summary={summary}
        results={rows}
        kind={board.kind}
        onOpen={onOpen}
      />
    </>
  );
}
