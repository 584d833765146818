'use client';

import { useTranslations } from 'use-intl';
import { LabelCounts } from '@/client/benches/pool/label-counts';
import { labelColour } from '@/client/benches/pool/label-names';
import { PictureCanvas } from '@/client/charts/picture-canvas';
import type { ClassSession } from '@/client/live/class-session';
import { useSnapshot } from '@/client/live/use-class-session';
import type { ScreenView } from '@/protocol/views';
import { useWall } from './use-wall';
import { useWallNames } from './use-wall-names';

/** Drawings that fit on a wall and can still be told from the last row. */
const SHOWN = 84;

/** The projector while the class draws: the wall fills up, newest first, with the counts beside it. */
export default function ScreenPool({ session, code }: { session: ClassSession<ScreenView>; code: string }) {
  const t = useTranslations('pool.screen');
  const { facts, pictures } = useWall(session, code);
  const inClass = useSnapshot(session).view?.class ?? null;
  const names = useWallNames(facts, inClass);
  const newest = pictures.slice(-SHOWN).reverse();
  return (
    <section
      aria-label={t('title')}
      className="grid flex-1 items-start gap-[2.5vw] lg:grid-cols-[minmax(0,2.2fr)_minmax(0,1fr)]"
    >
      <div
        role="img"
        aria-label={t('wall', { count: pictures.length })}
        data-testid="pool-wall"
        data-count={pictures.length}
        className="grid min-h-[50vh] content-start gap-[0.4vw] [grid-template-columns:repeat(auto-fill,minmax(max(3.2rem,4.6vw),1fr))]"
      >
        {newest.length === 0 && <p className="col-span-full text-screen text-ink-soft">{t('empty')}</p>}
        {newest.map(({ id, label, pixels }) => (
          <span
            key={id}
            className="block overflow-hidden rounded-sm border-2 border-b-[0.35rem] bg-surface-sunken transition-[scale,opacity] duration-200 ease-settle starting:scale-75 starting:opacity-0"
            style={{ borderColor: labelColour(label) }}
          >
            <PictureCanvas pixels={pixels} size={56} className="size-full!" />
          </span>
        ))}
      </div>
      {facts && <LabelCounts names={names} counts={facts.counts} heldBack={null} large />}
    </section>
  );
}
