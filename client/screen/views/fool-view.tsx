'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useElementSize } from '@/client/charts/use-element-size';
import { DrawingPicture } from '@/client/fool/drawing-picture';
import { useFoolWords } from '@/client/fool/fool-words';
import { FoolerList } from '@/client/fool/fooler-list';
import { useDrawings } from '@/client/fool/use-drawings';
import { broken } from '@/client/i18n/broken';
import { PAPER } from '@/protocol/datasets';
import type { FoolNow, FoolTile } from '@/protocol/fool-views';
import type { ScreenViewProps } from './screen-view';
import { ViewFrame } from './view-frame';

/** The class fools the network that leads: what is to be done while it draws and judges, then the hardest pictures and who drew most of them. */
export default function FoolView({ session, view, origins }: ScreenViewProps) {
  const t = useTranslations('fool');
  const { fool } = view;
  if (!fool) return null;
  return (
    <ViewFrame view={view} origins={origins} title={t(fool.gallery ? 'gallery' : 'title')}>
      {fool.gallery ? (
        <Gallery session={session} fool={fool} gallery={fool.gallery} />
      ) : (
        <Going fool={fool} />
      )}
    </ViewFrame>
  );
}

/** What everybody does now, and how far the class is: nothing of what was drawn. */
function Going({ fool }: { fool: FoolNow }) {
  const t = useTranslations('fool');
  const words = useFoolWords(fool);
  const { stage, leader, others, tries, fooled, judged } = fool;
  const drawing = stage === 'drawing';
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-[2.4vh]" data-testid="screen-fool" data-stage={stage}>
      <p className="max-w-[42ch] text-screen font-semibold">
        {broken(drawing ? t('task', { others }) : t('judgeTask'))}
      </p>
      {drawing && leader && (
        <p className="text-screen-sm">{broken(t('leaderIs', { name: words.whose(leader) }))}</p>
      )}
      <p className="max-w-[60ch] text-screen-sm text-ink-soft">{broken(words.rule)}</p>
      <p className="mt-auto text-screen-sm">{broken(t(drawing ? 'wall.draw' : 'wall.judge'))}</p>
      {!drawing && (
        <span
          aria-hidden="true"
          className="flex h-[2vh] overflow-hidden rounded-full border-2 border-line-strong bg-surface-sunken"
        >
          <span className="bg-accent" style={{ width: `${(100 * judged) / Math.max(1, fooled)}%` }} />
        </span>
      )}
      <p className="tabular text-screen font-semibold">
        {drawing ? t('wall.tried', { tries, fooled }) : t('wall.judged', { judged, fooled })}
      </p>
    </div>
  );
}

/** Drawings for which the wall has room: three beside each other. */
const ON_WALL = 9;
const COLUMNS = 3;
/** Share of a column's width that is a drawing's, so that its four lines fit beside it. */
const PICTURE = 0.36;

function Gallery({
  session,
  fool,
  gallery,
}: Pick<ScreenViewProps, 'session'> & { fool: FoolNow; gallery: readonly FoolTile[] }) {
  const t = useTranslations('fool');
  const words = useFoolWords(fool);
  const [box, { width }] = useElementSize<HTMLDivElement>();
  // Whole multiples of the picture's own side are crispest.
  const size = Math.max(3, Math.floor((PICTURE * width) / COLUMNS / PAPER.side)) * PAPER.side;
  const shown = useMemo(() => gallery.slice(0, ON_WALL), [gallery]);
  const ids = useMemo(() => shown.map(({ id }) => id), [shown]);
  const pictures = useDrawings(session, fool.id, ids);
  return (
    <div
      className="grid min-h-0 flex-1 content-start gap-[2.5vw] lg:grid-cols-[minmax(0,1fr)_24vw]"
      data-testid="screen-fool"
      data-stage="shown"
    >
      <div ref={box} className="min-w-0">
        {shown.length === 0 ? (
          <p className="text-screen">{broken(t('galleryEmpty'))}</p>
        ) : (
          <ol className="grid grid-cols-3 content-start gap-x-[1.4vw] gap-y-[2vh]">
            {shown.map((one) => (
              <li
                key={one.id}
                className="flex items-center gap-[1vw] text-[clamp(1.1rem,1.6vw,2rem)] leading-tight"
              >
                <DrawingPicture pixels={pictures.get(one.id)} size={size} />
                <span className="tabular flex min-w-0 flex-col">
                  {words.wall(one).map((line, index) => (
                    <span key={line} className={index === 0 ? 'font-semibold' : undefined}>
                      {line}
                    </span>
                  ))}
                </span>
              </li>
            ))}
          </ol>
        )}
      </div>
      {fool.foolers !== null && (
        <section aria-label={t('foolers')}>
          <h3 className="mb-[1vh] text-screen-sm font-semibold">{t('foolers')}</h3>
          <FoolerList dataset={fool.dataset} foolers={fool.foolers} wall />
        </section>
      )}
    </div>
  );
}
