import type { FieldId } from '@/client/review/runs/run-fields';

/** A stretch of an axis, in its places from 0 to 1. */
export interface BrushRange {
  low: number;
  high: number;
}
export type Brush = Readonly<Partial<Record<FieldId, BrushRange>>>;

/** Where a run lies on each axis; null: not known. */
export type Places = Readonly<Partial<Record<FieldId, number | null>>>;

const WHOLE: BrushRange = { low: 0, high: 1 };
/** What sums of floats are off by. */
const NEAR = 1e-9;

export const brushRange = (brush: Brush, id: FieldId): BrushRange => brush[id] ?? WHOLE;

/** Whether a run lies within every stretch; where it is not known it lies on a whole axis alone. */
export function isWithin(places: Places, brush: Brush): boolean {
  return (Object.entries(brush) as [FieldId, BrushRange][]).every(([id, { low, high }]) => {
    const place = places[id] ?? null;
    if (place === null) return low <= 0 && high >= 1;
    return place >= low - NEAR && place <= high + NEAR;
  });
}

/** The brush with one end of an axis elsewhere: within the axis, and never past the other end. */
export function moveEnd(brush: Brush, id: FieldId, end: 'low' | 'high', to: number): Brush {
  const { low, high } = brushRange(brush, id);
  const range =
    end === 'low'
      ? { low: Math.max(0, Math.min(to, high)), high }
      : { low, high: Math.min(1, Math.max(to, low)) };
  const { [id]: _, ...others } = brush;
  return range.low <= 0 && range.high >= 1 ? others : { ...others, [id]: range };
}

/** The next stop above or below a place: where some run lies, or the axis ends. */
export function nextStop(stops: readonly number[], from: number, direction: 1 | -1): number {
  const beyond = stops.filter((stop) => (stop - from) * direction > NEAR);
  if (beyond.length === 0) return direction === 1 ? 1 : 0;
  return direction === 1 ? Math.min(...beyond) : Math.max(...beyond);
}
