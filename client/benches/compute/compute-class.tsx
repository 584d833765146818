'use client';

import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { BenchFrame } from '@/client/benches/frame/bench-frame';
import type { BenchProps } from '@/client/benches/frame/bench-place';
import { useFacts } from '@/client/benches/frame/use-facts';
import { useKept } from '@/client/benches/frame/use-kept';
import type { ClassDevices, MeasuredTask } from '@/protocol/measurement';
import { ClassBoard } from './class-board';
import { useClassDevices } from './class-devices-place';
import { type DeviceState, speedUpsOfState, UNMEASURED } from './device-state';
import { deviceShape } from './kept-device';
import { SentNote } from './sent-note';
import { useReported } from './use-reported';

const NOBODY: ClassDevices = { total: 0, devices: [] };

/** Lesson 10: how much faster the devices of the whole class are, and where 30× lies; alone, the own device. */
export default function ComputeClass({ place }: BenchProps<'compute-class'>) {
  const t = useTranslations('compute');
  const around = useClassDevices();
  const [kept] = useKept<DeviceState>({ ...place, stepId: 'device' }, 'device', UNMEASURED, deviceShape);
  const reported = useReported(kept);
  const measured = kept.figures.length > 0;
  const own = around ? around.own : measured ? speedUpsOfState(kept) : null;
  const devices = around ? (around.devices ?? NOBODY) : own ? { total: 1, devices: [own] } : NOBODY;

  const [task, setTask] = useState<MeasuredTask>('matrix-product');
  useFacts<'compute-class'>(place, { measured: devices.total > 0, task });

  const { announce } = place;
  const before = useRef(devices.total);
  useEffect(() => {
    if (before.current === devices.total) return;
    before.current = devices.total;
    announce(t('class.count', { count: devices.total }));
  }, [devices.total, announce, t]);

  return (
    <BenchFrame label={t('label.class')} held={null}>
      <ClassBoard devices={devices} own={own} task={task} onTask={setTask} />
      {around ? (
        <SentNote reported={reported} />
      ) : (
        <p className="mt-2 text-sm text-ink-soft">{t(measured ? 'class.alone' : 'class.aloneEmpty')}</p>
      )}
    </BenchFrame>
  );
}
