import type { ReactNode } from 'react';
import { classNames } from './class-names';
import type { Elements } from './elements';

export type BadgeTone = 'neutral' | 'accent' | 'positive' | 'negative' | 'ok' | 'warn' | 'danger';

const TONES: Record<BadgeTone, string> = {
  neutral: 'bg-surface-sunken text-ink-soft border-line',
  accent: 'bg-accent-soft text-accent border-accent/35',
  positive: 'bg-positive-soft text-positive border-positive/35',
  negative: 'bg-negative-soft text-negative border-negative/35',
  ok: 'bg-ok-soft text-ok border-ok/35',
  warn: 'bg-warn-soft text-warn border-warn/35',
  danger: 'bg-danger-soft text-danger border-danger/35',
};

interface Props {
  tone?: BadgeTone;
  icon?: Elements;
  children: ReactNode;
  /** Shown on hover, where the word is not. */
  title?: string | undefined;
  className?: string;
}

/** A state in a word. Never colour alone: the word says it too. */
export function Badge({ tone = 'neutral', icon, children, title, className }: Props) {
  return (
    <span
      title={title}
      className={classNames(
        'inline-flex max-w-full items-center gap-1.5 rounded-sm border px-2 py-0.5 text-xs font-semibold whitespace-nowrap [&_svg]:size-3.5 [&_svg]:shrink-0',
        TONES[tone],
        className,
      )}
    >
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}
