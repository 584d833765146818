import { type FeatureId, MORE_FEATURE_IDS } from '@/engine/points/features';
import type { OwnPoints } from '@/engine/points/own-points';

/** What the columns of own data are called, by the feature that each became. */
export type InputNames = ReadonlyMap<FeatureId, string>;

/** Empty where the data has no headings. */
export function inputNamesOf({ columnNames, more }: OwnPoints): InputNames {
  const names = new Map<FeatureId, string>();
  if (columnNames) {
    names.set('x1', columnNames[0]);
    names.set('x2', columnNames[1]);
  }
  more.forEach(({ name }, i) => {
    names.set(MORE_FEATURE_IDS[i]!, name);
  });
  for (const [feature, name] of names) if (name === '') names.delete(feature);
  return names;
}
