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
  const sign = direction === 'ascending' ? 1 : -1;
  const keyed = rows.map((row) => ({ row, value: key(row) }));
  const places = placesOf(
    keyed.map(({ value }) => value),
    language,
  );
  return keyed
    .map(({ row, value }) => ({ row, place: value === null ? null : places(value) }))
    .sort(({ place: a }, { place: b }) =>
      a === null || b === null ? Number(a === null) - Number(b === null) : sign * (a - b),
    )
    .map(({ row }) => row);
}

/** Where values stand among all of them, as numbers. Thousands of rows have few different words, and comparing two as people do is slow. */
function placesOf(
  values: readonly (string | number | null)[],
  language: string,
): (value: string | number) => number {
  if (values.every((value) => typeof value !== 'string')) return Number;
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  const texts = [...new Set(values.filter((value) => value !== null).map(String))].sort(collator.compare);
  const places = new Map<string, number>();
  for (const [index, text] of texts.entries()) {
    const before = texts[index - 1];
    // Those that are the same to people stand at one place.
    const same = before !== undefined && collator.compare(before, text) === 0;
    places.set(text, same ? places.get(before)! : index);
  }
  return (value) => places.get(String(value))!;
}
