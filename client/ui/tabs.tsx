'use client';

import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import { broken } from '@/client/i18n/broken';

interface Tab<Value extends string> {
  value: Value;
  label: ReactNode;
  content: ReactNode;
  disabled?: boolean;
}

export interface TabsProps<Value extends string> {
  /** Names the row of tabs. */
  label: string;
  tabs: readonly Tab<NoInfer<Value>>[];
  value: Value;
  onChange(value: NoInfer<Value>): void;
  /** Keep hidden panels in the page (canvases that must not be rebuilt). */
  keepMounted?: boolean;
  className?: string;
}

/** Several panels in one place. */
export function Tabs<Value extends string>({
  label,
  tabs,
  value,
  onChange,
  keepMounted = false,
  className,
}: TabsProps<Value>) {
  return (
    <Base.Root value={value} onValueChange={(next) => onChange(next as Value)} className={className}>
      <Base.List aria-label={label} className="flex flex-wrap gap-x-1 border-b border-line">
        {tabs.map((tab) => (
          <Base.Tab
            key={tab.value}
            value={tab.value}
            disabled={tab.disabled}
            className="-mb-px min-h-10 max-w-full border-b-3 border-transparent px-3 text-sm font-semibold text-ink-soft transition-colors hover:text-ink focus-visible:-outline-offset-3 data-active:border-accent data-active:text-ink data-disabled:cursor-not-allowed data-disabled:opacity-60 pointer-coarse:min-h-11"
          >
            {broken(tab.label)}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel
          key={tab.value}
          value={tab.value}
          keepMounted={keepMounted}
          // Tab goes on to what is in it, which scrolls with the page.
          tabIndex={-1}
          className="pt-4 [[hidden]]:hidden"
        >
          {tab.content}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
