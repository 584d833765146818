'use client';

import { useCallback, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { useSelectedIds } from '@/client/console/selection/use-selected-ids';
import { TracesTable } from '@/client/everybody/traces-table';
import type { Elements } from '@/client/ui/elements';
import type { BoardRow, RosterEntry } from '@/protocol/views';
import { ConsoleCurves } from './console-curves';
import { ConsoleMap } from './console-map';
import type { StudentsLook } from './students-look';
import { useConsoleTraces } from './use-console-traces';

interface Props {
  look: Exclude<StudentsLook, 'cards'>;
  /** The way to another look. */
  looks: Elements;
  students: readonly RosterEntry[];
  /** The board's, by student. */
  rows: ReadonlyMap<string, BoardRow>;
  onOpen(studentId: string): void;
}

/** All students as one picture in place of their cards, with the same in a table. */
export default function EverybodyPanel({ look, looks, students, rows, onOpen }: Props) {
  const t = useTranslations('console.grid');
  const words = useTranslations('everybody');
  const select = useTranslations('leading.select');
  const { nameOf, dataset, selectedStudents } = useConsole();
  const chosen = useSelectedIds();
  const choosing = {
    chosen,
    label: (name: string) => select('one', { name }),
    toggle: (id: string) => selectedStudents.toggle(id),
  };
  const traces = useConsoleTraces(students, rows);
  const byId = useMemo(() => new Map(students.map((student) => [student.id, student])), [students]);
  const named = useCallback(
    (id: string) => {
      const student = byId.get(id);
      return student ? nameOf(student) : '';
    },
    [byId, nameOf],
  );
  return (
    <section aria-labelledby="students-title" className="min-w-0">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id="students-title" className="text-lg">
          {t('title')}
        </h2>
        {looks}
      </div>
      <div className="rounded-lg border border-line bg-surface-raised p-4 shadow-card">
        {look === 'curves' ? (
          <ConsoleCurves traces={traces} nameOf={named} onOpen={onOpen} />
        ) : (
          <ConsoleMap traces={traces} nameOf={named} onOpen={onOpen} />
        )}
        {dataset && (
          <details className="mt-2 text-sm">
            <summary className="min-h-8 py-1 font-semibold text-ink-soft hover:text-ink">
              {words('asTable')}
            </summary>
            <TracesTable traces={traces} nameOf={named} choosing={choosing} />
          </details>
        )}
      </div>
    </section>
  );
}
