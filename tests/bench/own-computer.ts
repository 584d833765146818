import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';

/** Of what the page's main thread does nothing waits for another thread of its browser. */
const FIRST = '-15';

/**
 * Gives a browser the second core for itself, and its page's main thread the first turn there: as if it ran on a computer of its own. Everything else of
 * the bench goes to the first core. Only on Linux, and only for root; to be called again when pages have been opened.
 * @throws Error where the system does not let it
 */
export async function giveOwnComputer(browser: Browser): Promise<void> {
  execFileSync('taskset', ['-a', '-c', '-p', '0', String(process.pid)], { stdio: 'ignore' });
  const devtools = await browser.newBrowserCDPSession();
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  await devtools.detach();
  for (const { type, id } of processInfo) {
    for (const thread of readdirSync(`/proc/${id}/task`)) pin(thread);
    // A process's first thread has its number, and of a renderer it is the main one.
    if (type === 'renderer') execFileSync('renice', ['-n', FIRST, '-p', String(id)], { stdio: 'ignore' });
  }
}

/** A thread may have ended meanwhile. */
function pin(thread: string): void {
  try {
    execFileSync('taskset', ['-c', '-p', '1', thread], { stdio: 'ignore' });
  } catch (error) {
    if (readdirSync('/proc').includes(thread)) throw error;
  }
}
