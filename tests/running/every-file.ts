/**
 * Around every file of tests. The cases of properties are drawn anew at each run, but are the same at each landing (CI): what fails there
 * fails again here. Files that share a worker share its globals, so each leaves clock and timers as it found them, or is named itself
 * instead of the file that comes after it.
 */
import { afterAll, vi } from 'vitest';

if (process.env.CI) {
  const { default: fc } = await import('fast-check');
  fc.configureGlobal({ seed: 20_260_401 });
}

const NAMES = [
  'Date',
  'setTimeout',
  'setInterval',
  'clearTimeout',
  'queueMicrotask',
  'performance',
  'fetch',
] as const;
const found = NAMES.map((name) => globalThis[name]);

afterAll(() => {
  const isStopped = vi.isFakeTimers();
  vi.useRealTimers();
  const changed = NAMES.filter((name, index) => globalThis[name] !== found[index]);
  NAMES.forEach((name, index) => {
    Object.assign(globalThis, { [name]: found[index] });
  });
  if (isStopped) throw new Error('This file leaves a stopped clock behind');
  if (changed.length > 0) throw new Error(`This file leaves other globals behind: ${changed.join(', ')}`);
});
