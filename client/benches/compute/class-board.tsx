'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { type Column, DataTable } from '@/client/ui/data-table';
import { EmptyState } from '@/client/ui/empty-state';
import { SegmentedControl } from '@/client/ui/segmented-control';
import {
  type ClassDevices,
  COMPARED_BACKENDS,
  type ComparedBackend,
  type DeviceSpeedUps,
  MEASURED_TASK_IDS,
  type MeasuredTask,
} from '@/protocol/measurement';
import { BACKEND_LOOK } from './backend-look';
import { mostMeasured, reachedAnywhere, realOf, type SizeFigures, sizeFigures } from './class-figures';
import { DevicesPicture } from './devices-picture';
import { useFigureText } from './use-figure-text';

interface Props {
  devices: ClassDevices;
  own: DeviceSpeedUps | null;
  height?: number;
  /** The work that is on show. */
  task: MeasuredTask;
  onTask(task: MeasuredTask): void;
}

/** The picture of the class with what can be chosen, a legend, and the numbers. */
export function ClassBoard({ devices, own, height = 340, task, onTask }: Props) {
  const t = useTranslations('compute');
  const [chosen, setChosen] = useState<ComparedBackend | null>(null);
  // Before anybody chooses, the way to the card that most devices have.
  const backend = chosen ?? mostMeasured(devices.devices, task);
  const measured = reachedAnywhere(devices.devices, task, backend).count;
  return (
    <div data-testid="class-devices" data-total={devices.total}>
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <SegmentedControl
          label={t('task.label')}
          value={task}
          onChange={onTask}
          segments={MEASURED_TASK_IDS.map((value) => ({ value, label: t(`task.${value}`) }))}
        />
        <SegmentedControl
          label={t('class.backend')}
          value={backend}
          onChange={setChosen}
          segments={COMPARED_BACKENDS.map((value) => ({ value, label: t(`backend.${value}`) }))}
        />
        <p role="status" className="tabular text-sm font-semibold">
          {t('class.count', { count: devices.total })}
        </p>
      </div>
      {measured === 0 ? (
        <div className="grid place-items-center" style={{ minHeight: height }}>
          {devices.total === 0 ? (
            <EmptyState title={t('class.empty')}>{t('class.emptyText')}</EmptyState>
          ) : (
            <EmptyState title={t('class.none', { backend: t(`backend.${backend}`) })}>
              {t('class.noneText')}
            </EmptyState>
          )}
        </div>
      ) : (
        <>
          <DevicesPicture devices={devices} own={own} task={task} backend={backend} height={height} />
          <ClassLegend
            own={own !== null}
            backend={backend}
            software={devices.devices.some((one) => one.software)}
          />
          <p className="mt-2 font-semibold">
            {t('class.thirty', reachedAnywhere(realOf(devices.devices, backend), task, backend))}
          </p>
          {devices.devices.length < devices.total && (
            <p className="text-sm text-ink-soft">
              {t('class.some', { shown: devices.devices.length, total: devices.total })}
            </p>
          )}
          <details className="mt-2">
            <summary className="min-h-8 py-1 text-sm font-semibold text-ink-soft hover:text-ink">
              {t('class.table')}
            </summary>
            <ClassTable devices={devices} task={task} backend={backend} />
          </details>
        </>
      )}
    </div>
  );
}

interface LegendProps {
  own: boolean;
  software: boolean;
  backend: ComparedBackend;
}

function ClassLegend({ own, software, backend }: LegendProps) {
  const t = useTranslations('compute.class');
  return (
    <p className="mt-1 flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-soft">
      <span className="flex items-center gap-2">
        <svg width="24" height="10" aria-hidden="true">
          <path d="M0 5H24" stroke={BACKEND_LOOK[backend].colour} strokeWidth="3" />
        </svg>
        <span>{t('median')}</span>
      </span>
      {own && (
        <span className="flex items-center gap-2">
          <svg width="18" height="18" aria-hidden="true">
            <circle cx="9" cy="9" r="7" fill="none" stroke="var(--ink)" strokeWidth="2" />
          </svg>
          <span>{t('own')}</span>
        </span>
      )}
      {software && backend !== 'wasm' && <span>{t('software')}</span>}
    </p>
  );
}

interface TableProps {
  devices: ClassDevices;
  task: MeasuredTask;
  backend: ComparedBackend;
}

function ClassTable({ devices, task, backend }: TableProps) {
  const t = useTranslations('compute.class');
  const text = useFigureText();
  const column = (id: keyof SizeFigures, write: (row: SizeFigures) => string): Column<SizeFigures> => ({
    id,
    header: t(`columns.${id}`),
    cell: write,
    align: 'right',
    rowHeader: id === 'size',
  });
  return (
    <DataTable
      dense
      caption={t('caption')}
      columns={[
        column('size', ({ size }) => String(size)),
        column('count', ({ count }) => String(count)),
        column('least', ({ least }) => text.times(least)),
        column('median', ({ median }) => text.times(median)),
        column('most', ({ most }) => text.times(most)),
        column('reached', ({ reached }) => String(reached)),
      ]}
      rows={sizeFigures(realOf(devices.devices, backend), task, backend)}
      rowKey={({ size }) => String(size)}
    />
  );
}
