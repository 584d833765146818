import type { ReactNode } from 'react';
import { broken } from '@/client/i18n/broken';
import { classNames } from './class-names';

export interface PageHeaderProps {
  /** The page's one `h1`. */
  title: ReactNode;
  /** One or two sentences under it. */
  lead?: ReactNode;
  /** Above the title: where this belongs (a link back). */
  above?: ReactNode;
  /** The page's main action last. */
  actions?: ReactNode;
  className?: string;
}

/** The head of a page: title left, actions right. */
export function PageHeader({ title, lead, above, actions, className }: PageHeaderProps) {
  return (
    <div className={classNames('flex flex-wrap items-end justify-between gap-x-6 gap-y-4', className)}>
      <div className="min-w-0 max-w-3xl">
        {above !== undefined && <div className="mb-1 text-sm text-ink-soft">{above}</div>}
        <h1 className="text-2xl">{broken(title)}</h1>
        {lead !== undefined && <p className="mt-1.5 text-ink-soft">{broken(lead)}</p>}
      </div>
      {actions !== undefined && <div className="flex flex-wrap items-center gap-3">{actions}</div>}
    </div>
  );
}
