import { MORE_FEATURE_IDS } from './features';
import { type LabelledPoint, PLANE, type PointSet, packPointSet } from './point-set';

/** What own data may be; stated to the person beforehand. */
export const OWN_POINTS = {
  /** Rows that are trained with; of a larger table so many are drawn. */
  rows: 5_000,
  /** Fewer can be neither split nor learnt. */
  leastRows: 4,
  classes: 6,
  /** Inputs of the network: two on the plane, and further ones. */
  inputs: MORE_FEATURE_IDS.length + 2,
  /** Largest absolute value of a coordinate or of a value. */
  largest: 1e12,
} as const;

/** What was wrong; closed, each with a message of its own. */
const OWN_POINT_FAULTS = [
  'empty',
  'too-large',
  'too-many-rows',
  'too-few-rows',
  'too-few-columns',
  'no-label',
  'no-axis',
  'too-many-inputs',
  'missing-value',
  'not-a-number',
  'number-too-large',
  'one-class',
  'too-many-classes',
  'values-of-text',
  /** Regression, and every row wants the same. */
  'one-value',
] as const;
export type OwnPointFaultCode = (typeof OWN_POINT_FAULTS)[number];

export interface OwnPointFault {
  code: OwnPointFaultCode;
  /** Line of the text, from 1, where one is to blame. */
  line: number | null;
  /** Column, from 1, likewise. */
  column: number | null;
  /** What stands there, shortened; or how many there are. */
  found: string | null;
}

/** A fault without what it does not need. */
export function faultOf(
  code: OwnPointFaultCode,
  where: Partial<Omit<OwnPointFault, 'code'>> = {},
): OwnPointFault {
  const { line = null, column = null, found = null } = where;
  return { code, line, column, found: found === null ? null : shortened(found) };
}

/** A text as it fits into a sentence. */
export function shortened(text: string, most = 40): string {
  const signs = [...text];
  return signs.length <= most ? text : `${signs.slice(0, most - 1).join('')}…`;
}

/** How a column was mapped: shown = (value − centre) · scale. */
export interface AxisScale {
  centre: number;
  scale: number;
}

/** A further input, with its heading. */
export interface MoreInput extends AxisScale {
  name: string;
}

export interface OwnPoints {
  points: PointSet;
  /** Names of the classes, by number, whole; empty for regression. */
  classNames: string[];
  /** Headings of x, y and the label where the table had them. */
  columnNames: [string, string, string] | null;
  x: AxisScale;
  y: AxisScale;
  /** What `points.more` holds. */
  more: MoreInput[];
  /** For regression: how the value was mapped to ±1. */
  value: AxisScale | null;
  /** There is one input alone: nothing lies along the second axis. */
  single?: boolean;
}

export type ParsedPoints = { ok: true; data: OwnPoints } | { ok: false; fault: OwnPointFault };

/** Drawn points as a set, or what is still missing. Points outside the plane are moved to its border. */
export function ownPointsFromDrawing(points: readonly LabelledPoint[], classes: number): ParsedPoints {
  const fault =
    points.length > OWN_POINTS.rows
      ? 'too-many-rows'
      : points.length < OWN_POINTS.leastRows
        ? 'too-few-rows'
        : new Set(points.map((point) => point.label)).size < 2
          ? 'one-class'
          : null;
  if (fault) return { ok: false, fault: faultOf(fault) };
  const within = (value: number) => Math.min(PLANE, Math.max(-PLANE, value));
  const moved = points.map(({ x, y, label }) => ({ x: within(x), y: within(y), label }));
  const one = { centre: 0, scale: 1 };
  return {
    ok: true,
    data: {
      points: packPointSet('classification', classes, moved),
      classNames: Array.from({ length: classes }, (_, i) => String(i)),
      columnNames: null,
      x: one,
      y: one,
      more: [],
      value: null,
    },
  };
}
