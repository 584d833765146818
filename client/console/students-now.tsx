'use client';

import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { shareUnchanged } from '@/base/share-unchanged';
import { LazyDevicesCard } from '@/client/benches/compute/lazy-devices';
import { useStored } from '@/client/live/use-stored';
import { patiently } from '@/client/ui/patiently';
import { Skeleton } from '@/client/ui/skeleton';
import type { WrittenStep } from '@/lessons/written';
import { type RosterEntry, ranksNetworks, type TeacherView } from '@/protocol/views';
import { type ClassSummary, type ClassTally, summariseClass } from './class-summary';
import { ClassDone } from './done/class-done';
import { LooksControl } from './everybody/looks-control';
import { studentsLookShape, studentsLooksOf } from './everybody/students-look';
import { HelpCard } from './help/help-card';
import { SelectionBar } from './selection/selection-bar';
import { useSelectedIds } from './selection/use-selected-ids';
import { StudentGrid } from './student-grid';
import { SummaryStrip } from './summary-strip';
import { TeamsStrip } from './teams/teams-strip';
import { useClassStandings } from './use-class-standings';

/** Fetched when somebody wants to see it. */
const EverybodyPanel = lazy(patiently(() => import('./everybody/everybody-panel')));

interface Props {
  view: TeacherView;
  /** The class's step; undefined until the lesson is there. */
  step: WrittenStep | undefined;
  students: readonly RosterEntry[];
  clockOffset: number;
  onOpen(studentId: string): void;
}

/** The class and each of its students as they stand now: all of the console that follows what comes several times a second. */
export function StudentsNow({ view, step, students, clockOffset, onOpen }: Props) {
  const { board } = view;
  const byStudent = useMemo(() => new Map(board.rows.map((row) => [row.studentId ?? '', row])), [board]);
  const rows = ranksNetworks(board.kind) ? null : byStudent;
  const standings = useClassStandings(students, rows, view.helps, view.class.startedAt);
  const summary = useMemo(() => summariseClass(standings), [standings]);
  const tally = useTally(summary);
  const looks = studentsLooksOf(view);
  const [kept, keep] = useStored('console-look', 'cards', studentsLookShape);
  const look = looks.includes(kept) ? kept : 'cards';
  const changed = useRef(false);
  const control = useMemo(
    () => <LooksControl looks={looks} look={look} onChange={keep} changed={changed} />,
    [looks, look, keep],
  );
  const chosen = useSelectedIds();
  const [narrowed, setNarrowed] = useState(false);
  useEffect(() => {
    // Whoever is chosen next is to be seen among the others first.
    if (chosen.size === 0) setNarrowed(false);
  }, [chosen]);
  const only = narrowed && students.some(({ id }) => chosen.has(id)) ? chosen : null;
  const pictured = useMemo(
    () => (only ? students.filter(({ id }) => only.has(id)) : students),
    [students, only],
  );
  return (
    <>
      {view.class.phase === 'live' && (
        <SummaryStrip summary={summary} view={view} clockOffset={clockOffset}>
          <ClassDone view={view} step={step} students={students} here={summary.connected} />
        </SummaryStrip>
      )}
      {view.class.phase === 'live' && <HelpCard helps={view.helps} students={students} />}
      <LazyDevicesCard devices={view.devices} />
      {view.class.phase === 'live' && <TeamsStrip students={students} />}
      <SelectionBar students={students} chosen={chosen} narrowed={only !== null} narrow={setNarrowed} />
      {look === 'cards' ? (
        <StudentGrid
          students={students}
          standings={standings}
          tally={tally}
          only={only}
          results={rows}
          kind={board.kind}
          looks={control}
          onOpen={onOpen}
        />
      ) : (
        <Suspense fallback={<Skeleton className="h-[60vh] w-full" />}>
          <EverybodyPanel look={look} looks={control} students={pictured} rows={byStudent} onOpen={onOpen} />
        </Suspense>
      )}
    </>
  );
}

/** How many there are of each, the very same while nobody has changed: what lists them is not drawn anew with every mean. */
function useTally({ students, counts, needs }: ClassSummary): ClassTally {
  const shown = useRef<ClassTally>({ students, counts, needs });
  shown.current = shareUnchanged(shown.current, { students, counts, needs });
  return shown.current;
}
