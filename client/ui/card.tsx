import type { HTMLAttributes, ReactNode } from 'react';
import { broken } from '@/client/i18n/broken';
import { classNames } from './class-names';
import type { Elements } from './elements';

export interface CardProps extends Omit<HTMLAttributes<HTMLElement>, 'title' | 'children'> {
  as?: 'div' | 'section' | 'article' | 'li';
  /** A heading of level 2 (or `headingLevel`). */
  title?: ReactNode;
  headingLevel?: 2 | 3;
  /** To the right of the title. */
  actions?: ReactNode;
  /** Squared paper instead of plain: for benches. */
  graphPaper?: boolean;
  /** No padding: for tables and canvases that reach the edge. */
  flush?: boolean;
  children?: Elements;
}

/** A sheet of paper on the desk. */
export function Card({
  as: Tag = 'div',
  title,
  headingLevel = 2,
  actions,
  graphPaper = false,
  flush = false,
  className,
  children,
  ...rest
}: CardProps) {
  const Heading = `h${headingLevel}` as const;
  const headed = title !== undefined || actions !== undefined;
  return (
    <Tag
      {...rest}
      className={classNames(
        'min-w-0 rounded-lg border border-line shadow-card',
        graphPaper ? 'graph-paper' : 'bg-surface-raised',
        !flush && 'p-4 sm:p-5',
        className,
      )}
    >
      {headed && (
        <div
          className={classNames(
            'mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2',
            flush && 'px-4 pt-4 sm:px-5',
          )}
        >
          {title !== undefined && <Heading className="min-w-0 text-lg">{broken(title)}</Heading>}
          {actions !== undefined && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
        </div>
      )}
      {children}
    </Tag>
  );
}
