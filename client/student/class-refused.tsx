'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import type { StudentSession } from '@/client/live/class-session';
import { credentialsShelf } from '@/client/live/credentials';
import { Button } from '@/client/ui/button';
import { CutUnit } from '@/client/ui/cut-unit';
import { LinkButton } from '@/client/ui/link-button';
import type { RefusalCode } from '@/protocol/refusals';

interface Props {
  code: string;
  refusal: RefusalCode;
  session: StudentSession;
}

/** The server has said no: why, and the way on. */
export function ClassRefused({ code, refusal, session }: Props) {
  const t = useTranslations('classroom');
  const refusalText = useRefusalText();
  const router = useRouter();
  const unknown = refusal === 'unknown-student';

  useEffect(() => {
    // The class does not know this browser (any more): the door is where it can be let in.
    if (!unknown) return;
    credentialsShelf.forget(code);
    router.replace(`/join/${code}`);
  }, [unknown, code, router]);

  const joinAgain = () => {
    credentialsShelf.forget(code);
    router.push(`/join/${code}`);
  };
  const moved = refusal === 'place-moved';
  const gone = refusal === 'student-banned' || refusal === 'unknown-code' || refusal === 'class-ended';
  return (
    <div className="grid min-h-[60dvh] place-items-center">
      <div
        role="alert"
        className="graph-paper w-full max-w-xl rounded-lg border border-line-strong px-6 py-9 shadow-card sm:px-10"
      >
        <CutUnit className="-ml-2 w-44" />
        <h1 className="mt-5 text-2xl">{t('refused.title')}</h1>
        <p className="mt-2 text-ink-soft">{refusalText(refusal)}</p>
        <div className="mt-6 flex flex-wrap gap-3">
          {refusal === 'student-removed' || unknown || moved ? (
            <Button look="primary" onClick={joinAgain}>
              {t('refused.join')}
            </Button>
          ) : (
            !gone && (
              <Button look="primary" onClick={() => session.retry()}>
                {t(refusal === 'not-attached' ? 'refused.here' : 'refused.retry')}
              </Button>
            )
          )}
          <LinkButton href="/" look={gone ? 'primary' : 'secondary'}>
            {t('refused.home')}
          </LinkButton>
        </div>
      </div>
    </div>
  );
}
