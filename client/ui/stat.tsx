import type { ReactNode } from 'react';
import { broken } from '@/client/i18n/broken';
import { classNames } from './class-names';

export interface StatProps {
  label: ReactNode;
  /** Already written (`useNumbers`); “–” while there is none. */
  value: ReactNode;
  unit?: ReactNode;
  /** Room kept for the value, in digits. Default 6. */
  width?: number;
  size?: 'sm' | 'md' | 'lg' | 'screen';
  tone?: 'ink' | 'positive' | 'negative' | 'ok' | 'warn' | 'danger';
  align?: 'left' | 'right';
  className?: string;
}

const SIZES = {
  sm: 'text-base',
  md: 'text-xl',
  lg: 'text-2xl',
  screen: 'text-screen-lg',
};
const TONES = {
  ink: 'text-ink',
  positive: 'text-positive',
  negative: 'text-negative',
  ok: 'text-ok',
  warn: 'text-warn',
  danger: 'text-danger',
};

/** A number that changes, under its name. Its room is kept, so nothing jumps. Several stand in one `<dl>`. */
export function Stat({
  label,
  value,
  unit,
  width = 6,
  size = 'md',
  tone = 'ink',
  align = 'left',
  className,
}: StatProps) {
  return (
    <div
      className={classNames('flex min-w-0 flex-col', align === 'right' && 'items-end text-right', className)}
    >
      <dt className={classNames('truncate text-ink-soft', size === 'screen' ? 'text-screen-sm' : 'text-xs')}>
        {broken(label)}
      </dt>
      <dd className={classNames('tabular font-semibold whitespace-nowrap', SIZES[size], TONES[tone])}>
        <span className="inline-block" style={{ minWidth: `${width}ch` }}>
          <span translate="no">{value}</span>
          {unit !== undefined && <span className="ml-1 text-[0.65em] font-normal text-ink-soft">{unit}</span>}
        </span>
      </dd>
    </div>
  );
}
