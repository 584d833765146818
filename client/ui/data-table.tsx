'use client';

import { memo, type ReactNode, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import { classNames } from './class-names';
import { useHeldRow } from './use-held-row';
import { useRowKeys } from './use-row-keys';
import { useRowWindow } from './use-row-window';

export interface Column<Row> {
  id: string;
  header: ReactNode;
  /** Of the row alone, not of its place: a row that only moves is not drawn anew. */
  cell(row: Row): ReactNode;
  /** Numbers right: they align, and get tabular figures. */
  align?: 'left' | 'right';
  sortable?: boolean;
  /** The cell that names its row; read before each of the row's cells. */
  rowHeader?: boolean;
  /** Takes the room that is left and cuts what is too long (put `truncate` on the text). */
  grow?: boolean;
  /** Rem; each column of a table with a `rowHeight` has one. */
  width?: number;
  className?: string;
}

export interface TableSort {
  column: string;
  direction: 'ascending' | 'descending';
}

export interface DataTableProps<Row> {
  /** Names the table. */
  caption: string;
  /** Default: the caption is for screen readers alone. */
  captionVisible?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey(row: Row): string;
  rowClassName?(row: Row): string | undefined;
  /** Marks the viewer's own row. */
  isOwnRow?(row: Row): boolean;
  sort?: TableSort;
  /** Asked to sort by a column; the caller sorts the rows. */
  onSort?(sort: TableSort): void;
  /** Shown in place of rows. */
  empty?: ReactNode;
  /** Class names of the scrolling box (a height makes the header stick): `max-h-96`. */
  className?: string;
  dense?: boolean;
  /** CSS pixels of every row, where there may be thousands: only those in sight are drawn then. */
  rowHeight?: number;
  /** What a row says across all columns, as the head of a group does; null: it has cells as others do. */
  across?(row: Row): ReactNode;
  /** Rows have buttons by which the keyboard scrolls: the box is no stop of its own. */
  reached?: boolean;
}

/** Of a table that draws all its rows. */
const NO_KEYS: readonly string[] = [];

/** Rows and columns with a header that stays in sight. */
export function DataTable<Row>({
  caption,
  captionVisible = false,
  columns,
  rows,
  rowKey,
  rowClassName,
  isOwnRow,
  sort,
  onSort,
  empty,
  className,
  dense = false,
  rowHeight,
  across,
  reached = false,
}: DataTableProps<Row>) {
  const box = useRef<HTMLElement>(null);
  const { from, to } = useRowWindow(box, rows.length, rowHeight);
  const windowed = rowHeight !== undefined;
  const held = useHeldRow(box, () => rows.map(rowKey));
  const inSight = Array.from({ length: to - from }, (_, seen) => from + seen);
  const drawn =
    held.index < 0 || (held.index >= from && held.index < to)
      ? inSight
      : [held.index, ...inSight].sort((one, other) => one - other);
  const below = rows.length - (drawn.length > 0 ? drawn[drawn.length - 1]! + 1 : 0);
  const keys = useRowKeys(
    windowed ? drawn.map((index) => rowKey(rows[index]!)) : NO_KEYS,
    from,
    windowed ? held.id : null,
  );
  const widthOf = ({ width = 8 }: Column<Row>) => `${width}rem`;
  const cellPadding = windowed
    ? 'px-3 py-0 first:pl-4 last:pr-4 sm:first:pl-5 sm:last:pr-5'
    : dense
      ? 'px-2.5 py-1.5 first:pl-4 last:pr-4 sm:first:pl-5 sm:last:pr-5'
      : 'px-3 py-2.5 first:pl-4 last:pr-4 sm:first:pl-5 sm:last:pr-5';
  // Rows of a fixed height need no padding; their heads have none.
  const headPadding = windowed ? cellPadding.replace('py-0', 'py-1.5') : cellPadding;
  return (
    <section
      ref={box}
      aria-label={caption}
      // A box that scrolls must be reachable by keyboard, unless what is in it is.
      tabIndex={reached ? undefined : 0}
      className={classNames('relative overflow-auto rounded-[inherit]', className)}
    >
      <table
        aria-rowcount={windowed ? rows.length + 1 : undefined}
        className={classNames('w-full border-separate border-spacing-0 text-sm', windowed && 'table-fixed')}
        style={
          windowed ? { minWidth: `${columns.reduce((sum, { width = 8 }) => sum + width, 0)}rem` } : undefined
        }
      >
        <caption className={captionVisible ? 'px-3 py-2 text-left font-semibold' : 'sr-only'}>
          {caption}
        </caption>
        {windowed && (
          <colgroup>
            {columns.map((column) => (
              <col key={column.id} style={{ width: widthOf(column) }} />
            ))}
          </colgroup>
        )}
        <thead>
          <tr aria-rowindex={windowed ? 1 : undefined}>
            {columns.map((column) => (
              <HeaderCell
                key={column.id}
                column={column}
                sort={sort}
                onSort={onSort}
                padding={headPadding}
                dense={dense}
              />
            ))}
          </tr>
        </thead>
        <tbody {...(windowed && { onFocus: held.onFocus, onBlur: held.onBlur })}>
          {drawn.flatMap((index, at) => {
            const row = rows[index]!;
            const key = windowed ? keys.get(rowKey(row)) : rowKey(row);
            const unseen = index - (at === 0 ? 0 : drawn[at - 1]! + 1);
            return [
              unseen > 0 && <Unseen key={`above ${key}`} height={unseen * rowHeight!} />,
              <tr
                key={key}
                aria-rowindex={windowed ? index + 2 : undefined}
                aria-current={isOwnRow?.(row) ? 'true' : undefined}
                style={windowed ? { height: rowHeight } : undefined}
                className={classNames(
                  'group/row hover:bg-surface-sunken/60',
                  isOwnRow?.(row) && 'bg-accent-soft font-semibold hover:bg-accent-soft',
                  rowClassName?.(row),
                )}
              >
                <Cells row={row} columns={columns} padding={cellPadding} across={across} />
              </tr>,
            ];
          })}
          {windowed && below > 0 && <Unseen height={below * rowHeight} />}
          {rows.length === 0 && (
            <tr>
              <td colSpan={columns.length} className="px-3 py-8 text-center text-ink-soft">
                <p>{empty ?? '–'}</p>
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

/** The room of rows that are not drawn; for the eye alone. */
function Unseen({ height }: { height: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing of it can have the focus.
    <tr aria-hidden="true">
      <td style={{ height }} />
    </tr>
  );
}

interface CellsProps<Row> extends Pick<DataTableProps<Row>, 'columns' | 'across'> {
  row: Row;
  padding: string;
}

/** Drawn anew only with another row, or where the caller's columns are others: who has a table that changes or is sorted keeps both the same. */
const Cells = memo(CellsOfRow) as typeof CellsOfRow;

function CellsOfRow<Row>({ row, columns, padding, across }: CellsProps<Row>) {
  const said = across?.(row) ?? null;
  if (said !== null)
    return (
      <th
        scope="rowgroup"
        colSpan={columns.length}
        className={classNames(padding, 'border-b border-line bg-surface-sunken text-left')}
      >
        {said}
      </th>
    );
  return columns.map((column) => {
    const Cell = column.rowHeader ? 'th' : 'td';
    return (
      <Cell
        key={column.id}
        scope={column.rowHeader ? 'row' : undefined}
        className={classNames(
          padding,
          'border-b border-line align-middle group-last/row:border-b-0',
          column.align === 'right' ? 'tabular text-right' : 'text-left',
          column.rowHeader && 'font-semibold',
          column.grow && 'w-full max-w-0 min-w-28',
          column.width !== undefined && 'truncate',
          column.className,
        )}
      >
        {column.cell(row)}
      </Cell>
    );
  });
}

interface HeaderCellProps<Row> {
  column: Column<Row>;
  sort: TableSort | undefined;
  onSort: ((sort: TableSort) => void) | undefined;
  padding: string;
  dense: boolean;
}

function HeaderCell<Row>({ column, sort, onSort, padding, dense }: HeaderCellProps<Row>) {
  const t = useTranslations('common');
  const sortable = column.sortable === true && onSort !== undefined;
  const direction = sort?.column === column.id ? sort.direction : undefined;
  const right = column.align === 'right';
  return (
    <th
      scope="col"
      aria-sort={sortable ? (direction ?? 'none') : undefined}
      className={classNames(
        'group/head sticky top-0 z-1 border-b-2 border-line-strong bg-surface-raised text-xs font-semibold whitespace-nowrap text-ink-soft',
        !sortable && padding,
        right ? 'text-right' : 'text-left',
        column.className,
      )}
    >
      {sortable ? (
        <button
          type="button"
          onClick={() =>
            onSort({ column: column.id, direction: direction === 'ascending' ? 'descending' : 'ascending' })
          }
          className={classNames(
            dense ? 'px-2.5 py-1.5' : 'px-3 py-2.5',
            'group-first/head:pl-4 group-last/head:pr-4 sm:group-first/head:pl-5 sm:group-last/head:pr-5',
            'flex w-full items-center gap-1 font-semibold hover:text-ink focus-visible:-outline-offset-3 pointer-coarse:min-h-11',
            right ? 'justify-end' : 'justify-start',
            direction !== undefined && 'text-ink',
          )}
        >
          <span>{broken(column.header)}</span>
          <svg viewBox="0 0 10 14" className="h-3 w-2.5 shrink-0" aria-hidden="true" fill="currentColor">
            <path d="M5 1 9 6H1z" opacity={direction === 'ascending' ? 1 : 0.35} />
            <path d="M5 13 1 8h8z" opacity={direction === 'descending' ? 1 : 0.35} />
          </svg>
          <span className="sr-only">{`, ${t(`sort.${direction ?? 'none'}`)}`}</span>
        </button>
      ) : (
        broken(column.header)
      )}
    </th>
  );
}
