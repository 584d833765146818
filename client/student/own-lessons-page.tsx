'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { AppBar } from '@/client/ui/app-bar';
import { EmptyState } from '@/client/ui/empty-state';
import { LinkButton } from '@/client/ui/link-button';
import { MessagePage } from '@/client/ui/message-page';
import { Notice } from '@/client/ui/notice';
import { StudentMark } from '@/client/ui/student-mark';
import { DeleteCard } from './own/delete-card';
import { LessonCard } from './own/lesson-card';
import { PageCode } from './own/page-code';
import type { OwnLessons } from './own-lessons';

/** A student's own page: every lesson with what came of it, the way to it on another device, and the way to have it all deleted. */
export function OwnLessonsPage({ token, own }: { token: string; own: OwnLessons }) {
  const t = useTranslations('classroom.ownPage');
  const [deleted, setDeleted] = useState(false);
  const { studentId, nickname, mark, code, lessons } = own;
  if (deleted)
    return (
      <MessagePage
        title={t('delete.doneTitle')}
        text={t('delete.doneText')}
        actions={<LinkButton href="/">{t('delete.toStart')}</LinkButton>}
      />
    );
  return (
    <>
      <AppBar />
      <main id="content" className="page-width flex flex-col gap-5 py-6">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-4">
          <div className="flex min-w-0 items-center gap-4">
            <StudentMark mark={mark} className="size-14 shrink-0" />
            <div className="min-w-0">
              <h1 translate="no" className="text-2xl [overflow-wrap:anywhere]">
                {nickname}
              </h1>
              <p className="text-ink-soft">{t('lead')}</p>
            </div>
          </div>
          <LinkButton href={`/join/${code}`} prefetch={false}>
            {t('toClass')}
          </LinkButton>
        </div>
        <Notice title={t('keepTitle')}>
          <p>{t('keep')}</p>
          <p className="mt-1">
            <a
              href="/privacy"
              className="text-ink underline decoration-1 underline-offset-[0.2em] hover:decoration-2"
            >
              {t('kept')}
            </a>
          </p>
        </Notice>
        {lessons.length === 0 ? (
          <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
        ) : (
          lessons.map((lesson) => <LessonCard key={lesson.id} lesson={lesson} token={token} />)
        )}
        <div className="grid items-start gap-5 md:grid-cols-2">
          <PageCode token={token} />
          <DeleteCard
            token={token}
            studentId={studentId}
            code={code}
            classIds={lessons.map(({ id }) => id)}
            onDeleted={() => setDeleted(true)}
          />
        </div>
      </main>
    </>
  );
}
