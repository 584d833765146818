'use client';

import { useTranslations } from 'use-intl';
import { ClassCurves } from '@/client/everybody/class-curves';
import { TracesTable } from '@/client/everybody/traces-table';
import { DATASETS } from '@/protocol/datasets';
import type { CurveMeasure } from '@/protocol/screen';
import type { ScreenViewProps } from './screen-view';
import { useWallTraces } from './use-wall-traces';
import { ViewFrame } from './view-frame';

/** All curves of the class: whose a line is says its mark alone. */
export default function CurvesView({ session, view, origins }: ScreenViewProps) {
  const t = useTranslations('screen');
  const traces = useWallTraces(session);
  const [measure, quartiles] = (view.shows.argument ?? 'loss').split('-') as [CurveMeasure, string?];
  const { dataset } = view.class;
  if (dataset === null) return null;
  return (
    <ViewFrame view={view} origins={origins} title={t(`curves.${measure}`)}>
      <ClassCurves
        wall
        summary={quartiles !== undefined}
        traces={traces}
        measure={measure}
        chance={DATASETS[dataset].chance}
        className="min-h-[40vh] flex-1"
      />
      <div className="sr-only">
        <TracesTable traces={traces} />
      </div>
    </ViewFrame>
  );
}
