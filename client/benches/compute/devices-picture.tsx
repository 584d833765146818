'use client';

import { useTranslations } from 'use-intl';
import type { PlotArea } from '@/client/charts/plot/plot-area';
import {
  type ClassDevices,
  type ComparedBackend,
  type DeviceSpeedUps,
  MEASURED_TASKS,
  type MeasuredTask,
} from '@/protocol/measurement';
import { BACKEND_LOOK, BackendMark } from './backend-look';
import { reachedAnywhere, realOf, sizeFigures } from './class-figures';
import { LogChart } from './log-chart';
import { decadesAround } from './log-scale';
import { useFigureText } from './use-figure-text';
import { QUOTED } from './verdict';

interface Props {
  devices: ClassDevices;
  own: DeviceSpeedUps | null;
  task: MeasuredTask;
  backend: ComparedBackend;
  height: number;
  /** CSS pixels of the writing: larger on a projector. */
  font?: number;
}

/** The devices of a class: speed-up against size, one mark a device and size, the middle of the class as a line, and where 30× lies. */
export function DevicesPicture({ devices, own, task, backend, height, font = 13 }: Props) {
  const t = useTranslations('compute');
  const text = useFigureText();
  const sizes: readonly number[] = MEASURED_TASKS[task].sizes;
  const all = devices.devices;
  const real = realOf(all, backend);
  const rows = sizeFigures(real, task, backend);
  const thirty = reachedAnywhere(real, task, backend);
  const said = rows.map(({ size, count, least, median, most }) =>
    t('class.row', {
      size,
      count,
      median: text.times(median),
      least: text.times(least),
      most: text.times(most),
    }),
  );
  const ownValues = own?.tasks[task][backend] ?? null;
  return (
    <LogChart
      title={t('class.title')}
      label={t('class.label', {
        count: devices.total,
        task: t(`task.${task}`),
        backend: t(`backend.${backend}`),
        rows: said.join(' '),
        thirty: t('class.thirty', thirty),
      })}
      sizes={sizes}
      xName={t(`size.${task}`)}
      y={decadesAround(
        sizeFigures(all, task, backend).flatMap(({ least, most }) => [least, most]),
        [0.1, 100],
      )}
      writeY={text.tick}
      levels={[
        { value: 1, name: null },
        { value: QUOTED, name: t('speed.thirty'), strong: true },
      ]}
      height={height}
      font={font}
    >
      {(area) => (
        <>
          {all.map((device, index) => (
            <DeviceMarks
              // biome-ignore lint/suspicious/noArrayIndexKey: devices have no names, on purpose.
              key={index}
              area={area}
              device={device}
              backend={backend}
              task={task}
              shift={shiftOf(index) * font * 0.7}
              r={font * (all.length > 40 ? 0.26 : 0.34)}
            />
          ))}
          <path
            d={rows
              .map(({ size, median }, i) => {
                const column = sizes.indexOf(size);
                return `${i === 0 ? 'M' : 'L'}${area.x(column)} ${area.y(median)}`;
              })
              .join('')}
            fill="none"
            stroke={BACKEND_LOOK[backend].colour}
            strokeWidth={font * 0.2}
          />
          {ownValues?.map(
            (value, i) =>
              value !== null && (
                <circle
                  key={sizes[i]}
                  cx={area.x(i)}
                  cy={area.y(value)}
                  r={font * 0.6}
                  fill="none"
                  stroke="var(--ink)"
                  strokeWidth="2"
                />
              ),
          )}
        </>
      )}
    </LogChart>
  );
}

interface MarksProps {
  area: PlotArea;
  device: DeviceSpeedUps;
  task: MeasuredTask;
  backend: ComparedBackend;
  /** To the side, so that equal devices do not hide each other. */
  shift: number;
  r: number;
}

function DeviceMarks({ area, device, task, backend, shift, r }: MarksProps) {
  return device.tasks[task][backend]?.map(
    (value, i) =>
      value !== null && (
        <BackendMark
          key={MEASURED_TASKS[task].sizes[i]}
          backend={backend}
          x={area.x(i) + shift}
          y={area.y(value)}
          r={r}
          hollow={device.software}
          opacity={0.75}
        />
      ),
  );
}

/** −1 to 1, the same for the same device at every size. */
function shiftOf(index: number): number {
  return ((0.5 + index * 0.618_034) % 1) * 2 - 1;
}
