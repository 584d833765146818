/**
 * The linear sum assignment problem: gives every row a column of its own so that the sum of the values is the largest. Shortest augmenting paths with
 * potentials, O(n³): Kuhn (1955), The Hungarian method for the assignment problem; Jonker and Volgenant (1987), A shortest augmenting path algorithm
 * for dense and sparse linear assignment problems.
 * @param values n × n, row by row, finite
 * @returns the column of each row
 * @throws RangeError where it is no square, or a value is no number
 */
export function bestAssignment(values: ArrayLike<number>, n: number): Int32Array {
  if (values.length !== n * n) throw new RangeError(`${values.length} values are no ${n} × ${n}`);
  for (let i = 0; i < values.length; i++)
    if (!Number.isFinite(values[i]!)) throw new RangeError(`value ${i} is no number`);
  // Rows and columns count from 1; column 0 is where each search begins.
  const rowOf = new Int32Array(n + 1);
  const rowPotential = new Float64Array(n + 1);
  const columnPotential = new Float64Array(n + 1);
  const cameFrom = new Int32Array(n + 1);
  const distance = new Float64Array(n + 1);
  const done = new Uint8Array(n + 1);
  for (let row = 1; row <= n; row++) {
    distance.fill(Number.POSITIVE_INFINITY);
    done.fill(0);
    rowOf[0] = row;
    let column = 0;
    // The shortest way from this row to a column that nobody has yet.
    while (column === 0 || rowOf[column] !== 0) {
      done[column] = 1;
      const at = rowOf[column]!;
      let nearest = 0;
      let least = Number.POSITIVE_INFINITY;
      for (let next = 1; next <= n; next++) {
        if (done[next]) continue;
        const cost = -values[(at - 1) * n + next - 1]! - rowPotential[at]! - columnPotential[next]!;
        if (cost < distance[next]!) {
          distance[next] = cost;
          cameFrom[next] = column;
        }
        if (distance[next]! < least) {
          least = distance[next]!;
          nearest = next;
        }
      }
      for (let next = 0; next <= n; next++) {
        if (done[next]) {
          rowPotential[rowOf[next]!]! += least;
          columnPotential[next]! -= least;
        } else distance[next]! -= least;
      }
      column = nearest;
    }
    // Everybody on the way moves to the next column.
    while (column !== 0) {
      rowOf[column] = rowOf[cameFrom[column]!]!;
      column = cameFrom[column]!;
    }
  }
  const columns = new Int32Array(n);
  for (let column = 1; column <= n; column++) columns[rowOf[column]! - 1] = column - 1;
  return columns;
}
