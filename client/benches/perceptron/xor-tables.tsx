'use client';

import { useTranslations } from 'use-intl';
import { classNames } from '@/client/ui/class-names';

/** The names of tables that have one; key: outputs of the rows 00, 01, 10, 11. */
const NAMES: Readonly<Record<string, string>> = {
  '0001': 'AND',
  '0111': 'OR',
  '1110': 'NAND',
  '1000': 'NOR',
  '0110': 'XOR',
  '1001': 'XNOR',
};

const ALL = Array.from({ length: 16 }, (_, n) => n.toString(2).padStart(4, '0'));

const TABLE_LETTERS = 'text-[0.6875rem] leading-[1.64] font-semibold';
/** Eight columns, or as many as the longest name leaves where somebody's letters are larger. */
const TABLE_GRID = 'grid grid-cols-[repeat(auto-fill,minmax(max(5ch,11%),1fr))] gap-x-1 gap-y-1';

interface Props {
  /** Tables that the student's line has made. */
  found: ReadonlySet<string>;
  /** The table of this moment. */
  now: string;
}

/** All 16 tables of two inputs as squares of four corners; those that a line has made light up. Two never do. */
export function XorTables({ found, now }: Props) {
  const t = useTranslations('perceptron');
  return (
    <div>
      <p className="mb-1.5 flex items-baseline justify-between text-sm font-semibold">
        <span>{t('xor.tables')}</span>
        <span className="tabular" data-testid="tables-found" data-found={found.size}>
          {t('xor.found', { found: found.size })}
        </span>
      </p>
      <div
        role="img"
        aria-label={t('xor.tablesNow', { found: found.size, xor: found.has('0110') ? 'yes' : 'no' })}
        className={classNames(TABLE_LETTERS, TABLE_GRID)}
      >
        {ALL.map((key) => (
          <Table key={key} name={NAMES[key]} table={key} lit={found.has(key)} now={key === now} />
        ))}
      </div>
    </div>
  );
}

interface TableProps {
  table: string;
  name: string | undefined;
  lit: boolean;
  now: boolean;
}

function Table({ table, name, lit, now }: TableProps) {
  // As on the plane: 01 and 11 above, 00 and 10 below.
  const corners = [
    [table[1], 0, 0],
    [table[3], 1, 0],
    [table[0], 0, 1],
    [table[2], 1, 1],
  ] as const;
  const never = name === 'XOR' || name === 'XNOR';
  return (
    <div className="flex min-w-0 flex-col items-center">
      <svg
        viewBox="0 0 40 40"
        aria-hidden="true"
        className={classNames('w-full min-w-7 max-w-11', !lit && 'opacity-60')}
      >
        <rect
          x="1.5"
          y="1.5"
          width="37"
          height="37"
          rx="6"
          fill={lit ? 'var(--surface-raised)' : 'none'}
          stroke={now ? 'var(--accent)' : never ? 'var(--danger)' : 'var(--line-strong)'}
          strokeWidth={now ? 3 : 1.5}
          strokeDasharray={never && !lit ? '4 3' : undefined}
        />
        {corners.map(([bit, x, y]) => (
          <circle
            key={`${x}${y}`}
            cx={12.5 + x * 15}
            cy={12.5 + y * 15}
            r="4.6"
            fill={bit === '1' && lit ? 'var(--positive)' : bit === '1' ? 'var(--line-strong)' : 'none'}
            stroke={lit ? (bit === '1' ? 'var(--positive)' : 'var(--negative)') : 'var(--line-strong)'}
            strokeWidth="2"
          />
        ))}
      </svg>
      <span className="min-h-4.5 text-ink-soft">{name}</span>
    </div>
  );
}
