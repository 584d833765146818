'use client';

import { memo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { SelectField } from '@/client/ui/select-field';
import { trainsPictures } from '@/protocol/run-kind';
import { ChangeMatrix } from './change-matrix';
import type { NamedPictureRun, NamedRun } from './compared-run';
import { confusionChange } from './confusion-change';

const isCounted = (one: NamedRun): one is NamedPictureRun =>
  trainsPictures(one.run) && (one.run.report?.confusion.length ?? 0) > 0;

/** How what one network takes for what differs from another's: two runs of the same pictures are chosen. */
export const ComparedConfusions = memo(function ComparedConfusions({ runs }: { runs: readonly NamedRun[] }) {
  const t = useTranslations('review.compare');
  const counted = runs.filter(isCounted);
  const [before, setBefore] = useState(counted[0]?.run.id ?? '');
  const [after, setAfter] = useState(counted[1]?.run.id ?? '');
  if (counted.length < 2) return <p className="text-sm text-ink-soft">{t('noConfusions')}</p>;
  const of = (id: string) => counted.find(({ run }) => run.id === id)!;
  const [one, other] = [of(before), of(after)];
  const isSameSet = one.run.experiment.dataset === other.run.experiment.dataset;
  const change = isSameSet ? confusionChange(one.run.report!.confusion, other.run.report!.confusion) : null;
  const choices = counted.map(({ run, label }) => ({ value: run.id, label }));
  return (
    <>
      <div className="mb-4 flex flex-wrap gap-4">
        <SelectField
          label={t('from')}
          value={before}
          onChange={setBefore}
          choices={choices}
          className="w-72"
        />
        <SelectField label={t('to')} value={after} onChange={setAfter} choices={choices} className="w-72" />
      </div>
      {change ? (
        <ChangeMatrix
          dataset={one.run.experiment.dataset}
          change={change}
          caption={t('changeSays', { from: one.label, to: other.label })}
        />
      ) : (
        <p className="text-sm text-ink-soft">{t('otherPictures')}</p>
      )}
    </>
  );
});
