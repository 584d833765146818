'use client';

import { ClassCurves } from '@/client/everybody/class-curves';
import type { MapMeasure } from '@/client/everybody/map-measures';
import { MapPaper } from '@/client/everybody/map-paper';
import type { StudentTrace } from '@/client/everybody/traces';
import { TracesTable } from '@/client/everybody/traces-table';
import { DATASETS, type DatasetId } from '@/protocol/datasets';
import type { CurveMeasure } from '@/protocol/screen';
import type { Scene } from './scene';

interface Props {
  traces: readonly StudentTrace[];
  screen: Scene['screen'];
  dataset: DatasetId | null;
}

const fontOf = () => 13;

/** All curves of the class, or its map, at a moment of the replay. */
export function ReplayPicture({ traces, screen: { view, argument }, dataset }: Props) {
  const chance = dataset && DATASETS[dataset].chance;
  if (chance === null) return null;
  if (view === 'map') {
    const [y, x] = (argument ?? 'loss-epochs').split('-') as [MapMeasure, MapMeasure];
    return (
      <>
        <MapPaper marks traces={traces} sides={{ x, y }} chance={chance} fontOf={fontOf} className="h-80" />
        <div className="sr-only">
          <TracesTable traces={traces} />
        </div>
      </>
    );
  }
  const [measure, quartiles] = (argument ?? 'loss').split('-') as [CurveMeasure, string?];
  return (
    <>
      <ClassCurves
        traces={traces}
        measure={measure}
        chance={chance}
        summary={quartiles !== undefined}
        className="h-80"
      />
      <div className="sr-only">
        <TracesTable traces={traces} />
      </div>
    </>
  );
}
