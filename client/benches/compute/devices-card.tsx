'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Card } from '@/client/ui/card';
import type { ClassDevices, DeviceSpeedUps, MeasuredTask } from '@/protocol/measurement';
import { ClassBoard } from './class-board';

interface Props {
  devices: ClassDevices;
  own: DeviceSpeedUps | null;
}

/** The picture of the class's devices: for its teacher while they measure and in the review, for students when the class is over. */
export default function DevicesCard({ devices, own }: Props) {
  const t = useTranslations('compute');
  const [task, setTask] = useState<MeasuredTask>('matrix-product');
  return (
    <Card as="section" title={t('label.class')} aria-label={t('label.class')}>
      <ClassBoard devices={devices} own={own} height={300} task={task} onTask={setTask} />
    </Card>
  );
}
