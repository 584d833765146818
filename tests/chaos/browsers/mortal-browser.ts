import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { until } from '@/people/until';
import { findChromium } from '@/scripts/programs.mjs';
import { waitForLife } from '@/tests/browser/comes-to-life';

/** A Chromium with a profile that outlives it, as people have one: killed without warning and opened again. */
export class MortalBrowser {
  private readonly profile = mkdtempSync(path.join(os.tmpdir(), 'perceptroom-profile-'));
  private child: ChildProcess | null = null;
  private browser: Browser | null = null;

  /** Opens it, with one empty page. */
  async open(): Promise<Page> {
    const executable = findChromium();
    if (!executable) throw new Error('No Chromium was found: see scripts/programs.mjs');
    const portFile = path.join(this.profile, 'DevToolsActivePort');
    rmSync(portFile, { force: true });
    this.child = spawn(
      executable,
      [
        ...['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'],
        ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
        ...['--remote-debugging-port=0', `--user-data-dir=${this.profile}`, 'about:blank'],
      ],
      // A group of its own: with the browser all of its processes are ended.
      { stdio: 'ignore', detached: true },
    );
    const port = await until('the browser can be reached', () => {
      try {
        return readFileSync(portFile, 'utf8').split('\n')[0];
      } catch {
        return null;
      }
    });
    this.browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const [context] = this.browser.contexts();
    const page = context!.pages()[0] ?? (await context!.newPage());
    waitForLife(page);
    return page;
  }

  /** As an empty battery would end it: it writes nothing any more. */
  async kill(): Promise<void> {
    const { child } = this;
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    process.kill(-child.pid, 'SIGKILL');
    await ended;
    await this.browser?.close().catch(() => undefined);
  }

  /** While it is closed: it has forgotten what pages keep in its databases, as the control. */
  forget(): void {
    rmSync(path.join(this.profile, 'Default/IndexedDB'), { recursive: true, force: true });
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
