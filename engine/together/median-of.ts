/**
 * The median of arrays of the same length, number by number: what a few of many send moves it little, however large their numbers (the coordinate-wise
 * median of Yin and others 2018, Byzantine-Robust Distributed Learning). Of an even number of arrays the mean of the two in the middle.
 * @throws RangeError where there is none, or they differ in length
 */
export function medianOf(lists: readonly Float32Array[]): Float32Array {
  const [first] = lists;
  if (!first) throw new RangeError('the median of nothing');
  const many = lists.length;
  for (const { length } of lists)
    if (length !== first.length) throw new RangeError(`${length} numbers beside ${first.length}`);
  const here = new Float32Array(many);
  const high = many >> 1;
  const low = (many - 1) >> 1;
  const medians = new Float32Array(first.length);
  for (let i = 0; i < medians.length; i++) {
    for (let list = 0; list < many; list++) here[list] = lists[list]![i]!;
    here.sort();
    medians[i] = (here[low]! + here[high]!) / 2;
  }
  return medians;
}
