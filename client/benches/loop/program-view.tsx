'use client';

import { Flag, Repeat } from 'lucide-react';
import { Fragment, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { classNames } from '@/client/ui/class-names';
import { useOneStop } from '@/client/ui/use-one-stop';
import type { ProgramBlock, ProgramStep } from '@/engine/dense/training-program';
import { BLOCK_ICONS } from './block-look';
import { BlockRow } from './block-row';
import { isBlock, moves, nudged, orderOf, type Program, placed, putAway, type Token } from './program';
import { type Landing, useBlockDrag } from './use-block-drag';

interface Props {
  program: Program;
  onChange(program: Program): void;
  /** The block done just now, one at a time. */
  last: ProgramStep | null;
  next: ProgramBlock | null;
  settingsOf(block: ProgramBlock): ReactNode;
  /** Reads out where a block has come to. */
  announce(words: string): void;
  goal: string;
}

/** The unused blocks and the program, in which they can be dragged, put with a tap, or moved with buttons. */
export function ProgramView({ program, onChange, last, next, settingsOf, announce, goal }: Props) {
  const t = useTranslations('loop');
  const root = useRef<HTMLDivElement>(null);
  const onArrow = useOneStop(root);
  const [picked, setPicked] = useState<ProgramBlock | null>(null);
  /** What has the focus after the rows have moved. */
  const focusNext = useRef<{ block: ProgramBlock; action: string } | null>(null);
  const { tokens, tray } = program;

  useEffect(() => {
    const wanted = focusNext.current;
    if (!wanted) return;
    focusNext.current = null;
    const row = root.current?.querySelector(`[data-block="${wanted.block}"]`);
    const button = row?.querySelector<HTMLButtonElement>(`[data-action="${wanted.action}"]:not(:disabled)`);
    (button ?? row?.querySelector<HTMLButtonElement>('[data-action="pick"]'))?.focus();
  });

  const change = (changed: Program, block: ProgramBlock, action: string) => {
    setPicked(null);
    focusNext.current = { block, action };
    if (changed === program) return;
    onChange(changed);
    announce(whereText(changed, block, t));
  };
  const drop = (block: ProgramBlock, landing: Landing) => {
    if (landing === null) return;
    change(landing === 'tray' ? putAway(program, block) : placed(program, block, landing.gap), block, 'pick');
  };
  const { drag, begin } = useBlockDrag(drop);
  const hand = drag?.block ?? picked;

  const row = (block: ProgramBlock, place: { canUp: boolean; canDown: boolean } | null) => (
    <BlockRow
      block={block}
      picked={picked === block}
      dragged={drag?.block === block}
      done={last?.block === block ? last.effect : null}
      isNext={next === block}
      place={place}
      onPick={() => setPicked(picked === block ? null : block)}
      onMove={(by) => change(nudged(program, block, by), block, by < 0 ? 'up' : 'down')}
      onAway={() => change(putAway(program, block), block, 'pick')}
      onDragStart={(event) => begin(event, block, root.current)}
    >
      {settingsOf(block)}
    </BlockRow>
  );
  const gap = (index: number) => (
    <Gap
      open={picked !== null && moves(program, picked, index)}
      aimed={
        drag !== null &&
        typeof drag.landing === 'object' &&
        drag.landing?.gap === index &&
        moves(program, drag.block, index)
      }
      label={gapText(tokens, index, t)}
      onPlace={() => picked !== null && change(placed(program, picked, index), picked, 'pick')}
    />
  );

  const repeat = tokens.indexOf('repeat');
  const end = tokens.indexOf('end');
  const rows = (from: number, to: number) =>
    tokens.slice(from, to).map((token, i) => (
      <Fragment key={token}>
        {gap(from + i)}
        <div data-row={from + i}>
          {isBlock(token) && row(token, { canUp: from + i > 0, canDown: from + i < tokens.length - 1 })}
        </div>
      </Fragment>
    ));

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape lets go of the block in the hand, wherever the focus is, and arrows go among blocks and places.
    <div
      ref={root}
      className="flex min-w-0 flex-col gap-2"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && picked !== null) {
          focusNext.current = { block: picked, action: 'pick' };
          setPicked(null);
        }
        onArrow(event);
      }}
    >
      <section
        data-tray
        aria-label={t('tray')}
        className={classNames(
          'min-h-12 rounded-md border-2 border-dashed p-1.5',
          drag?.landing === 'tray' ? 'border-accent bg-accent-soft' : 'border-line-strong',
        )}
      >
        {tray.length === 0 ? (
          <p className="px-1.5 py-1 text-sm text-ink-soft">{t('trayEmpty')}</p>
        ) : (
          <ul className="grid gap-1.5 @min-[26rem]:grid-cols-2">
            {tray.map((block) => (
              <li key={block} className="min-w-0">
                {row(block, null)}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section data-program aria-label={t('program')} className="flex flex-col">
        {rows(0, repeat)}
        {gap(repeat)}
        <div className="rounded-lg border-2 border-accent bg-accent-soft p-1.5">
          <p data-row={repeat} className="flex items-center gap-2 px-1 py-0.5 text-sm font-bold text-accent">
            <Repeat aria-hidden="true" className="size-5" />
            <span>{t('repeat')}</span>
          </p>
          <section aria-label={t('loopBlocks')} className="pl-3">
            {rows(repeat + 1, end)}
            {gap(end)}
            {end === repeat + 1 && hand === null && (
              <p className="px-1 pb-1 text-sm text-ink-soft">{t('loopEmpty')}</p>
            )}
          </section>
          <p data-row={end} className="flex items-center gap-2 px-1 py-0.5 text-sm font-bold text-accent">
            <Flag aria-hidden="true" className="size-5" />
            <span>{goal}</span>
          </p>
        </div>
        {rows(end + 1, tokens.length)}
        {gap(tokens.length)}
      </section>
      {drag && <InHand block={drag.block} x={drag.x} y={drag.y} name={t(`block.${drag.block}`)} />}
    </div>
  );
}

interface GapProps {
  /** A picked block may go here. */
  open: boolean;
  /** A dragged block would land here. */
  aimed: boolean;
  label: string;
  onPlace(): void;
}

/** A place between two rows. */
function Gap({ open, aimed, label, onPlace }: GapProps) {
  if (open) {
    return (
      <button
        type="button"
        data-gap
        aria-label={label}
        onClick={onPlace}
        className="my-0.5 min-h-7 w-full rounded-sm border-2 border-dashed border-accent bg-surface-raised text-xs font-semibold text-accent hover:bg-accent hover:text-on-accent pointer-coarse:min-h-11"
      >
        <span aria-hidden="true">{label}</span>
      </button>
    );
  }
  return (
    <div
      aria-hidden="true"
      className={classNames('my-0.5 h-1 rounded-full', aimed ? 'bg-accent' : 'bg-transparent')}
    />
  );
}

/** The block under the pointer while it is dragged. */
function InHand({ block, x, y, name }: { block: ProgramBlock; x: number; y: number; name: string }) {
  const Icon = BLOCK_ICONS[block];
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none fixed top-0 left-0 z-50 flex max-w-72 items-center gap-2 rounded-md border-2 border-accent bg-surface-raised px-3 py-2 text-sm font-semibold shadow-popup"
      style={{ transform: `translate(${x + 8}px, ${y - 20}px)` }}
    >
      <Icon className="size-5 shrink-0 text-accent" />
      <span>{name}</span>
    </div>
  );
}

type Translate = ReturnType<typeof useTranslations<'loop'>>;

/** Where a gap is, in words. */
function gapText(tokens: readonly Token[], index: number, t: Translate): string {
  const after = tokens[index];
  const inLoop = index > tokens.indexOf('repeat') && index <= tokens.indexOf('end');
  if (after === undefined) return t('gap.end');
  if (after === 'repeat') return t('gap.beforeLoop');
  if (after === 'end') return t('gap.loopEnd');
  return t(inLoop ? 'gap.loopBefore' : 'gap.before', { block: t(`block.${after}`) });
}

/** Where a block now is, in words. */
function whereText(program: Program, block: ProgramBlock, t: Translate): string {
  const name = t(`block.${block}`);
  const order = orderOf(program);
  for (const zone of ['before', 'loop', 'after'] as const) {
    const at = order[zone].indexOf(block);
    if (at >= 0) return t(`now.${zone}`, { block: name, place: at + 1, of: order[zone].length });
  }
  return t('now.tray', { block: name });
}
