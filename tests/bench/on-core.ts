import { availableParallelism } from 'node:os';

/** A command that runs on one core alone, where there are two and `taskset` can say so: load and server then share none. */
export function onCore(core: number, command: readonly string[]): string[] {
  const pinned = process.platform === 'linux' && availableParallelism() > 1;
  return pinned ? ['taskset', '-c', String(core), ...command] : [...command];
}
