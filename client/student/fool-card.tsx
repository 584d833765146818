'use client';

import { Drama } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { usePaper } from '@/client/benches/drawing/use-paper';
import { FoolGallery } from '@/client/fool/fool-gallery';
import { useFoolWords } from '@/client/fool/fool-words';
import { FoolerList } from '@/client/fool/fooler-list';
import { useDrawings } from '@/client/fool/use-drawings';
import { broken } from '@/client/i18n/broken';
import type { StudentSession } from '@/client/live/class-session';
import { LiveRegion } from '@/client/ui/live-region';
import { DATASETS } from '@/protocol/datasets';
import type { OwnFool } from '@/protocol/fool-views';
import { FoolJudging } from './fool-judging';
import { FoolPad } from './fool-pad';
import { OwnFooledList } from './own-fooled-list';

/** No bench: nobody looks over a shoulder here. */
const NOBODY = {};

interface Props {
  session: Pick<StudentSession, 'command' | 'readDrawings' | 'subscribe' | 'tryToFool'>;
  fool: OwnFool;
}

/** The class fools the network that leads: a student draws, says what it reads in others' drawings, and sees what came of it. */
export default function FoolCard({ session, fool }: Props) {
  const t = useTranslations('fool');
  const card = useRef<HTMLElement>(null);
  const { id, stage, own, dealt, gallery, leads, points } = fool;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is to be done now asks for a look.
  useEffect(() => {
    card.current?.scrollIntoView({ block: 'nearest' });
  }, [id, stage]);
  const ids = useMemo(
    () => [...own.map((one) => one.id), ...dealt, ...(gallery ?? []).map((one) => one.id)],
    [own, dealt, gallery],
  );
  const pictures = useDrawings(session, id, ids);
  // Here, so that it is there again where the teacher lets the class draw on.
  const paper = usePaper(NOBODY, DATASETS[fool.dataset].drawn, 'drawing:fool');
  return (
    <section
      ref={card}
      aria-label={t('title')}
      data-testid="fool"
      data-stage={stage}
      className="mb-4 scroll-my-20 rounded-lg border border-accent bg-accent-soft px-4 py-3 shadow-card"
    >
      <div className="flex items-start gap-3">
        <Drama aria-hidden="true" className="mt-1 size-5 shrink-0 text-accent" />
        <div className="min-w-0 flex-1">
          <p className="text-xs font-bold tracking-wide text-accent uppercase">{t('title')}</p>
          {stage === 'drawing' && (
            <>
              <Task fool={fool} />
              <FoolPad session={session} fool={fool} paper={paper} />
            </>
          )}
          {stage === 'judging' && (
            <>
              <p className="font-semibold">{broken(t('judgeTask'))}</p>
              <FoolJudging session={session} fool={fool} pictures={pictures} />
            </>
          )}
          {stage === 'shown' && (
            <div className="flex flex-col gap-3">
              <LiveRegion visible>
                <p className="font-semibold" data-testid="fool-points" data-points={points ?? ''}>
                  {t('yourPoints', { count: points ?? 0 })}
                </p>
              </LiveRegion>
              {leads && <p className="text-sm">{broken(t('ledThrough'))}</p>}
              <section aria-label={t('gallery')}>
                <h3 className="text-sm">{t('gallery')}</h3>
                <p className="mb-2 text-xs text-ink-soft">{broken(t('galleryLead'))}</p>
                <FoolGallery game={fool} gallery={gallery ?? []} pictures={pictures} />
              </section>
              {fool.foolers !== null && (
                <section aria-label={t('foolers')} className="max-w-80">
                  <h3 className="mb-1 text-sm">{t('foolers')}</h3>
                  <FoolerList dataset={fool.dataset} foolers={fool.foolers} />
                </section>
              )}
              <p className="text-xs text-ink-soft">{broken(t('why'))}</p>
            </div>
          )}
          <OwnFooledList fool={fool} pictures={pictures} />
        </div>
      </div>
    </section>
  );
}

/** What is to be done, whose network it is about, and a kind word for whose it is. */
function Task({ fool }: Pick<Props, 'fool'>) {
  const t = useTranslations('fool');
  const words = useFoolWords(fool);
  const { leader, leads, others } = fool;
  return (
    <>
      <p className="font-semibold">{broken(t('task', { others }))}</p>
      {leads ? (
        <p className="mt-1 text-sm">{broken(t('leads'))}</p>
      ) : (
        leader && <p className="mt-1 text-sm">{broken(t('leaderIs', { name: words.whose(leader) }))}</p>
      )}
    </>
  );
}
