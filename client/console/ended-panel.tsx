'use client';

import { useTranslations } from 'use-intl';
import { useBoardFigures } from '@/client/challenge/use-board-figures';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Card } from '@/client/ui/card';
import { LinkButton } from '@/client/ui/link-button';
import { Stat } from '@/client/ui/stat';
import { startInGroup } from '@/protocol/groups';
import type { TeacherView } from '@/protocol/views';

/** What came of the class, and the way to its review. */
export function EndedPanel({ view }: { view: TeacherView }) {
  const t = useTranslations('console.ended');
  const { devices } = view;
  const challenge = useTranslations('challenge');
  const [figure] = useBoardFigures(view.board.kind) ?? [];
  const [first] = view.board.rows;
  const numbers = useNumbers();
  const { startedAt, endedAt, studentCount, groupId } = view.class;
  const best = view.board.rows.reduce<number | null>(
    (most, { finalAccuracy }) => (finalAccuracy === null ? most : Math.max(most ?? 0, finalAccuracy)),
    null,
  );
  return (
    <Card as="section" title={t('title')} graphPaper data-takes-focus="">
      <p className="text-ink-soft">
        {devices
          ? t('textDevices')
          : figure
            ? challenge('overTitle')
            : t(view.reveal.now && !view.reveal.now.revealed ? 'textRevealing' : 'text')}
      </p>
      <dl className="mt-4 grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-4">
        <Stat label={t('students')} value={numbers.integer(studentCount)} size="lg" />
        {devices ? (
          <Stat label={t('devices')} value={numbers.integer(devices.total)} size="lg" />
        ) : (
          <>
            <Stat label={t('submitted')} value={numbers.integer(view.board.total)} size="lg" />
            {figure ? (
              <Stat label={challenge('best')} value={first ? figure.text(first) : '–'} size="lg" />
            ) : (
              <Stat label={t('best')} value={numbers.percent(best)} size="lg" />
            )}
          </>
        )}
        <Stat
          label={t('lasted')}
          value={numbers.duration(startedAt === null || endedAt === null ? null : endedAt - startedAt)}
          size="lg"
        />
      </dl>
      {groupId !== null && view.role === 'owner' && (
        <div className="mt-5 flex flex-wrap items-center gap-x-5 gap-y-2 border-t border-line pt-4">
          <LinkButton href={startInGroup(groupId)} prefetch={false}>
            {t('nextLesson')}
          </LinkButton>
          <p className="text-sm text-ink-soft">{t('nextText')}</p>
        </div>
      )}
    </Card>
  );
}
