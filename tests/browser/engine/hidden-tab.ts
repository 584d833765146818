import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { findChromium } from '@/scripts/programs.mjs';

/**
 * A tab in a Chromium of its own that can really be hidden: in the browsers that Playwright starts every page believes that it is
 * in front, and timers and animation frames go on.
 */
export async function withTab(
  address: string,
  act: (tab: Page, cover: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hidden-tab-'));
  const args = ['--headless=new', '--no-sandbox', '--no-first-run', '--remote-debugging-port=0'];
  const child = spawn(findChromium()!, [...args, `--user-data-dir=${folder}`, 'about:blank'], {
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  try {
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await portIn(folder)}`, {
      noDefaults: true,
    });
    const context = browser.contexts()[0]!;
    const tab = context.pages()[0]!;
    await tab.goto(address);
    await act(tab, async () => {
      await (await context.newPage()).bringToFront();
      await tab.waitForFunction(() => document.visibilityState === 'hidden', null, { polling: 50 });
    });
    await browser.close();
  } finally {
    child.kill();
    await ended;
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function portIn(folder: string): Promise<string> {
  for (;;) {
    const written = await readFile(join(folder, 'DevToolsActivePort'), 'utf8').catch(() => '');
    const [port] = written.split('\n');
    if (port) return port;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
