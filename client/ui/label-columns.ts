/** From so many letters on a label is a word, for which a fifth of a narrow column is too little. */
const WORD = 3;
/** Few labels stand one after another, as wide as they are. */
const FEW = 4;

/** Class names of what buttons with these labels stand in. */
export function labelColumns(labels: readonly string[]): string {
  if (labels.length <= FEW) return 'flex flex-wrap gap-2';
  const words = labels.some(({ length }) => length >= WORD);
  return words
    ? 'grid grid-cols-[repeat(auto-fill,minmax(5.75rem,1fr))] gap-1.5'
    : 'grid grid-cols-5 gap-1.5';
}
