/** Where work that goes on by itself stands for a while: whoever holds it keeps all from passing until everybody has let go. */
export class HoldingPoint {
  private holders = 0;
  private waiting: (() => void)[] = [];

  /** Holds it; returns the way to let go, once. */
  hold(): () => void {
    this.holders += 1;
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.holders -= 1;
      if (this.holders === 0) for (const pass of this.waiting.splice(0)) pass();
    };
  }

  /** Resolves as soon as nobody holds it. */
  passed(): Promise<void> {
    return this.holders === 0 ? Promise.resolve() : new Promise((resolve) => this.waiting.push(resolve));
  }
}
