'use client';

import { useTranslations } from 'use-intl';
import { COMPUTE_BACKENDS } from '@/engine/compute/plan';
import { COMPARED_BACKENDS, MEASURED_TASKS, type MeasuredTask } from '@/protocol/measurement';
import { type BackendLine, BackendLines } from './backend-lines';
import { type DeviceState, speedUpsOfState } from './device-state';
import { LogChart } from './log-chart';
import { decadesAround } from './log-scale';
import { useFigureText } from './use-figure-text';
import { QUOTED } from './verdict';

interface Props {
  state: DeviceState;
  task: MeasuredTask;
  /** Besides the medians, the first times. */
  first: boolean;
}

/** Times that are in sight from the start, so that the axis seldom moves while it is measured. */
const USUAL_MS: Readonly<Record<MeasuredTask, readonly number[]>> = {
  'matrix-product': [0.001, 1_000],
  'training-step': [0.1, 1_000],
};
const HEIGHT = 286;
/** Room for the lines' names. */
const MARGIN = 84;

/** Time against size, and how many times as fast as plain JavaScript: both logarithmic, one line a backend. */
export function DeviceCharts({ state, task, first }: Props) {
  const t = useTranslations('compute');
  const text = useFigureText();
  const { sizes } = MEASURED_TASKS[task];
  const figures = state.figures.filter((one) => one.task === task);
  const times = (of: 'medianMs' | 'firstMs', backend: string) =>
    // A coarse clock may see no time pass at all the first time: there is nothing to draw.
    sizes.map((size) => figures.find((one) => one.backend === backend && one.size === size)?.[of] || null);
  const timeLines = COMPUTE_BACKENDS.map(
    (backend): BackendLine => ({
      backend,
      name: t(`short.${backend}`),
      values: times('medianMs', backend),
      ghost: first ? times('firstMs', backend) : undefined,
    }),
  );
  const { tasks } = speedUpsOfState(state);
  const speedLines = COMPARED_BACKENDS.map(
    (backend): BackendLine => ({
      backend,
      name: t(`short.${backend}`),
      values: tasks[task][backend] ?? sizes.map(() => null),
    }),
  );
  const rows = (lines: readonly BackendLine[], key: 'time' | 'speed', write: (value: number) => string) => {
    const said = lines.flatMap(({ backend, values }) => {
      const from = values.findIndex((value) => value !== null);
      const to = values.findLastIndex((value) => value !== null);
      return from === -1
        ? []
        : [
            t(`${key}.row`, {
              backend: t(`backend.${backend}`),
              first: sizes[from]!,
              last: sizes[to]!,
              from: write(values[from]!),
              to: write(values[to]!),
            }),
          ];
    });
    return said.length === 0 ? t('time.nothing') : said.join(' ');
  };
  const valuesOf = (lines: readonly BackendLine[]) =>
    lines.flatMap(({ values, ghost }) => [...values, ...(ghost ?? [])]).filter((value) => value !== null);
  const xName = t(`size.${task}`);
  return (
    <div className="grid gap-x-5 gap-y-3 md:grid-cols-2">
      <LogChart
        title={t('time.title')}
        label={t('time.label', {
          task: t(`task.${task}`),
          rows: rows(timeLines, 'time', text.duration),
        })}
        sizes={sizes}
        xName={xName}
        y={decadesAround(valuesOf(timeLines), USUAL_MS[task])}
        writeY={text.duration}
        height={HEIGHT}
        margin={MARGIN}
      >
        {(area) => <BackendLines area={area} lines={timeLines} />}
      </LogChart>
      <LogChart
        title={t('speed.title')}
        label={t('speed.label', {
          task: t(`task.${task}`),
          rows: rows(speedLines, 'speed', text.times),
        })}
        sizes={sizes}
        xName={xName}
        y={decadesAround(valuesOf(speedLines), [0.1, 100])}
        writeY={text.tick}
        levels={[
          { value: 1, name: null },
          { value: QUOTED, name: t('speed.thirty'), strong: true },
        ]}
        height={HEIGHT}
        margin={MARGIN}
      >
        {(area) => <BackendLines area={area} lines={speedLines} />}
      </LogChart>
    </div>
  );
}
