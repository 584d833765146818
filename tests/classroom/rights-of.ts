import { type BitSet, bitSetOf } from '@/base/bit-set';
import { DATASETS } from '@/protocol/datasets';

/** What networks of these accuracies could have right of the digits' hidden pictures: of two, the better one all that the other has. */
export function rightsOf(publicAccuracy: number, privateAccuracy: number): BitSet {
  const { half } = DATASETS.digits.hidden;
  const share = (accuracy: number) =>
    Array.from({ length: half }, (_, picture) => (picture < accuracy * half ? 1 : 0));
  return bitSetOf([...share(publicAccuracy), ...share(privateAccuracy)]);
}
