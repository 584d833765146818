'use client';

import { useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useElementWidth } from '@/client/charts/use-element-width';
import { WeightCanvas } from '@/client/charts/weight-canvas';
import { broken } from '@/client/i18n/broken';
import { classNames } from '@/client/ui/class-names';
import { textToBytes } from '@/protocol/bytes-text';
import { UNIT_PIXELS } from '@/protocol/merge';
import { MERGED_NETWORK } from '@/protocol/merge-settings';
import type { MergeUnits } from '@/protocol/merge-views';

interface Props {
  units: MergeUnits;
  /** CSS pixels that the rows may take; left out: as much as they want. */
  height?: number;
  wall?: boolean;
}

const SIDE = Math.sqrt(UNIT_PIXELS);
const LARGEST = 127;
/** CSS pixels between two pictures, and the narrowest of them that has a number under it. */
const GAP = 4;
const NUMBERED = 26;
/** The widest on a page. */
const LARGE = 60;

/** Units of several networks as pictures, a row a network: each in its own seat, and then in the seat of the first network's unit that it is most like. */
export function UnitSeats({ units, height, wall = false }: Props) {
  const t = useTranslations('merge.units');
  const format = useFormatter();
  const [box, width] = useElementWidth<HTMLDivElement>();
  const { rows, goes, seats, average, own } = units;
  const font = wall ? 22 : 12;
  const count = rows.length + 1;
  const all = Math.floor((width - GAP * (seats.length - 1)) / seats.length);
  const widest = wall ? all : Math.min(LARGE, all);
  const highest = height === undefined ? widest : Math.floor(height / count - 2.7 * font);
  const size = Math.max(8, Math.min(widest, highest));
  const name = (row: number) => t(row === own ? 'own' : row === 0 ? 'first' : 'other');
  const list = (row: number) =>
    format.list(
      inSeats(units, row).map((unit) => String(unit + 1)),
      { type: 'unit' },
    );
  return (
    <figure ref={box} className="min-w-0" data-testid="unit-seats" data-aligned={goes !== null}>
      <figcaption className="sr-only">
        {t('says', {
          rows: rows.length,
          moved: String(goes !== null),
          seats: format.list(
            rows.map((_, row) => t('row', { name: name(row), seats: list(row) })),
            { type: 'unit' },
          ),
        })}
      </figcaption>
      {width > 0 && (
        <div aria-hidden="true" className="flex flex-col" style={{ fontSize: font }}>
          {rows.map((row, at) => (
            <SeatRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its network, and stays where it is.
              key={at}
              {...{ name: name(at), size, font, strong: at === own }}
              units={row.units}
              pictures={row.pictures}
              goes={goes?.[at] ?? null}
            />
          ))}
          <SeatRow
            {...{ name: t('average'), size, font, strong: true }}
            units={seats}
            pictures={average.aligned ?? average.plain}
            goes={null}
          />
        </div>
      )}
      <p className="mt-1 text-ink-soft" style={{ fontSize: font }}>
        <span>
          {broken(
            t('legend', {
              shown: seats.length,
              of: MERGED_NETWORK.kind === 'dense' ? MERGED_NETWORK.hidden[0]! : 0,
            }),
          )}
        </span>{' '}
        <span>{broken(t(goes ? 'after' : 'before'))}</span>
      </p>
    </figure>
  );
}

/** The units of a row as they stand there now, from left to right. */
function inSeats({ rows, goes }: MergeUnits, row: number): number[] {
  const { units } = rows[row]!;
  const there = goes?.[row];
  if (!there) return [...units];
  const sitting = [...units];
  units.forEach((unit, place) => {
    sitting[there[place]!] = unit;
  });
  return sitting;
}

interface RowProps {
  name: string;
  strong: boolean;
  units: readonly number[];
  pictures: string;
  goes: readonly number[] | null;
  /** CSS pixels of a picture, and of the writing. */
  size: number;
  font: number;
}

function SeatRow({ name, strong, units, pictures, goes, size, font }: RowProps) {
  const values = useMemo(() => {
    const bytes = textToBytes(pictures);
    const all = Float32Array.from(bytes ? new Int8Array(bytes.buffer) : []);
    return units.map((_, at) => all.subarray(at * UNIT_PIXELS, (at + 1) * UNIT_PIXELS));
  }, [pictures, units]);
  const numbered = size >= NUMBERED;
  return (
    <div style={{ marginBottom: font * 0.3 }}>
      <p className={classNames('leading-tight', strong && 'font-semibold')}>{name}</p>
      <div className="relative" style={{ height: size + (numbered ? font * 0.95 : 0) }}>
        {units.map((unit, place) => (
          <span
            key={unit}
            className="absolute top-0 left-0 flex flex-col items-center transition-transform duration-1000 ease-in-out"
            style={{ transform: `translateX(${(goes?.[place] ?? place) * (size + GAP)}px)`, width: size }}
          >
            <WeightCanvas values={values[place]!} side={SIDE} largest={LARGEST} size={size} label="" />
            {numbered && (
              <span className="tabular leading-none text-ink-soft" style={{ fontSize: font * 0.75 }}>
                {unit + 1}
              </span>
            )}
          </span>
        ))}
      </div>
    </div>
  );
}
