'use client';

import { UserRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { Button } from '@/client/ui/button';
import { Dialog } from '@/client/ui/dialog';
import { StudentMark } from '@/client/ui/student-mark';
import { ownPagePath } from '@/protocol/own-page';
import type { Mark } from '@/protocol/views';
import { requestOwnPage } from './own-page-link';

interface Props {
  code: string;
  nickname: string;
  mark: Mark;
}

/** Who you are, in the bar of a class that goes on; pressed, it opens the own page beside the class, which stays as it is. */
export function OwnName({ code, nickname, mark }: Props) {
  const t = useTranslations('classroom');
  const common = useTranslations('common');
  const errors = useTranslations('errors');
  const refusalText = useRefusalText();
  const [problem, setProblem] = useState<string | null>(null);
  const open = async () => {
    // At once: who has waited for an answer may open no other page any more.
    const page = window.open('', '_blank');
    const answer = await requestOwnPage(code);
    if (answer !== 'offline' && answer.ok) {
      const path = ownPagePath(answer.token);
      if (page) page.location.href = path;
      else window.location.assign(path);
      return;
    }
    page?.close();
    setProblem(answer === 'offline' ? errors('offline') : refusalText(answer.code));
  };
  return (
    <>
      <button
        type="button"
        title={t('ownPage.open')}
        data-testid="own-page"
        onClick={() => void open()}
        className="group -mx-1 flex min-w-0 cursor-pointer items-center gap-2.5 rounded-sm px-1 pointer-coarse:min-h-11"
      >
        <StudentMark mark={mark} className="size-6.5" />
        <span className="min-w-0 truncate decoration-1 underline-offset-[0.2em] group-hover:underline">
          <span className="sr-only">{`${t('me', { nickname })}, ${t('ownPage.open')}`}</span>
          <span aria-hidden="true" translate="no">
            {nickname}
          </span>
        </span>
        <UserRound aria-hidden="true" className="size-4 shrink-0 text-ink-soft group-hover:text-ink" />
      </button>
      <Dialog
        open={problem !== null}
        onOpenChange={() => setProblem(null)}
        title={t('ownPage.open')}
        actions={<Button onClick={() => setProblem(null)}>{common('close')}</Button>}
      >
        <p role="alert">{problem}</p>
      </Dialog>
    </>
  );
}
