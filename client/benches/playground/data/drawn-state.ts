/** What has been drawn so far. */
export interface DrawnState {
  classes: number;
  points: readonly { x: number; y: number; label: number }[];
}
