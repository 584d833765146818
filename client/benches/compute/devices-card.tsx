'use client';

import { useTranslations } from 'use-intl';
import { Card } from '@/client/ui/card';
import type { ClassDevices } from '@/protocol/measurement';
import { ClassBoard } from './class-board';

/** The picture of the class's devices for its teacher: while they measure, and in the review. */
export default function DevicesCard({ devices }: { devices: ClassDevices }) {
  const t = useTranslations('compute');
  return (
    <Card as="section" title={t('label.class')} aria-label={t('label.class')}>
      <ClassBoard devices={devices} own={null} height={300} />
    </Card>
  );
}
