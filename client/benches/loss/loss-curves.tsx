'use client';

import { useTranslations } from 'use-intl';
import { BenchFrame } from '@/client/benches/frame/bench-frame';
import type { BenchProps } from '@/client/benches/frame/bench-place';
import { OneOutput } from './one-output';
import { SeveralOutputs } from './several-outputs';

/** Lesson 6: what a loss is, on three outputs, and how two losses compare, on one. */
export default function LossCurves({ options, place }: BenchProps<'loss-curves'>) {
  const t = useTranslations('loss');
  return (
    <BenchFrame label={t(`label.${options.outputs}`)} held={place.held}>
      {options.outputs === 'several' ? <SeveralOutputs place={place} /> : <OneOutput place={place} />}
    </BenchFrame>
  );
}
