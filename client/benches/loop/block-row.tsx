'use client';

import { ArrowDown, ArrowUp, GripVertical, X } from 'lucide-react';
import type { PointerEvent, ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import { classNames } from '@/client/ui/class-names';
import { IconButton } from '@/client/ui/icon-button';
import type { ProgramBlock, ProgramEffect } from '@/engine/dense/training-program';
import { BLOCK_ICONS } from './block-look';

interface Props {
  block: ProgramBlock;
  /** In the hand: its places are shown. */
  picked: boolean;
  dragged: boolean;
  /** It was done just now, with this effect. */
  done: ProgramEffect | null;
  /** It comes next, when blocks are done one at a time. */
  isNext: boolean;
  /** Null in the tray. */
  place: { canUp: boolean; canDown: boolean } | null;
  onPick(): void;
  onMove(by: -1 | 1): void;
  onAway(): void;
  onDragStart(event: PointerEvent): void;
  /** What can be set at this block. */
  children?: ReactNode;
}

/** One block: pick it up with a tap or Enter, drag it, or move it with its buttons. */
export function BlockRow(props: Props) {
  const { block, picked, dragged, done, isNext, place, children } = props;
  const t = useTranslations('loop');
  const Icon = BLOCK_ICONS[block];
  const name = t(`block.${block}`);
  return (
    <div
      data-block={block}
      className={classNames(
        'flex min-w-0 flex-wrap items-center gap-x-1 rounded-md border-2 bg-surface-raised py-1 pr-1 transition-[border-color,opacity]',
        picked ? 'border-accent shadow-popup' : isNext ? 'border-ink' : 'border-line-strong',
        done !== null && (done === 'done' ? 'bg-ok-soft' : 'bg-warn-soft'),
        dragged && 'opacity-40',
      )}
    >
      <span
        aria-hidden="true"
        className="grid h-11 w-7 shrink-0 cursor-grab touch-none place-items-center text-ink-soft"
        onPointerDown={props.onDragStart}
      >
        <GripVertical className="size-5" />
      </span>
      <div className="min-w-0 flex-1">
        <button
          type="button"
          data-action="pick"
          aria-pressed={picked}
          aria-label={t(picked ? 'move.putBack' : 'move.pick', { block: name })}
          onClick={props.onPick}
          onPointerDown={(event) => {
            // A finger scrolls here; it drags by the grip.
            if (event.pointerType === 'mouse') props.onDragStart(event);
          }}
          className="flex min-h-8 w-full cursor-grab items-center gap-2 rounded-sm text-left text-sm leading-tight font-semibold pointer-coarse:min-h-11"
        >
          <Icon aria-hidden="true" className="size-5 shrink-0 text-accent" />
          <span aria-hidden="true">{broken(name)}</span>
        </button>
      </div>
      {place && (
        <div className="flex shrink-0">
          <IconButton
            size="sm"
            data-action="up"
            label={t('move.up', { block: name })}
            icon={<ArrowUp aria-hidden="true" />}
            disabled={!place.canUp}
            onClick={() => props.onMove(-1)}
          />
          <IconButton
            size="sm"
            data-action="down"
            label={t('move.down', { block: name })}
            icon={<ArrowDown aria-hidden="true" />}
            disabled={!place.canDown}
            onClick={() => props.onMove(1)}
          />
          <IconButton
            size="sm"
            data-action="away"
            label={t('move.away', { block: name })}
            icon={<X aria-hidden="true" />}
            onClick={props.onAway}
          />
        </div>
      )}
      {/* In a row of their own: beside the buttons a phone has no room for what is chosen. */}
      {children && <div className="flex basis-full flex-wrap gap-1.5 pb-0.5 pl-8 sm:pl-15">{children}</div>}
    </div>
  );
}
