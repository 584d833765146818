/**
 * The mean of arrays of the same length, number by number, summed in float64: of the weights of networks, or of what they answer.
 * @throws RangeError where there is none, or they differ in length
 */
export function meanOf(lists: readonly Float32Array[]): Float32Array {
  const [first] = lists;
  if (!first) throw new RangeError('the mean of nothing');
  const sums = new Float64Array(first.length);
  for (const list of lists) {
    if (list.length !== first.length) throw new RangeError(`${list.length} numbers beside ${first.length}`);
    for (let i = 0; i < list.length; i++) sums[i]! += list[i]!;
  }
  return Float32Array.from(sums, (sum) => sum / lists.length);
}
