'use client';

import { useTranslations } from 'use-intl';
import { JoinCorner } from '@/client/screen/join-corner';
import { PausedBar } from '@/client/screen/paused-bar';
import type { Elements } from '@/client/ui/elements';
import type { ScreenViewProps } from './screen-view';

interface Props extends Pick<ScreenViewProps, 'view' | 'origins'> {
  /** Above the title, small. */
  over?: string;
  title: string;
  children: Elements;
}

/** A view that the teacher has put on the wall: what it is, the way in, and the pause. */
export function ViewFrame({ view, origins, over, title, children }: Props) {
  const t = useTranslations('screen');
  const { code, phase, paused } = view.class;
  return (
    <main
      id="content"
      data-screen={view.shows.view}
      className="flex min-h-0 flex-1 flex-col gap-[2vh] p-[clamp(1rem,2.4vw,4rem)]"
    >
      <h1 className="sr-only">{t('pageTitle', { code })}</h1>
      <header className="flex flex-wrap items-start justify-between gap-x-[3vw] gap-y-2">
        <div className="min-w-0 flex-1 basis-[24rem]">
          {over !== undefined && <p className="tabular text-screen-sm text-ink-soft">{over}</p>}
          <h2 className="text-screen-lg">{title}</h2>
        </div>
        {phase !== 'ended' && <JoinCorner code={code} origins={origins} />}
      </header>
      <PausedBar paused={paused} />
      {children}
    </main>
  );
}
