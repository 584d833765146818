import type { PlantedBug } from './planted-bugs';
import { simulateClass } from './simulate-class';

/** A planted bug, and the class in which it was seen. */
export interface Found {
  /** How many classes it took. */
  classes: number;
  seed: number;
  violations: readonly string[];
}

/** Holds classes from this seed on until one shows the bug; null: none of them does. */
export async function findBug(planted: PlantedBug, seed: number, most: number): Promise<Found | null> {
  for (let classes = 1; classes <= most; classes += 1) {
    const { violations, seed: at } = await simulateClass(seed + classes - 1, planted);
    if (violations.length > 0) return { classes, seed: at, violations };
  }
  return null;
}
