/** How long a test waits for a condition, in milliseconds: what hangs ends so, and a machine with much to do is given its time. */
export const PATIENCE_MS = 150_000;
