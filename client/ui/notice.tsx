'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import { classNames } from './class-names';
import type { Elements } from './elements';
import { type Tone, ToneIcon } from './tone-icon';

const TONES: Record<Tone, { box: string; icon: string }> = {
  info: { box: 'bg-surface-sunken border-line-strong', icon: 'text-ink' },
  warn: { box: 'bg-warn-soft border-warn/40', icon: 'text-warn' },
  error: { box: 'bg-danger-soft border-danger/40', icon: 'text-danger' },
  success: { box: 'bg-ok-soft border-ok/40', icon: 'text-ok' },
};

export interface NoticeProps {
  tone?: Tone;
  title?: ReactNode;
  /** What happened and what to do. */
  children?: ReactNode;
  /** A way on: a `Button` or `LinkButton` of size `sm`. */
  action?: Elements;
  /** Read out when it appears. Default: for errors. */
  announce?: boolean;
  className?: string;
}

/** A message in the flow of the page. */
export function Notice({
  tone = 'info',
  title,
  children,
  action,
  announce = tone === 'error',
  className,
}: NoticeProps) {
  const t = useTranslations('common');
  return (
    <div
      role={announce ? 'alert' : undefined}
      className={classNames('flex items-start gap-3 rounded-md border px-4 py-3', TONES[tone].box, className)}
    >
      <ToneIcon tone={tone} className={classNames('mt-0.5 size-5 shrink-0', TONES[tone].icon)} />
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-2 text-sm">
        <div className="min-w-0 flex-1 basis-60">
          <span className="sr-only">{`${t(`notice.${tone}`)}: `}</span>
          {title !== undefined && <p className="font-semibold">{broken(title)}</p>}
          {children !== undefined && <div>{broken(children)}</div>}
        </div>
        {action}
      </div>
    </div>
  );
}
