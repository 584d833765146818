'use client';

import { lazy, Suspense, useMemo, useState } from 'react';
import { LazyDevicesCard } from '@/client/benches/compute/lazy-devices';
import { useStored } from '@/client/live/use-stored';
import { Skeleton } from '@/client/ui/skeleton';
import type { RosterEntry, TeacherView } from '@/protocol/views';
import { summariseClass } from './class-summary';
import { LooksControl } from './everybody/looks-control';
import { studentsLookShape, studentsLooksOf } from './everybody/students-look';
import { HelpCard } from './help/help-card';
import { SelectionBar } from './selection/selection-bar';
import { useSelectedIds } from './selection/use-selected-ids';
import { StudentGrid } from './student-grid';
import { SummaryStrip } from './summary-strip';
import { useClassStandings } from './use-class-standings';

/** Fetched when somebody wants to see it. */
const EverybodyPanel = lazy(() => import('./everybody/everybody-panel'));

interface Props {
  view: TeacherView;
  students: readonly RosterEntry[];
  clockOffset: number;
  onOpen(studentId: string): void;
}

/** The class and each of its students as they stand now: all of the console that follows what comes several times a second. */
export function StudentsNow({ view, students, clockOffset, onOpen }: Props) {
  const { board } = view;
  const byStudent = useMemo(() => new Map(board.rows.map((row) => [row.studentId ?? '', row])), [board]);
  const rows = board.kind === 'accuracy' ? null : byStudent;
  const standings = useClassStandings(students, rows, view.helps);
  const summary = useMemo(() => summariseClass(standings), [standings]);
  const looks = studentsLooksOf(view);
  const [kept, keep] = useStored('console-look', 'cards', studentsLookShape);
  const look = looks.includes(kept) ? kept : 'cards';
  const control = <LooksControl looks={looks} look={look} onChange={keep} />;
  const chosen = useSelectedIds();
  const [narrowed, setNarrowed] = useState(false);
  const only = narrowed && students.some(({ id }) => chosen.has(id)) ? chosen : null;
  return (
    <>
      {view.class.phase === 'live' && (
        <SummaryStrip summary={summary} view={view} clockOffset={clockOffset} />
      )}
      {view.class.phase === 'live' && <HelpCard helps={view.helps} students={students} />}
      <LazyDevicesCard devices={view.devices} />
      <SelectionBar students={students} chosen={chosen} narrowed={only !== null} narrow={setNarrowed} />
      {look === 'cards' ? (
        <StudentGrid
          students={students}
          standings={standings}
          summary={summary}
          only={only}
          results={rows}
          kind={board.kind}
          looks={control}
          onOpen={onOpen}
        />
      ) : (
        <Suspense fallback={<Skeleton className="h-[60vh] w-full" />}>
          <EverybodyPanel look={look} looks={control} students={students} rows={byStudent} onOpen={onOpen} />
        </Suspense>
      )}
    </>
  );
}
