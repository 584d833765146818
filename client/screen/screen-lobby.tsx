'use client';

import { Lock } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { joinAddress, scannedAddress, shortAddress } from '@/client/console/join-address';
import { useBestOrigin } from '@/client/console/use-best-origin';
import { useClassLesson } from '@/client/lesson/given-lesson';
import { useArrivals } from '@/client/lesson/use-arrivals';
import { LiveRegion } from '@/client/ui/live-region';
import { QrCode } from '@/client/ui/qr-code';
import { RoomCode } from '@/client/ui/room-code';
import type { ScreenView } from '@/protocol/views';
import { MarkWall } from './mark-wall';
import { PausedBar } from './paused-bar';
import { ScreenCountdown } from './screen-countdown';

/** The way in as large as the wall allows, and who has come: before the class, and whenever the teacher wants it. */
export function ScreenLobby({ view, origins }: { view: ScreenView; origins: readonly string[] }) {
  const t = useTranslations('screen');
  const origin = useBestOrigin(origins);
  const { code, locked } = view.class;
  const title = useClassLesson(view.class)?.text.title;
  const here = view.marks.length;
  const arrived = useArrivals(here, (before, now) =>
    now > before ? t('arrived', { more: now - before, count: now }) : null,
  );
  return (
    <main
      id="content"
      className="flex flex-1 flex-col justify-between gap-[3vh] p-[clamp(1.25rem,3.5vw,5rem)]"
    >
      <h1 className="sr-only">{t('pageTitle', { code })}</h1>
      <PausedBar paused={view.class.paused} />
      <div className="flex items-start justify-between gap-[3vw] pr-36">
        <p className="truncate font-display text-screen-sm font-bold">{title}</p>
        <ScreenCountdown />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-[3vw]">
        <div className="min-w-0">
          <p className="text-screen-sm text-ink-soft">{t('join')}</p>
          <p translate="no" className="text-screen font-semibold break-all">
            {shortAddress(origin)}
          </p>
          <p className="mt-[2vh] text-screen-sm text-ink-soft">{t('code')}</p>
          <RoomCode code={code} size="screen" />
        </div>
        <figure className="flex flex-col items-center gap-2">
          <div className="size-[clamp(10rem,21vw,26rem)]">
            {origin !== '' && (
              <QrCode value={scannedAddress(joinAddress(origin, code))} className="size-full" />
            )}
          </div>
          <figcaption className="text-screen-sm text-ink-soft">{t('qr')}</figcaption>
        </figure>
      </div>
      <div className="min-h-[22vh]">
        <div className="mb-[1.5vh] flex items-center gap-4 text-screen-sm font-semibold">
          <p>{t('waiting', { count: here })}</p>
          <p role="status" className="inline-flex items-center gap-2 text-warn">
            {locked && (
              <>
                <Lock aria-hidden="true" className="size-[1em]" /> <span>{t('locked')}</span>
              </>
            )}
          </p>
          <LiveRegion>{arrived}</LiveRegion>
        </div>
        <MarkWall marks={view.marks} />
      </div>
    </main>
  );
}
