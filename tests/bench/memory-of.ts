import { readFileSync } from 'node:fs';

/** Often enough for what a few megabytes more or less come to. */
const SAMPLE_MS = 20;

/** Megabytes that a process holds (resident), with all its threads. Linux alone. */
export function memoryOf(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

/** The most that a process holds while something is done. */
export async function highestMemory<Result>(
  pid: number,
  act: () => Promise<Result>,
): Promise<{ result: Result; beforeMb: number; highestMb: number }> {
  const beforeMb = memoryOf(pid);
  let highestMb = beforeMb;
  const sampler = setInterval(() => {
    highestMb = Math.max(highestMb, memoryOf(pid));
  }, SAMPLE_MS);
  try {
    return { result: await act(), beforeMb, highestMb: Math.max(highestMb, memoryOf(pid)) };
  } finally {
    clearInterval(sampler);
  }
}
