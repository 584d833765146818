'use client';

import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement, ReactNode } from 'react';

export interface TooltipProps {
  /** Extra words only: what a person must know stands on the page. */
  text: ReactNode;
  /** One focusable element. */
  children: ReactElement;
  side?: 'top' | 'bottom' | 'left' | 'right';
}

/** A word of explanation on hover and focus. */
export function Tooltip({ text, children, side = 'top' }: TooltipProps) {
  return (
    <Base.Provider delay={300}>
      <Base.Root>
        <Base.Trigger render={children} />
        <Base.Portal>
          <Base.Positioner sideOffset={7} side={side} className="z-60">
            <Base.Popup className="max-w-72 rounded-sm bg-ink px-2.5 py-1.5 text-xs text-surface shadow-popup transition-opacity data-starting-style:opacity-0 data-ending-style:opacity-0">
              {text}
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </Base.Provider>
  );
}
