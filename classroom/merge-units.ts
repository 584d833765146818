import { bytesToText, textToBytes } from '@/protocol/bytes-text';
import { type Merge, type MergeFound, UNIT_PIXELS } from '@/protocol/merge';
import { hasSeen } from '@/protocol/merge-settings';
import type { MergeUnits, UnitsInRow } from '@/protocol/merge-views';

/** A network's units that sit, once aligned, at the seats that are shown. */
type ShownNetwork = Pick<MergeFound['shown'][number], 'units' | 'pictures'>;

/** Pictures of units of some networks, as far as the class has seen: nothing says where a unit goes before it goes there. Null: nothing is averaged. */
export function unitsOnScreen(
  { found, stage }: Pick<Merge, 'found' | 'stage'>,
  networks: readonly ShownNetwork[] = found?.shown ?? [],
  own: number | null = null,
): MergeUnits | null {
  if (found === null) return null;
  const rows = networks.map(inOwnOrder);
  return {
    ...{ stage, seats: found.seats, own },
    rows: rows.map(({ row }) => row),
    goes: hasSeen(stage, 'align') ? rows.map(({ goes }) => goes) : null,
    average: {
      plain: found.average.plain,
      aligned: hasSeen(stage, 'aligned') ? found.average.aligned : null,
    },
  };
}

/** The units of a network by their own places, and to which of the seats shown each goes. */
function inOwnOrder({ units, pictures }: ShownNetwork): { row: UnitsInRow; goes: number[] } {
  const goes = units.map((_, seat) => seat).sort((one, other) => units[one]! - units[other]!);
  const bytes = textToBytes(pictures) ?? new Uint8Array();
  const ordered = new Uint8Array(bytes.length);
  goes.forEach((seat, place) => {
    ordered.set(bytes.subarray(seat * UNIT_PIXELS, (seat + 1) * UNIT_PIXELS), place * UNIT_PIXELS);
  });
  return { row: { units: goes.map((seat) => units[seat]!), pictures: bytesToText(ordered) }, goes };
}
