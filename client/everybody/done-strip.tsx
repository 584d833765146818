'use client';

import { Check } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { classNames } from '@/client/ui/class-names';
import type { DoneLine } from './done-lines';

interface Props {
  lines: readonly DoneLine[];
  /** Students that could have it. */
  of: number;
  /** To be read from the back of a room. */
  wall?: boolean;
}

/** How far the class is with its step: a line for each thing, with how many have it and how many are at it. Nothing where nothing is known. */
export function DoneStrip({ lines, of, wall = false }: Props) {
  const t = useTranslations('everybody.done');
  const numbers = useNumbers();
  if (lines.length === 0) return null;
  const share = (count: number) => `${of === 0 ? 0 : (100 * Math.min(count, of)) / of}%`;
  return (
    <ul
      aria-label={t('title')}
      data-testid="done-strip"
      className={classNames('grid', wall ? 'gap-y-[1.2vh] text-screen-sm' : 'gap-y-1.5 text-sm')}
    >
      {lines.map(({ id, complete, begun }) => (
        <li
          key={id}
          data-what={id}
          data-complete={complete}
          className="grid grid-cols-[minmax(0,5fr)_minmax(0,6fr)_auto] items-center gap-x-[0.7em]"
        >
          <span className="flex min-w-0 items-center gap-[0.4em]">
            <Check
              aria-hidden="true"
              className={classNames(
                'size-[1em] shrink-0 text-ok',
                (complete < of || of === 0) && 'invisible',
              )}
            />
            <span>{t(id)}</span>
          </span>
          <span
            aria-hidden="true"
            className="flex h-[0.7em] overflow-hidden rounded-full border border-line-strong bg-surface-sunken"
          >
            <span className="bg-ok" style={{ width: share(complete) }} />
            <span className="bg-ok/35" style={{ width: share(begun) }} />
          </span>
          <span className="tabular min-w-[7ch] text-right font-semibold whitespace-nowrap">
            <span>{t('count', { complete: numbers.integer(complete), of: numbers.integer(of) })}</span>
            {begun > 0 && <span className="sr-only">{`, ${t('begun', { count: begun })}`}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
