import { NO_NUMBER } from '@/client/i18n/numbers';

/** One setting of a run, by name and in words. */
export interface Setting {
  name: string;
  value: string;
}

/** What several runs share, and in what they differ. */
export interface Differences {
  /** Settings that are the same in all. */
  same: Setting[];
  /** Names of those that are not, in order. */
  differing: string[];
}

/** Compares settings that come in the same order, one list a run. */
export function differencesOf(runs: readonly (readonly Setting[])[]): Differences {
  const [first = []] = runs;
  const isSame = (index: number) => runs.every((settings) => settings[index]?.value === first[index]?.value);
  return {
    same: first.filter((_, index) => isSame(index)),
    differing: first.filter((_, index) => !isSame(index)).map(({ name }) => name),
  };
}

/** Settings that are told with their names. */
const MOST_BY_NAME = 2;
/** A seed tells nothing of a run where anything else does. */
function toldOf(differing: readonly string[], seed: string): readonly string[] {
  const told = differing.filter((name) => name !== seed);
  return told.length > 0 ? told : differing;
}

/**
 * What tells a run from the others, as short as it can be: those of its settings that differ, and whose it is where that does; what a run
 * differs in by nothing, such as the second try of the same, by its number.
 * @param owners whose each run is
 * @param seed how the seed is called
 */
export function labelsOf(
  runs: readonly (readonly Setting[])[],
  owners: readonly string[],
  differences: Differences,
  seed: string,
): string[] {
  const differing = toldOf(differences.differing, seed);
  const several = new Set(owners).size > 1;
  const plain = runs.map((settings, index) =>
    [
      ...(several || differing.length === 0 ? [owners[index]!] : []),
      ...settings
        .filter(({ name, value }) => differing.includes(name) && value !== NO_NUMBER)
        // Of many a reader knows which is which, and their names would fill the picture.
        .map(({ name, value }) => (differing.length > MOST_BY_NAME ? value : `${name} ${value}`)),
    ].join(' · '),
  );
  const seen = new Map<string, number>();
  return plain.map((label) => {
    const count = (seen.get(label) ?? 0) + 1;
    seen.set(label, count);
    return plain.filter((other) => other === label).length > 1 ? `${label} (${count})` : label;
  });
}
