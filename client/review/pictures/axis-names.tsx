'use client';

import { apart } from '@/client/charts/plot/apart';
import { broken } from '@/client/i18n/broken';
import type { NamedAxis } from './use-field-axes';

/** CSS pixels. */
interface Props {
  axis: NamedAxis;
  /** Of the axis: from the left, its upper end, and how long it is. */
  left: number;
  top: number;
  length: number;
  /** From here to the next axis, or to the edge. */
  room: number;
  /** For its name, on both sides together. */
  nameRoom: number;
}

/** Names of values at one axis. */
const MOST_VALUES = 8;
const LINE = 18;
/** Beside the axis, for its line. */
const BESIDE = 7;

/** What an axis is called, and its values beside it: on plates, since in the dark bright lines would run through thin letters. */
export function AxisNames({ axis, left, top, length, room, nameRoom }: Props) {
  const step = Math.ceil(axis.ticks.length / MOST_VALUES);
  const values = axis.ticks.filter((_, index) => index % step === 0);
  const places = apart(
    values.map(({ place }) => top + (1 - place) * length),
    LINE,
    top,
    top + length,
  );
  return (
    <div aria-hidden="true" className="pointer-events-none">
      <p
        className="absolute top-0 line-clamp-2 -translate-x-1/2 text-center text-xs/4 font-semibold"
        style={{ left, width: nameRoom }}
      >
        {broken(axis.name)}
      </p>
      {values.map(({ value }, index) => (
        <span
          key={value}
          className="tabular absolute -translate-y-1/2 truncate rounded-sm bg-surface-raised/85 px-1 text-xs/4 font-medium"
          style={{ left: left + BESIDE, top: places[index]!, maxWidth: room - 2 * BESIDE }}
        >
          {axis.write(value)}
        </span>
      ))}
    </div>
  );
}
