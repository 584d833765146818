/** Pictures of digits with their labels. */
export interface Examples {
  count: number;
  /** count × 784 bytes, row by row, 0 paper to 255 ink. */
  pixels: Uint8Array;
  /** count digits, 0 to 9. */
  labels: Uint8Array;
}

export const SIDE = 28;
/** Pixels of one picture. */
export const PIXELS = SIDE * SIDE;
export const CLASSES = 10;
