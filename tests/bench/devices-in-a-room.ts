/** How devices of a class differ in time where a bench plays all of them. */

/** Milliseconds from one device's 204 kB to the next one's: a room's air carries some 160 Mbit/s. */
export const AIR_MS = 10;
/** Milliseconds that the slowest device computes longer than the fastest. */
export const SPREAD_MS = 1_000;

export const passed = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
