'use client';

import { useTranslations } from 'use-intl';
import { useFindingWords } from '@/client/doctor/use-finding-words';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Badge } from '@/client/ui/badge';
import { Button } from '@/client/ui/button';
import { type Column, DataTable } from '@/client/ui/data-table';
import type { RunMoment } from './moments-of-run';

interface Props {
  moments: readonly RunMoment[];
  /** On what is measured what was not trained with. */
  measuredOn: 'validation' | 'test';
  /** Its place among them. */
  chosen: number;
  nameOf(step: number): string;
  onChoose(index: number): void;
}

/** The moments of a run with their figures and what the doctor said at each. */
export function MomentTable({ moments, measuredOn, chosen, nameOf, onChoose }: Props) {
  const t = useTranslations('review.moments');
  const numbers = useNumbers();
  const wordsOf = useFindingWords();
  const indexOf = (moment: RunMoment) => moments.indexOf(moment);
  const columns: Column<RunMoment>[] = [
    {
      id: 'moment',
      header: t('moment'),
      rowHeader: true,
      className: 'whitespace-nowrap',
      cell: (moment) => (
        <span className="inline-flex items-center gap-2">
          <Button
            size="sm"
            look={indexOf(moment) === chosen ? 'primary' : 'secondary'}
            aria-pressed={indexOf(moment) === chosen}
            onClick={() => onChoose(indexOf(moment))}
          >
            {nameOf(moment.step)}
          </Button>
          {moment.best && <Badge tone="accent">{t('best')}</Badge>}
        </span>
      ),
    },
    {
      id: 'epoch',
      header: t('epoch'),
      align: 'right',
      cell: ({ epoch }) => numbers.decimal(epoch, 1),
    },
    {
      id: 'loss',
      header: t(measuredOn === 'test' ? 'testLoss' : 'loss'),
      align: 'right',
      cell: ({ validationLoss }) => numbers.loss(validationLoss),
    },
    {
      id: 'accuracy',
      header: t(measuredOn === 'test' ? 'testAccuracy' : 'accuracy'),
      align: 'right',
      cell: ({ validationAccuracy }) => numbers.percent(validationAccuracy),
    },
    {
      id: 'doctor',
      header: t('doctor'),
      className: 'min-w-44',
      cell: ({ findings }) =>
        findings === null
          ? '–'
          : findings.length === 0
            ? t('nothingFound')
            : findings.map((finding) => wordsOf(finding).title).join(', '),
    },
  ];
  return (
    <DataTable dense caption={t('title')} columns={columns} rows={moments} rowKey={({ step }) => `${step}`} />
  );
}
