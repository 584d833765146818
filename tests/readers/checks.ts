/** What `npm run readers` has seen, a line each. */
export class Checks {
  private all = 0;
  private wrong = 0;

  /** @param seen what was seen, told beside it */
  check(what: string, isRight: boolean, seen: unknown): void {
    this.all += 1;
    if (!isRight) this.wrong += 1;
    console.log(`${isRight ? 'ok    ' : 'FAILED'} ${what}: ${JSON.stringify(seen)}`);
  }

  /** Says how it went. @returns the code with which the process ends */
  end(): number {
    console.log(this.wrong === 0 ? `All ${this.all} checks right.` : `${this.wrong} of ${this.all} failed.`);
    return this.wrong === 0 ? 0 : 1;
  }
}
