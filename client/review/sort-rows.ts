/**
 * Rows sorted by a key: texts as people sort them, numbers by size, what is not known last in either direction.
 * Equals keep their order.
 */
export function sortRows<Row>(
  rows: readonly Row[],
  key: (row: Row) => string | number | null,
  direction: 'ascending' | 'descending',
  language: string,
): Row[] {
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  const sign = direction === 'ascending' ? 1 : -1;
  return rows
    .map((row) => ({ row, value: key(row) }))
    .sort(({ value: a }, { value: b }) => {
      if (a === null || b === null) return Number(a === null) - Number(b === null);
      return (
        sign * (typeof a === 'string' || typeof b === 'string' ? collator.compare(`${a}`, `${b}`) : a - b)
      );
    })
    .map(({ row }) => row);
}
