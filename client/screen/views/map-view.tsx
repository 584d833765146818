'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { MapMeasure } from '@/client/everybody/map-measures';
import { MapPaper } from '@/client/everybody/map-paper';
import { TracesTable } from '@/client/everybody/traces-table';
import { DATASETS } from '@/protocol/datasets';
import type { ScreenViewProps } from './screen-view';
import { useWallTraces } from './use-wall-traces';
import { ViewFrame } from './view-frame';

const fontOf = (width: number) => Math.max(16, width / 54);

/** The class as a map: who a point is says its mark alone. */
export default function MapView({ session, view, origins }: ScreenViewProps) {
  const t = useTranslations('screen');
  const traces = useWallTraces(session);
  const { argument } = view.shows;
  const sides = useMemo(() => {
    const [y, x] = (argument ?? 'loss-epochs').split('-') as [MapMeasure, MapMeasure];
    return { x, y };
  }, [argument]);
  const { dataset } = view.class;
  return (
    <ViewFrame view={view} origins={origins} title={t('map')}>
      <MapPaper
        marks
        traces={traces}
        sides={sides}
        chance={dataset && DATASETS[dataset].chance}
        fontOf={fontOf}
        className="min-h-[40vh] flex-1"
      />
      <div className="sr-only">
        <TracesTable traces={traces} />
      </div>
    </ViewFrame>
  );
}
