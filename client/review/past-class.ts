import type { PastClass } from '@/client/review/review-data';

/** A class as the store lists it (server/store/store: ClassListing), which the browser's side may not import. */
interface Listed extends Omit<PastClass, 'at'> {
  createdAt: number;
  startedAt: number | null;
  endedAt: number | null;
}

/** The row of a class in a list: when it began, or was made where it never began. */
export function pastClass({ createdAt, startedAt, endedAt: _, ...rest }: Listed): PastClass {
  return { ...rest, at: startedAt ?? createdAt };
}
