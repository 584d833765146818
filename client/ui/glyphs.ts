/**
 * Twelve shapes that stay apart when small, in a 24 × 24 box, to be filled with the even-odd rule (the ring has a
 * hole). In the order of `common.mark.glyph1…12`. Also for canvases: `new Path2D(GLYPH_PATHS[glyph])`.
 */
export const GLYPH_PATHS = [
  'M12 6a6 6 0 1 0 0 12a6 6 0 0 0 0-12z',
  'M6.5 6.5h11v11h-11z',
  'M12 5.2 19 17.6H5z',
  'M12 4.6 18.6 12 12 19.4 5.4 12z',
  'M12 4.2l2.1 5 5.4.4-4.1 3.5 1.3 5.3L12 15.6l-4.7 2.8 1.3-5.3-4.1-3.5 5.4-.4z',
  'M9.8 5h4.4v4.8H19v4.4h-4.8V19H9.8v-4.8H5V9.8h4.8z',
  'M8.4 5.6h7.2l3.7 6.4-3.7 6.4H8.4L4.7 12z',
  'M12 5a7 7 0 1 0 0 14a7 7 0 0 0 0-14zM12 8.8a3.2 3.2 0 1 1 0 6.4a3.2 3.2 0 0 1 0-6.4z',
  'M14.6 5.2a7 7 0 1 0 4.3 10.9a6 6 0 0 1-4.3-10.9z',
  'M12 4.2c3 3.8 5.2 6.4 5.2 9.3a5.2 5.2 0 0 1-10.4 0c0-2.9 2.2-5.5 5.2-9.3z',
  'M6.2 5h11.6l-4.3 7 4.3 7H6.2l4.3-7z',
  'M13.8 4 6.4 13.2h4.3L9.6 20l7.8-9.6h-4.6z',
] as const;

/** Any integer as an index into `count` things; what is no number counts as 0. */
export function wrapIndex(value: number, count: number): number {
  if (!Number.isFinite(value)) return 0;
  return ((Math.trunc(value) % count) + count) % count;
}
