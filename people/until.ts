/** Resolves when the condition holds; fails after a while with what was waited for. */
export async function until<Result>(
  what: string,
  condition: () => Result | null | undefined | false,
  milliseconds = 120_000,
): Promise<Result> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const result = condition();
    if (result) return result;
    if (Date.now() > end) throw new Error(`waited in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
