'use client';

import { useTranslations } from 'use-intl';
import { useElementWidth } from '@/client/charts/use-element-width';
import { type ClassDevices, MEASURED_TASK_IDS } from '@/protocol/measurement';
import { mostMeasured, reachedAnywhere, realOf } from './class-figures';
import { DevicesPicture } from './devices-picture';

/** The class's devices on the projector: both tasks side by side, large, with no names. */
export default function ScreenDevices({ devices }: { devices: ClassDevices }) {
  const t = useTranslations('compute');
  const [box, width] = useElementWidth<HTMLElement>();
  const font = Math.min(30, Math.max(14, width / 68));
  return (
    <section ref={box} aria-label={t('label.class')} className="flex min-w-0 flex-col gap-[2vh]">
      <p role="status" className="tabular text-screen font-bold">
        {t('class.count', { count: devices.total })}
      </p>
      <div className="grid gap-x-[2.5vw] gap-y-[3vh] lg:grid-cols-2">
        {MEASURED_TASK_IDS.map((task) => {
          const backend = mostMeasured(devices.devices, task);
          return (
            <div key={task} className="min-w-0">
              <h3 className="text-screen-sm">{`${t(`task.${task}`)} · ${t(`backend.${backend}`)}`}</h3>
              <DevicesPicture
                devices={devices}
                own={null}
                task={task}
                backend={backend}
                height={font * 18}
                font={font}
              />
              <p className="text-screen-sm">
                {devices.total > 0 &&
                  t('class.thirty', reachedAnywhere(realOf(devices.devices, backend), task, backend))}
              </p>
            </div>
          );
        })}
      </div>
    </section>
  );
}
