'use client';

import { Menu as Base } from '@base-ui/react/menu';
import { Fragment, type ReactElement, type ReactNode } from 'react';
import { classNames } from '@/client/ui/class-names';
import type { Elements } from '@/client/ui/elements';

export interface MenuEntry {
  key: string;
  label: ReactNode;
  icon?: Elements;
  onSelect(): void;
  disabled?: boolean;
  danger?: boolean;
  /** A line above: a new group begins. */
  separated?: boolean;
}

export interface MenuProps {
  /** The element that opens it: a `Button` or an `IconButton`. */
  trigger: ReactElement;
  entries: readonly MenuEntry[];
  align?: 'start' | 'center' | 'end';
}

/** Actions that need not be in sight. */
export function Menu({ trigger, entries, align = 'end' }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} align={align} className="z-50">
          <Base.Popup className="min-w-44 rounded-md border border-line bg-surface-raised p-1 text-ink shadow-popup outline-none transition-opacity data-starting-style:opacity-0 data-ending-style:opacity-0">
            {entries.map((entry) => (
              <Fragment key={entry.key}>
                {entry.separated && <Base.Separator className="my-1 h-px bg-line" />}
                <Base.Item
                  onClick={entry.onSelect}
                  disabled={entry.disabled}
                  className={classNames(
                    'flex min-h-9 cursor-pointer items-center gap-2.5 rounded-sm px-3 text-sm outline-none select-none data-highlighted:bg-surface-sunken data-highlighted:outline-2 data-highlighted:-outline-offset-2 data-highlighted:outline-focus data-disabled:cursor-not-allowed data-disabled:text-ink-soft pointer-coarse:min-h-11 [&_svg]:size-4',
                    entry.danger && 'text-danger',
                  )}
                >
                  {entry.icon}
                  <span>{entry.label}</span>
                </Base.Item>
              </Fragment>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
