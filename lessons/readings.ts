/** How hard words of a language are said: the word, and its reading in kana. Longer words stand before those that they contain. */
export type Readings = readonly (readonly [word: string, kana: string])[];

/** A text's words with their readings marked, `｜閾値《しきいち》`: each that is not among those `seen`, once, and it is then. */
export function withReadings(text: string, readings: Readings, seen: Set<string> = new Set()): string {
  const unseen = readings.filter(([word]) => !seen.has(word) && text.includes(word));
  if (unseen.length === 0) return text;
  const kanaOf = new Map(unseen);
  return text.replace(new RegExp(unseen.map(([word]) => word).join('|'), 'g'), (word) => {
    if (seen.has(word)) return word;
    seen.add(word);
    return `｜${word}《${kanaOf.get(word)}》`;
  });
}

/** A text as it is said where readings are known, for whoever searches in kana. */
export function asRead(text: string, readings: Readings): string {
  return readings.reduce((said, [word, kana]) => said.replaceAll(word, kana), text);
}
