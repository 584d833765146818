'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { NeedLine } from '@/client/console/need-line';
import { compareNeeds } from '@/client/console/triage';
import { useClassStandings } from '@/client/console/use-class-standings';
import { Card } from '@/client/ui/card';
import { StudentMark } from '@/client/ui/student-mark';
import { type RosterEntry, ranksNetworks, type TeacherView } from '@/protocol/views';

interface Props {
  view: TeacherView;
  students: readonly RosterEntry[];
  onOpen(studentId: string): void;
}

/** As many as one looks at while walking through a room. */
const MOST = 8;

/** Who needs help, who needs it most first, and why. One tap opens the student. */
export function RemoteNeeds({ view, students, onOpen }: Props) {
  const t = useTranslations('console.remote');
  const { nameOf } = useConsole();
  const { board } = view;
  const rows = useMemo(
    () => (ranksNetworks(board.kind) ? null : new Map(board.rows.map((row) => [row.studentId ?? '', row]))),
    [board],
  );
  const standings = useClassStandings(students, rows, view.helps, view.class.startedAt);
  const needing = standings.filter(({ need }) => need.kind !== 'well');
  const first = needing.toSorted((a, b) => compareNeeds(a.need, b.need)).slice(0, MOST);
  const byId = useMemo(() => new Map(students.map((student) => [student.id, student])), [students]);
  return (
    <Card as="section" title={t('needs', { count: needing.length })}>
      {first.length > 0 && (
        <ul className="-my-2 divide-y divide-line">
          {first.map(({ id, need }) => {
            const student = byId.get(id);
            if (!student) return null;
            return (
              <li key={id}>
                <button
                  type="button"
                  aria-label={t('open', { name: nameOf(student) })}
                  onClick={() => onOpen(id)}
                  className="flex min-h-14 w-full items-center gap-3 py-2 text-left"
                >
                  <StudentMark mark={student.mark} className="size-8" />
                  <span className="min-w-0 flex-1 [&_[data-need]]:h-auto">
                    <span translate="no" className="block truncate font-semibold">
                      {nameOf(student)}
                    </span>
                    <NeedLine need={need} />
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
