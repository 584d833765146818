'use client';

import { useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { DrawingPicture } from '@/client/fool/drawing-picture';
import { FoolEvidenceText } from '@/client/fool/fool-evidence-text';
import { FoolStanding } from '@/client/fool/fool-standing';
import { Card } from '@/client/ui/card';
import { textToBytes } from '@/protocol/bytes-text';
import type { FoolEvidence, PlayedFool } from '@/protocol/fool-views';
import type { ClassReview } from './review-data';

/** Every game of fooling the leader: points, and all drawings that did, the hardest for networks first. */
export function FoolsCard({ fools, students }: Pick<ClassReview, 'fools' | 'students'>) {
  const t = useTranslations('fool');
  const format = useFormatter();
  const names = useMemo(() => new Map(students.map(({ id, nickname }) => [id, nickname])), [students]);
  const called = (studentId: string | null) =>
    (studentId === null ? undefined : names.get(studentId)) ?? t('gone');
  if (fools.length === 0) return null;
  return (
    <Card as="section" title={t('title')} data-testid="review-fools">
      <ol className="flex flex-col gap-6">
        {fools.map((fool) => (
          <li key={fool.id} className="flex flex-col gap-2">
            <h3 className="text-sm text-ink-soft">
              {t('review.at', { at: format.dateTime(fool.openedAt, 'moment') })}
            </h3>
            <p className="text-sm">
              {t('leaderAgainst', { name: called(fool.leaderId), others: fool.others })}
            </p>
            <p className="tabular text-sm">
              {t('counts', { tries: fool.tries, fooled: fool.fooled, judged: fool.judged })}
            </p>
            <FoolStanding standing={fool.standing} called={called} />
            <Drawings fool={fool} called={called} />
          </li>
        ))}
      </ol>
    </Card>
  );
}

const wrong = ({ asked, right }: FoolEvidence) => asked - right;

function Drawings({ fool, called }: { fool: PlayedFool; called(studentId: string): string }) {
  const drawings = useMemo(
    () =>
      fool.drawings
        .map((one) => ({ one, pixels: textToBytes(one.pixels) ?? undefined }))
        .sort((a, b) => wrong(b.one) - wrong(a.one)),
    [fool.drawings],
  );
  return (
    <ul className="grid gap-x-6 gap-y-3 md:grid-cols-2">
      {drawings.map(({ one, pixels }) => (
        <li key={one.id} className="flex items-start gap-3 text-xs">
          <DrawingPicture pixels={pixels} size={84} />
          <FoolEvidenceText game={fool} one={one} name={called(one.studentId)} />
        </li>
      ))}
    </ul>
  );
}
