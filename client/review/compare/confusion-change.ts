type Counts = readonly (readonly number[])[];

/** How one network's confusions differ from another's: shares of each row, in points of a hundred; null where they are not of the same labels. */
export function confusionChange(before: Counts, after: Counts): number[][] | null {
  if (before.length === 0 || before.length !== after.length) return null;
  const shares = (counts: Counts) =>
    counts.map((row) => {
      const all = row.reduce((sum, count) => sum + count, 0);
      return row.map((count) => (all === 0 ? 0 : (100 * count) / all));
    });
  const [from, to] = [shares(before), shares(after)];
  return from.map((row, label) => row.map((share, answer) => (to[label]?.[answer] ?? 0) - share));
}
