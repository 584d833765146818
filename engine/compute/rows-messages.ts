/** What is asked of a worker that calculates rows of the class's product, over its line (base/line). What is refused says why, for logs. */
export interface RowsRequests {
  /** Makes the matrices, so that no block has to wait for them. */
  prepare: { input: { seed: number }; answer: null };
  /** Calculates a block of rows; the answer is the sum of its numbers. */
  block: { input: { seed: number; block: number }; answer: number };
}
