/** How much a pen that is pressed harder or softer than usual changes the width of its line. */
const SWAY = 0.4;

/**
 * How thick a pointer draws: 1 is as usual. Pens tell how hard they are pressed; one that cannot says a half, or nothing. Of mice,
 * trackpads and fingers it means nothing.
 */
export function pressOf({
  pointerType,
  pressure,
}: {
  pointerType: string;
  pressure: number;
}): number | undefined {
  if (pointerType !== 'pen') return undefined;
  return pressure > 0 ? 1 + SWAY * (Math.min(1, pressure) - 0.5) : 1;
}
