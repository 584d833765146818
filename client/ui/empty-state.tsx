import type { ReactNode } from 'react';
import { broken } from '@/client/i18n/broken';
import { classNames } from './class-names';
import { Logo } from './logo';

interface Props {
  title: ReactNode;
  /** Why it is empty and what will fill it. */
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
}

/** Nothing here yet. */
export function EmptyState({ title, children, action, className }: Props) {
  return (
    <div
      className={classNames(
        'flex flex-col items-center gap-2 rounded-lg border border-dashed border-line-strong px-6 py-10 text-center',
        className,
      )}
    >
      <Logo className="mb-1 h-9 w-auto opacity-80" />
      <p className="font-display text-lg font-bold">{broken(title)}</p>
      {children !== undefined && <p className="max-w-prose text-sm text-ink-soft">{broken(children)}</p>}
      {action !== undefined && <div className="mt-3">{action}</div>}
    </div>
  );
}
