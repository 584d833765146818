'use client';

import { useRef } from 'react';
import { classNames } from '@/client/ui/class-names';
import { FEATURES } from '@/engine/points/features';
import type { NetworkNode } from './playground-layout';
import { UnitCanvas } from './unit-canvas';

interface Props {
  node: NetworkNode;
  size: number;
  id: string;
  /** The keyboard stands here. */
  current: boolean;
  label: string;
  /** Switches a feature on and off. */
  toggles: boolean;
  cells: number;
  sheet(canvas: HTMLCanvasElement | null): void;
  onLook(looks: boolean): void;
  onAct(byTouch: boolean): void;
}

/** A feature or a unit with the picture of what it sees. */
export function NodeButton({ node, size, id, current, label, toggles, cells, sheet, onLook, onAct }: Props) {
  // One function for the life of the node: a new ref each time would take the sheet away and bring it back.
  const keep = useRef(sheet);
  keep.current = sheet;
  const setSheet = useRef((canvas: HTMLCanvasElement | null) => keep.current(canvas));
  return (
    <>
      {node.feature && (
        <span
          aria-hidden="true"
          translate="no"
          className={classNames(
            'pointer-events-none absolute left-0 -translate-y-1/2 text-right text-xs leading-none font-semibold whitespace-nowrap',
            node.used ? 'text-ink' : 'text-ink-soft',
          )}
          style={{ top: node.y, width: node.x - size / 2 - 5 }}
        >
          {FEATURES[node.feature].formula}
        </span>
      )}
      <button
        type="button"
        id={id}
        tabIndex={current ? 0 : -1}
        aria-label={label}
        aria-pressed={toggles ? node.used : undefined}
        onClick={(event) => onAct((event.nativeEvent as PointerEvent).pointerType === 'touch')}
        onPointerEnter={(event) => event.pointerType !== 'touch' && onLook(true)}
        onPointerLeave={(event) => event.pointerType !== 'touch' && onLook(false)}
        onFocus={() => onLook(true)}
        onBlur={() => onLook(false)}
        className={classNames(
          'absolute rounded-sm border bg-surface-raised transition-[opacity,border-color,box-shadow]',
          node.kind === 'output' ? 'border-2 border-ink' : 'border-line-strong',
          'hover:border-ink hover:shadow-popup focus-visible:z-10 before:absolute before:-inset-1 before:content-[""]',
          !node.used && 'opacity-40 hover:opacity-80',
        )}
        style={{ left: node.x - size / 2, top: node.y - size / 2, width: size, height: size }}
      >
        <UnitCanvas ref={setSheet.current} cells={cells} />
      </button>
    </>
  );
}
