'use client';

import { useTranslations } from 'use-intl';
import type { PlaygroundBegun } from '@/engine/playground/messages';
import { markOutline } from './paint-points';
import { classToken } from './palette';

interface Props {
  begun: PlaygroundBegun | null;
  classNames: readonly string[];
}

/** What colours and shapes mean. */
export function Legend({ begun, classNames }: Props) {
  const t = useTranslations('playground');
  const classes = begun?.points.train.classes ?? 2;
  return (
    <div className="flex min-h-6 flex-wrap items-center gap-x-3 gap-y-0.5 text-xs text-ink-soft">
      {classes === 0 ? (
        <>
          <span className="tabular">−1</span>
          <span
            aria-hidden="true"
            className="h-2.5 w-24 rounded-full border border-line-strong bg-linear-to-r from-negative via-surface-raised to-positive"
          />
          <span className="tabular">1</span>
          <span>{t('legend.value')}</span>
        </>
      ) : (
        classNames.map((name, label) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the index is the class.
          <span key={label} className="inline-flex min-w-0 items-center gap-1">
            <ClassMark label={label} classes={classes} />
            <span className="max-w-28 truncate" title={name}>
              {name}
            </span>
          </span>
        ))
      )}
    </div>
  );
}

/** A class's mark as on the plane. */
export function ClassMark({ label, classes }: { label: number; classes: number }) {
  return (
    <svg viewBox="-7 -7 14 14" aria-hidden="true" className="size-3.5 shrink-0">
      <path d={markOutline(label, 4.6)} fill={`var(--${classToken(label, classes)})`} />
    </svg>
  );
}
