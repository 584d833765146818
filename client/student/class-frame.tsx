'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { AppBar } from '@/client/ui/app-bar';
import type { Elements } from '@/client/ui/elements';
import { SkipLink } from '@/client/ui/skip-link';
import { StudentMark } from '@/client/ui/student-mark';
import type { Mark } from '@/protocol/views';
import { OwnName } from './own-name';

interface Props {
  code: string;
  nickname?: string | undefined;
  mark?: Mark | undefined;
  /** Over everything: connection lost. */
  banner?: Elements;
  /** Hangs from the bar on top, and takes no room. */
  notes?: Elements;
  /** Under the bar on top: what the teacher says. */
  message?: Elements;
  /** In the bar on top: the countdown. */
  clock?: Elements;
  /** Buttons in the bar on top. */
  actions?: Elements;
  /** A lesson is on: its bench gets the room. */
  wide?: boolean;
  /** At the foot, always in sight: the controls. */
  foot?: Elements;
  children: ReactNode;
}

/** The frame of a student's class page: who and where you are, the content, the bar at the foot. */
export function ClassFrame({
  code,
  nickname,
  mark,
  banner,
  notes,
  message,
  clock,
  actions,
  wide = false,
  foot,
  children,
}: Props) {
  const t = useTranslations('classroom');
  const ofLesson = useTranslations('lesson');
  return (
    <div
      className={wide ? 'lesson-page flex min-h-dvh flex-col' : 'flex min-h-dvh flex-col'}
      data-foot={Boolean(foot) || undefined}
    >
      {banner}
      <AppBar
        titleFirst={nickname !== undefined}
        skip={wide && <SkipLink to="#bench">{ofLesson('frame.skip')}</SkipLink>}
        actions={
          <>
            {clock}
            {actions}
          </>
        }
        title={
          <span className="flex min-w-0 items-center gap-2.5">
            {nickname !== undefined && mark && wide && (
              <OwnName code={code} nickname={nickname} mark={mark} />
            )}
            {nickname !== undefined && mark && !wide && (
              <>
                <StudentMark mark={mark} className="size-6.5" />
                {/* On a phone in two small lines; where even these have no room, the bar grows a second row. */}
                <span
                  data-whole
                  title={nickname}
                  className="min-w-0 truncate max-sm:line-clamp-2 max-sm:max-w-22 max-sm:text-sm max-sm:leading-tight max-sm:wrap-anywhere max-sm:whitespace-normal"
                >
                  <span className="sr-only">{t('me', { nickname })}</span>
                  <span aria-hidden="true" translate="no">
                    {nickname}
                  </span>
                </span>
              </>
            )}
            <span className="tabular shrink-0 text-sm font-normal text-ink-soft max-sm:hidden">
              {t('title', { code })}
            </span>
          </span>
        }
      />
      {notes}
      {message}
      {/* Whatever has the focus must not hide behind the bar at the foot. */}
      <main
        id="content"
        className="page-width flex-1 py-4 lg:py-5 [&_:is(a,button,input,select,summary,[tabindex])]:scroll-mt-16 [&_:is(a,button,input,select,summary,[tabindex])]:scroll-mb-32"
      >
        {children}
      </main>
      {foot}
    </div>
  );
}
