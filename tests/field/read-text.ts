import { type Brought, broughtBy } from '@/client/benches/playground/data/brought';
import { chooseColumns, type ReadTable, readColumns } from '@/client/benches/playground/data/read-brought';
import type { OwnPoints } from '@/engine/points/own-points';
import type { RowCounts } from '@/engine/table/to-points';

/** What was brought, read and chosen as the dialog does it. */
export function readBrought(brought: Brought): ReadTable | 'too-large' | null {
  const read = readColumns(brought);
  return read === null || read === 'too-large' ? read : chooseColumns(read, brought.choice);
}

/** A text as the dialog reads it, with what a person has chosen otherwise. */
export function readText(text: string, chosen: Partial<Brought> = {}): ReadTable {
  return must(readBrought({ ...broughtBy({ kind: 'text', text }), ...chosen }));
}

/** A file's bytes likewise. */
export function readBytes(bytes: Uint8Array, chosen: Partial<Brought> = {}): ReadTable {
  return must(readBrought({ ...broughtBy({ kind: 'file', name: 'data.csv', bytes }), ...chosen }));
}

function must(read: ReturnType<typeof readBrought>): ReadTable {
  if (read === null || read === 'too-large') throw new Error(`nothing was read: ${read}`);
  return read;
}

/** The points, where there are some. */
export function pointsOf({ points }: ReadTable): { data: OwnPoints; counts: RowCounts } {
  if (!points.ok) throw new Error(JSON.stringify(points.fault));
  return points;
}

/** What stands in the way, where something does. */
export function faultOf({ points }: ReadTable) {
  return points.ok ? null : points.fault;
}

/** The columns by their role. */
export function rolesOf({ table, choice }: ReadTable) {
  const named = (role: string) =>
    table.names.flatMap((name, i) => (choice.roles[i] === role ? [name === '' ? String(i + 1) : name] : []));
  return { x: named('x')[0], y: named('y')[0], more: named('more'), label: named('label')[0] };
}
