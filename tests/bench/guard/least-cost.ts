/** Milliseconds of processor, this process's threads included, that something takes: what others do meanwhile is not in them. */
export async function cpuMs(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/**
 * What one piece of work costs over another, each by the least of its turns: a busy moment of the machine then hits neither.
 * @returns the quotient; 1: the same
 */
export async function costOver(
  turns: number,
  ours: () => Promise<number>,
  reference: () => Promise<number>,
): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  let leastReference = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < turns; turn += 1) {
    least = Math.min(least, await ours());
    leastReference = Math.min(leastReference, await reference());
  }
  return least / leastReference;
}
