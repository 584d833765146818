'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { credentialsShelf, type KnownStudent } from '@/client/live/credentials';
import { prewarm } from '@/client/training/page-trainer';
import { AppBar } from '@/client/ui/app-bar';
import { Button } from '@/client/ui/button';
import { LinkButton } from '@/client/ui/link-button';
import { Notice } from '@/client/ui/notice';
import { RoomCode } from '@/client/ui/room-code';
import { Skeleton } from '@/client/ui/skeleton';
import type { LessonOutline } from '@/lessons/written';
import { storageRefusal, storageTroubleOf } from '@/protocol/storage';
import { NicknameForm } from './nickname-form';
import { ReturnForm } from './return-form';
import { useClassEntrance } from './use-class-entrance';

interface Props {
  code: string;
  /** The lesson of the class that the code leads to, as far as the server knew when it wrote the page. */
  lesson: Pick<LessonOutline, 'id' | 'number' | 'text'> | null;
}

/** The way into one class: what it is, whether its door is open, and under which name. */
export function JoinPage({ code, lesson: given }: Props) {
  const t = useTranslations('join');
  const router = useRouter();
  const { answer, lookAgain } = useClassEntrance(code);
  /** Undefined: not looked yet (the server does not know). */
  const [known, setKnown] = useState<KnownStudent | null | undefined>(undefined);
  const [another, setAnother] = useState(false);

  useEffect(() => {
    setKnown(credentialsShelf.find(code));
    router.prefetch(`/class/${code}`);
  }, [code, router]);
  const open = answer?.kind === 'open' ? answer.entrance : null;
  useEffect(() => {
    if (open !== null && open.phase !== 'ended') prewarm(open.dataset ?? 'digits');
  }, [open]);

  const problem =
    answer === null
      ? null
      : answer.kind === 'refused'
        ? answer.code
        : answer.entrance.storage !== undefined && answer.entrance.storage !== 'ok'
          ? storageRefusal(answer.entrance.storage)
          : answer.entrance.locked
            ? 'class-locked'
            : answer.entrance.full
              ? 'class-full'
              : null;
  const lesson = open?.lessonId === given?.id ? given : null;
  // A group's room that was closed is open now, for another lesson than the last.
  const otherLesson = open !== null && lesson === null;
  useEffect(() => {
    if (otherLesson) router.refresh();
  }, [otherLesson, router]);
  // Whoever is typing goes on: it is over as soon as there is room.
  const stored = problem !== null && storageTroubleOf(problem) !== null;
  const looking = answer === null || known === undefined;

  return (
    <div className="flex min-h-dvh flex-col">
      <AppBar />
      <main id="content" className="page-width grid flex-1 place-items-center py-6 sm:py-10">
        <div className="w-full min-w-0 max-w-xl">
          <div className="graph-paper rounded-lg border border-line-strong p-6 shadow-card max-[23rem]:p-4 sm:p-9">
            <h1 className="text-2xl">{t('title')}</h1>
            <p className="mt-3 text-sm text-ink-soft">{t('code')}</p>
            <RoomCode code={code} size="lg" />
            <p className="mt-1 min-h-14 text-sm">
              {open && lesson && (
                <>
                  <span className="block font-semibold">
                    {t('lesson', { number: lesson.number, title: lesson.text.title })}
                  </span>
                  {open.phase !== 'ended' && (
                    <span className="text-ink-soft">{t(open.phase === 'lobby' ? 'lobby' : 'live')}</span>
                  )}
                </>
              )}
            </p>
            <div className="mt-4 flex min-h-52 flex-col gap-4">
              {looking ? (
                <div role="status" className="flex flex-col gap-3">
                  <p className="text-sm text-ink-soft">{t('checking')}</p>
                  <Skeleton className="h-13 w-full" />
                  <Skeleton className="h-13 w-full" />
                </div>
              ) : (
                <>
                  {problem !== null && <Problem code={problem} known={known !== null} onRetry={lookAgain} />}
                  {known !== null && isThere(problem) && (
                    <div className="flex flex-col gap-2.5">
                      <p>{t('known')}</p>
                      <LinkButton href={`/class/${code}`} look="primary" size="lg">
                        <span className="truncate">{t('continue', { nickname: known.nickname })}</span>
                      </LinkButton>
                      {problem === null && !another && (
                        <>
                          <Button onClick={() => setAnother(true)}>{t('another')}</Button>
                          <p className="text-sm text-ink-soft">{t('anotherHint')}</p>
                        </>
                      )}
                    </div>
                  )}
                  {(problem === null || stored) && (known === null || another) && (
                    <NicknameForm code={code} onClassRefusal={lookAgain} />
                  )}
                  {known === null && isThere(problem) && <ReturnForm code={code} />}
                </>
              )}
            </div>
          </div>
          <p className="mt-3 text-center text-sm text-ink-soft">
            <a href="/privacy" className="underline decoration-1 underline-offset-[0.2em] hover:decoration-2">
              {t('kept')}
            </a>
          </p>
        </div>
      </main>
    </div>
  );
}

/** Whether a student who is in already has anything behind this door. */
function isThere(problem: string | null): boolean {
  return problem !== 'unknown-code' && problem !== 'offline';
}

const TITLES = [
  'unknown-code',
  'class-ended',
  'room-closed',
  'class-full',
  'class-locked',
  'offline',
  'storage',
] as const;

function Problem({ code, known, onRetry }: { code: string; known: boolean; onRetry(): void }) {
  const t = useTranslations('join');
  const errors = useTranslations('errors');
  const refusalText = useRefusalText();
  const stored = storageTroubleOf(code) !== null;
  const title = stored ? 'storage' : (TITLES.find((one) => one === code) ?? 'other');
  const waits =
    stored ||
    code === 'class-locked' ||
    code === 'class-full' ||
    code === 'room-closed' ||
    code === 'offline';
  return (
    <>
      <Notice tone={waits ? 'warn' : 'error'} announce title={t(`problem.${title}`)}>
        <p>{code === 'offline' ? errors('offline') : refusalText(code)}</p>
        {known && waits && code !== 'offline' && code !== 'room-closed' && (
          <p className="mt-1">{t('lockedKnown')}</p>
        )}
        {waits && code !== 'room-closed' && <p className="mt-1 text-ink-soft">{t('watching')}</p>}
      </Notice>
      <div className="flex flex-wrap gap-2.5">
        {!(known && isThere(code)) && (
          <LinkButton href="/" look="primary">
            {t('way.home')}
          </LinkButton>
        )}
        {code !== 'unknown-code' && code !== 'class-ended' && (
          <Button onClick={onRetry}>{t('way.retry')}</Button>
        )}
      </div>
    </>
  );
}
