'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { useSelectedIds } from '@/client/console/selection/use-selected-ids';
import { ClassCurves } from '@/client/everybody/class-curves';
import type { StudentTrace } from '@/client/everybody/traces';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { Toggle } from '@/client/ui/toggle';
import type { CurveMeasure } from '@/protocol/screen';

interface Props {
  traces: readonly StudentTrace[];
  nameOf(id: string): string;
  onOpen(studentId: string): void;
}

const MEASURES: readonly CurveMeasure[] = ['loss', 'accuracy'];

/** All curves of the class, on the console: a line is named where it is pointed at, and opens its student. */
export function ConsoleCurves({ traces, nameOf, onOpen }: Props) {
  const t = useTranslations('everybody');
  const { dataset, selectedStudents } = useConsole();
  const outstanding = useSelectedIds();
  const [measure, setMeasure] = useState<CurveMeasure>('loss');
  const [summary, setSummary] = useState(false);
  if (dataset === null) return null;
  return (
    <>
      <div className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-1">
        <SegmentedControl
          label={t('curves.of')}
          value={measure}
          onChange={setMeasure}
          segments={MEASURES.map((value) => ({ value, label: t(value) }))}
        />
        <Toggle label={t('curves.summary')} checked={summary} onChange={setSummary} />
      </div>
      <ClassCurves
        traces={traces}
        measure={measure}
        chance={dataset.chance}
        summary={summary}
        className="h-[clamp(16rem,52vh,34rem)]"
        pointing={{ nameOf, open: onOpen, choose: (id) => selectedStudents.toggle(id) }}
        outstanding={outstanding}
      />
    </>
  );
}
