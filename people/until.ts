type Found<Result> = Result | null | undefined | false;

/** Resolves when the condition holds, also one that has to be asked for; fails after a while with what was waited for. */
export async function until<Result>(
  what: string,
  condition: () => Found<Result> | Promise<Found<Result>>,
  milliseconds = 120_000,
): Promise<Result> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const result = await condition();
    if (result) return result;
    if (Date.now() > end) throw new Error(`waited in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
