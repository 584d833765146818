'use client';

import { useTranslations } from 'use-intl';
import { type Column, DataTable } from '@/client/ui/data-table';
import { COMPUTE_BACKENDS, type ComputeBackend } from '@/engine/compute/plan';
import { MEASURED_TASKS, type MeasuredTask } from '@/protocol/measurement';
import { type DeviceState, speedUpsOfState } from './device-state';
import { useFigureText } from './use-figure-text';

interface Props {
  state: DeviceState;
  task: MeasuredTask;
  first: boolean;
}

/** All that was measured, in numbers. */
export function DeviceTable({ state, task, first }: Props) {
  const t = useTranslations('compute');
  const text = useFigureText();
  const sizes: readonly number[] = MEASURED_TASKS[task].sizes;
  const speedUps = speedUpsOfState(state).tasks[task];
  const shown = COMPUTE_BACKENDS.filter((backend) =>
    [...state.figures, ...state.skipped].some((one) => one.task === task && one.backend === backend),
  );
  const cell = (backend: ComputeBackend, size: number): string => {
    const here = (one: { task: string; backend: string; size: number }) =>
      one.task === task && one.backend === backend && one.size === size;
    const figure = state.figures.find(here);
    if (!figure) {
      const why = state.skipped.find(here)?.why;
      return why ? t(`table.${why}`) : '–';
    }
    if (!figure.agrees) return t('table.wrong');
    const ms = text.duration(figure.medianMs);
    const times = backend === 'javascript' ? null : (speedUps[backend]?.[sizes.indexOf(size)] ?? null);
    const warm = times === null ? ms : t('table.cell', { ms, times: text.times(times) });
    return first ? `${warm} (${t('table.first', { ms: text.duration(figure.firstMs) })})` : warm;
  };
  const columns: Column<number>[] = [
    { id: 'size', header: t('table.size'), cell: (size) => size, align: 'right', rowHeader: true },
    ...shown.map(
      (backend): Column<number> => ({
        id: backend,
        header: t(`backend.${backend}`),
        cell: (size) => cell(backend, size),
        align: 'right',
      }),
    ),
  ];
  return (
    <DataTable
      dense
      caption={t('table.caption', { task: t(`task.${task}`) })}
      columns={columns}
      rows={sizes}
      rowKey={String}
    />
  );
}
