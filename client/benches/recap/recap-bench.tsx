'use client';

import { useTranslations } from 'use-intl';
import type { BenchProps, RecapWork } from '@/client/benches/frame/bench-place';
import { useFacts } from '@/client/benches/frame/use-facts';
import { broken } from '@/client/i18n/broken';
import { Button } from '@/client/ui/button';

/** The end of a lesson: its question again, the student's own work, the questions after it, and what comes next. */
export default function RecapBench({ place }: BenchProps<'recap'>) {
  const t = useTranslations('lesson.recap');
  const { recap } = place;
  useFacts<'recap'>(place, recap ? { used: recap.used } : null);
  return (
    <div className="graph-paper flex flex-col gap-5 rounded-lg border border-line p-4 sm:p-6">
      {recap === undefined ? (
        <p>{t('elsewhere')}</p>
      ) : (
        <>
          <div>
            <p className="text-sm font-semibold text-accent">{t('question')}</p>
            <p className="max-w-prose font-display text-xl font-bold">{recap.question}</p>
          </div>
          {recap.quiz !== null && <div>{recap.quiz}</div>}
          {recap.work && <WorkSeen {...recap.work} />}
          {recap.next !== null && (
            <div className="border-t border-line pt-4">
              <p className="text-sm text-ink-soft">{t('next', { title: recap.next.title })}</p>
              <p className="max-w-prose font-display text-lg font-bold">{recap.next.question}</p>
            </div>
          )}
        </>
      )}
    </div>
  );
}

/** The own work, or the way to where it is done. */
function WorkSeen({ title, bench, go }: RecapWork) {
  const t = useTranslations('lesson.recap');
  if (bench !== null) {
    return (
      <figure className="min-w-0">
        <figcaption className="mb-2 text-sm text-ink-soft">{t('work', { title })}</figcaption>
        <div>{bench}</div>
      </figure>
    );
  }
  return (
    <div data-testid="no-work" className="rounded-md border border-dashed border-line-strong p-4">
      <p className="max-w-prose">{broken(t('noWork', { title }))}</p>
      {go && (
        <Button size="sm" className="mt-2" onClick={go}>
          {t('toWork', { title })}
        </Button>
      )}
    </div>
  );
}
