import { classNames } from '@/client/ui/class-names';
import type { Matrix } from '@/engine/compute/hand-product';

interface Props {
  /** A or B. */
  name: string;
  matrix: Matrix;
  /** The row or the column that the cell in front is made of. */
  lit: { row: number } | { column: number };
  /** Read out in place of the table's own words. */
  caption: string;
}

/** A given matrix, with what is needed for the cell in front set off by a frame as well as by colour. */
export function FactorGrid({ name, matrix, lit, caption }: Props) {
  const isLit = (row: number, column: number) => ('row' in lit ? lit.row === row : lit.column === column);
  return (
    <table className="tabular border-separate border-spacing-1 text-center">
      <caption className="pb-1 font-display font-bold">
        <span aria-hidden="true" translate="no">
          {name}
        </span>
        <span className="sr-only">{caption}</span>
      </caption>
      <tbody>
        {matrix.map((numbers, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows never move.
          <tr key={row}>
            {numbers.map((value, column) => (
              <td
                // biome-ignore lint/suspicious/noArrayIndexKey: columns never move.
                key={column}
                data-lit={isLit(row, column) || undefined}
                className={classNames(
                  'size-10 rounded-sm border-2 bg-surface-raised text-lg transition-colors sm:size-12',
                  isLit(row, column) ? 'border-accent bg-accent-soft font-bold' : 'border-line',
                )}
              >
                {value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
