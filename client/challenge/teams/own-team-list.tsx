'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { classNames } from '@/client/ui/class-names';
import { StudentMark } from '@/client/ui/student-mark';
import { useMarkName } from '@/client/ui/use-mark-name';
import type { OwnTeam } from '@/protocol/views';

/** Who is in the own team, and what each has: where help counts most is seen at once. */
export function OwnTeamList({ team: { name, members } }: { team: OwnTeam }) {
  const t = useTranslations('challenge.teams');
  const classroom = useTranslations('classroom');
  const numbers = useNumbers();
  const markName = useMarkName();
  return (
    <section aria-label={t('members', { team: name })} data-testid="own-team" className="px-4 py-3 sm:px-5">
      <h3 className="mb-1.5 font-sans text-sm font-semibold tracking-normal">
        {t('members', { team: name })}
      </h3>
      <ul className="grid gap-x-6 text-sm sm:grid-cols-2">
        {members.map(({ mark, nickname, accuracy, own }) => (
          <li
            key={`${mark.colour}-${mark.glyph}-${nickname ?? ''}`}
            aria-current={own ? 'true' : undefined}
            className={classNames(
              'flex min-h-9 min-w-0 items-center gap-2 border-b border-line py-1',
              own && 'font-semibold',
            )}
          >
            <StudentMark mark={mark} className="size-5" decorative />
            <span translate={nickname === null ? undefined : 'no'} className="min-w-0 truncate">
              {nickname ?? markName(mark)}
            </span>
            {own && <span className="shrink-0 text-xs text-accent">{classroom('board.you')}</span>}
            <span className={classNames('tabular ml-auto shrink-0', accuracy === null && 'text-ink-soft')}>
              {accuracy === null ? t('nothing') : numbers.percent(accuracy, 2)}
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-sm text-ink-soft">{t('help')}</p>
    </section>
  );
}
