/** Results that are kept: a class's challenge has few answers that are worth handing in, and many students hand in the same. */
const MOST_RESULTS = 1_000;
/** Longer questions (the weights of a network) come but once. */
const LONGEST_QUESTION = 256;

/** Remembers results by what was asked; the longest unused goes first. */
export class ResultMemory<Result> {
  private readonly results = new Map<string, Result>();

  constructor(private readonly most = MOST_RESULTS) {}

  /**
   * The remembered result of this question, or a new one.
   * @param question all that decides the result, as plain data
   */
  of(question: readonly unknown[], work: () => Result): Result {
    const key = JSON.stringify(question);
    if (key.length > LONGEST_QUESTION) return work();
    const known = this.results.get(key);
    const result = known ?? work();
    this.results.delete(key);
    this.results.set(key, result);
    if (this.results.size > this.most) this.results.delete(this.results.keys().next().value!);
    return result;
  }
}
