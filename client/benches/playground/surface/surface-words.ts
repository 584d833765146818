'use client';

import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import type { PointReport } from '@/client/benches/playground/model/point-report';
import { useNumbers } from '@/client/i18n/use-numbers';
import { useShares } from '@/client/i18n/use-shares';
import type { TrainingStanding } from '@/engine/playground/playground-training';
import { FEATURES } from '@/engine/points/features';
import type { FocusTarget } from './focus-target';

/** The name of what the surface shows in place of the whole answer. */
export function useTargetWords(): (target: FocusTarget, classNames: readonly string[]) => string {
  const t = useTranslations('playground');
  return useCallback(
    (target, classNames) => {
      if (target.on === 'feature') return FEATURES[target.feature].formula;
      if (target.on === 'unit') return t('network.unit', { place: target.place, layer: target.layer });
      return classNames.length > 2
        ? t('network.outputOf', { name: classNames[target.output] ?? '' })
        : t('network.output');
    },
    [t],
  );
}

/** The state of the plane as sentences. */
export function useReportWords(): (
  standing: TrainingStanding,
  report: PointReport | null,
  classNames: readonly string[],
) => string {
  const t = useTranslations('playground');
  const numbers = useNumbers();
  const shares = useShares();
  return useCallback(
    (standing, report, classNames) => {
      const step = numbers.integer(standing.step);
      if (!report) return t('surface.nowValues', { step, loss: numbers.loss(standing.testLoss) });
      const classes = report.classes
        .map(({ right, all }, label) => t('surface.class', { name: classNames[label] ?? '', right, all }))
        .join(t('list'));
      const where = report.wrong
        .map(({ region, count }) => t('surface.region', { region: t(`region.${region}`), count }))
        .join(t('list'));
      const accuracy = shares.both(report.all === 0 ? null : report.right / report.all, report.all);
      const text = t('surface.now', { step, accuracy, right: report.right, all: report.all, classes });
      return where === '' ? `${text} ${t('surface.allRight')}` : `${text} ${t('surface.wrong', { where })}`;
    },
    [t, numbers, shares],
  );
}
