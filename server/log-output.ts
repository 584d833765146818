import { writeSync } from 'node:fs';

/**
 * Where log lines go: straight to standard output, ordered, complete at a crash, and the same in a worker thread. A pipe or socket
 * whose reader does not read would hold a writer up for ever; what does not fit is counted instead, and told when lines fit again.
 * @param told makes the line that says how many are missing
 */
export function lineOutput(told: (missing: number) => string): (line: string) => void {
  // Node makes the descriptor one that does not wait when its own stream is first asked for.
  void process.stdout;
  let missing = 0;
  return (line) => {
    if (missing > 0 && write(`\n${told(missing)}`)) missing = 0;
    if (missing > 0 || !write(line)) missing += 1;
  };
}

function write(line: string): boolean {
  try {
    return writeSync(1, line) === Buffer.byteLength(line);
  } catch {
    // Full (EAGAIN), or nobody is at the other end (EPIPE).
    return false;
  }
}
