'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { KnobPoints } from '@/client/knob/knob-points';
import { KnobResult } from '@/client/knob/knob-result';
import { Card } from '@/client/ui/card';
import type { ClassReview } from './review-data';

interface Props extends Pick<ClassReview, 'knobs' | 'students'> {
  /** Where a run of the class stands; left out: nowhere that can be opened from here. */
  runPath?(runId: string): string;
}

/** Every setting of which the class was dealt values, with the picture that came of it. */
export function KnobsCard({ knobs, students, runPath }: Props) {
  const t = useTranslations('knob');
  const format = useFormatter();
  if (knobs.length === 0) return null;
  const names = new Map(students.map(({ id, nickname }) => [id, nickname]));
  return (
    <Card as="section" title={t('review.title')} data-testid="review-knobs">
      <ol className="flex flex-col gap-6">
        {knobs.map((knob) => (
          <li key={knob.id}>
            <h3 className="mb-1 text-sm text-ink-soft">
              {t('review.at', { at: format.dateTime(knob.dealtAt, 'moment') })}
            </h3>
            <KnobResult knob={knob} />
            <KnobPoints knob={knob} nameOf={(id) => names.get(id) ?? null} {...(runPath && { runPath })} />
          </li>
        ))}
      </ol>
    </Card>
  );
}
