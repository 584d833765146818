'use client';

import { PenLine } from 'lucide-react';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { classNames } from '@/client/ui/class-names';
import type { PlaygroundSetup } from '@/engine/playground/setup';
import { POINT_GENERATORS, POINT_SET_IDS, type PointSetId } from '@/engine/points/generators';
import type { OwnPoints } from '@/engine/points/own-points';
import type { PointSet } from '@/engine/points/point-set';
import { PointThumbnail } from './point-thumbnail';
import { thumbnailPoints } from './thumbnail-points';

interface Props {
  value: PlaygroundSetup['points'];
  own: OwnPoints | null;
  ownOpen: boolean;
  held: boolean;
  onPick(points: PlaygroundSetup['points']): void;
  /** Own points are wanted and there are none yet. */
  onGive(): void;
}

type Group = 'two' | 'more' | 'values';

function groupOf(id: PointSetId): Group {
  const { classes } = POINT_GENERATORS[id];
  return classes === 0 ? 'values' : classes === 2 ? 'two' : 'more';
}

/** All point sets as pictures, by what is asked: two classes, more, or a value. Radio buttons underneath. */
export function PointSetPicker({ value, own, ownOpen, held, onPick, onGive }: Props) {
  const t = useTranslations('playground');
  const name = useId();
  const tile = (id: PlaygroundSetup['points'], points: PointSet | null) => (
    <label
      key={id}
      title={t(`points.${id}`)}
      className={classNames(
        'relative block cursor-pointer rounded-sm border-2 border-line bg-surface-raised p-0.5 transition-colors hover:border-line-strong',
        'has-checked:border-accent has-checked:shadow-card has-disabled:cursor-not-allowed has-disabled:opacity-60',
        'has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
      )}
    >
      <input
        type="radio"
        name={name}
        checked={value === id}
        disabled={held}
        aria-label={t(`points.${id}`)}
        data-points={id}
        onChange={() => (id === 'own' && !own ? onGive() : onPick(id))}
        className="absolute inset-0 m-0 cursor-[inherit] appearance-none rounded-[inherit] outline-none"
      />
      {points ? (
        <PointThumbnail points={points} />
      ) : (
        <span className="grid aspect-square place-items-center text-ink-soft">
          <PenLine aria-hidden="true" className="size-4" />
        </span>
      )}
    </label>
  );
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5">
      <legend className="sr-only">{t('data.points')}</legend>
      {(['two', 'more', 'values'] as const).map((group) => (
        <div key={group}>
          <p className="mb-0.5 text-xs font-semibold text-ink-soft">{t(`data.group.${group}`)}</p>
          <div className="grid grid-cols-5 gap-1 @max-3xl:max-w-80">
            {POINT_SET_IDS.filter((id) => groupOf(id) === group).map((id) => tile(id, thumbnailPoints(id)))}
            {group === 'values' && ownOpen && tile('own', own?.points ?? null)}
          </div>
        </div>
      ))}
      <p className="text-xs">
        <span className="text-ink-soft">{t('data.chosen')}</span>{' '}
        <b className="font-semibold">{t(`points.${value}`)}</b>
      </p>
    </fieldset>
  );
}
