'use client';

import type { ReactNode } from 'react';
import { broken } from '@/client/i18n/broken';
import { classNames } from './class-names';
import type { Elements } from './elements';
import { type Tone, ToneIcon } from './tone-icon';

const TONES: Record<Tone, string> = {
  info: 'bg-ink text-surface',
  warn: 'bg-warn text-surface',
  error: 'bg-danger text-on-danger',
  success: 'bg-ok text-surface',
};

export interface BannerProps {
  /** Nothing is shown without children; keep it mounted, so that readers hear the change. */
  children?: ReactNode;
  tone?: Tone;
  action?: Elements;
  /** It may stay for long: it moves the page down instead of covering what is on top. */
  stays?: boolean;
}

/** Across the whole width, over everything, without moving the page unless it stays: connection lost, server restarting. */
export function Banner({ children, tone = 'warn', action, stays = false }: BannerProps) {
  return (
    <div
      role="status"
      className={classNames(
        'pointer-events-none z-40',
        stays ? '[@media(min-height:30rem)]:sticky [@media(min-height:30rem)]:top-0' : 'sticky top-0 h-0',
      )}
    >
      {children !== undefined && children !== null && children !== false && (
        <div className={classNames('pointer-events-auto shadow-popup', TONES[tone])}>
          <div className="page-width [&_:is(a,button)]:border-current! [&_:is(a,button)]:bg-transparent! [&_:is(a,button)]:text-inherit! flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 py-2 text-sm font-semibold">
            <ToneIcon tone={tone} className="size-5 shrink-0" />
            <span className="min-w-0 flex-1">{broken(children)}</span>
            {action}
          </div>
        </div>
      )}
    </div>
  );
}
