'use client';

import { useTranslations } from 'use-intl';
import { DrawingDesk } from '@/client/benches/drawing/drawing-desk';
import { usePaper } from '@/client/benches/drawing/use-paper';
import type { BenchProps } from '@/client/benches/frame/bench-place';
import { useFacts } from '@/client/benches/frame/use-facts';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { ClothesWall } from './clothes-wall';
import { FileButtons } from './file-buttons';
import { LabelCounts } from './label-counts';
import { useLabelNames } from './label-names';
import { OwnDrawings } from './own-drawings';
import { PoolSheet } from './pool-sheet';
import { SourceChoice } from './source-choice';
import { usePicturePaper } from './use-picture-paper';
import { usePoolDesk } from './use-pool-desk';

/** Draw, file under a label, and watch the pool grow. */
export default function PoolCollect({ place }: BenchProps<'pool-collect'>) {
  const t = useTranslations('pool');
  const refusalText = useRefusalText();
  const used = usePoolDesk(place);
  const paper = usePaper(place);
  const paperWords = usePicturePaper();
  const facts = used?.now.pool.facts ?? null;
  const names = useLabelNames(facts);
  const own = used?.now.pool.own;
  useFacts<'pool-collect'>(
    place,
    own && facts
      ? {
          fewest: Math.min(
            ...facts.counts.map((_, label) => own.filter((one) => one.label === label).length),
          ),
        }
      : null,
  );
  if (!used || !facts) {
    return (
      <PoolSheet label={t('collect.bench')} held={place.held} ready={false}>
        {null}
      </PoolSheet>
    );
  }
  const { desk, now } = used;
  const closed = place.held ?? (facts.collecting ? undefined : t('collect.closed'));
  const takeBack = async (id: string) => {
    const answer = await desk.source.takeBack(id);
    place.announce(answer.ok ? t('own.takenBack') : refusalText(answer.code));
  };
  return (
    <PoolSheet label={t('collect.bench')} held={place.held} ready>
      <div className="mb-3 empty:hidden">
        <SourceChoice desk={desk} source={now.source} />
      </div>
      {now.source === 'clothes' ? (
        <ClothesWall desk={desk} names={names} facts={facts} />
      ) : (
        <div className="grid items-start gap-x-7 gap-y-5 sm:grid-cols-2 xl:grid-cols-[22rem_minmax(0,1fr)]">
          <DrawingDesk paper={paper} words={paperWords} />
          <div className="flex min-w-0 flex-col gap-4">
            <FileButtons
              names={names}
              pixels={paper.pixels}
              file={(label, pixels) => desk.source.file(label, pixels)}
              closedReason={closed}
              onFiled={(label) => {
                paper.clear();
                place.announce(t('file.filed', { label: names[label] ?? '' }));
              }}
            />
            <section aria-label={t(place.kind === 'class' ? 'counts.class' : 'counts.own')}>
              <h2 className="mb-1.5 font-sans text-sm font-semibold tracking-normal">
                {t(place.kind === 'class' ? 'counts.class' : 'counts.own')}
              </h2>
              <LabelCounts names={names} counts={facts.counts} heldBack={facts.heldBack} />
            </section>
            <OwnDrawings
              drawings={now.pool.own}
              names={names}
              onTakeBack={closed === undefined ? (id) => void takeBack(id) : null}
            />
          </div>
        </div>
      )}
    </PoolSheet>
  );
}
