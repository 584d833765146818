import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { findChromium, findHeadlessChromium } from '@/scripts/programs.mjs';
import { PATIENCE_MS } from '@/tests/patience';
import { waitForLife } from './comes-to-life';
import { LentContexts } from './lent-contexts';

/** A name that is no secure context, as a LAN address is none, and that leads to this machine. */
export const LAN_NAME = 'classroom.test';

export interface WantedBrowser {
  /** Further arguments. */
  args?: readonly string[];
  /** The browser that people have, its windows too, where the test is about that or measures. */
  whole?: boolean;
  /** A browser that shares nothing with anybody and ends when it is closed: for what measures. */
  own?: boolean;
}

/**
 * To compile scripts beside a page while they come is for who waits for them: with many small ones it costs a sixth more of the processor, as does a new frame
 * for each page. The others are what Playwright switches off, since Chromium takes the last of such arguments alone.
 */
const WITHOUT = `--disable-features=${[
  'ScriptStreaming',
  'RenderDocument',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
].join(',')}`;

let kept: Promise<{ browser: Browser; contexts: LentContexts }> | null = null;

/**
 * Real Chromium; headless, if there is one. Its visitors ask for little motion, unless they say otherwise: what moves takes a fifth of a
 * walk's time, and a class is held with it (whole-class, class-challenge). One that is wanted as it is stays for the next file of this
 * worker, which is lent its contexts.
 */
export async function launchChromium({
  args = [],
  whole = false,
  own = false,
}: WantedBrowser = {}): Promise<Browser> {
  if (whole || own) return start(args, whole);
  if (args.length > 0) return start([...args, WITHOUT], false);
  if (kept && !(await kept).browser.isConnected()) kept = null;
  kept ??= start([WITHOUT], false).then((browser) => ({ browser, contexts: new LentContexts(browser) }));
  const { browser, contexts } = await kept;
  const lent = new Set<BrowserContext>();
  const newContext = async (options: BrowserContextOptions = {}) => {
    const context = await contexts.lend(options);
    lent.add(context);
    return context;
  };
  return Object.assign(Object.create(browser) as Browser, {
    newContext,
    newPage: async (options?: BrowserContextOptions) => (await newContext(options)).newPage(),
    contexts: () => [...lent],
    close: async () => {
      for (const context of lent) await context.close();
    },
  });
}

/** Without the traffic that it makes for itself. */
async function start(args: readonly string[], whole: boolean): Promise<Browser> {
  const executablePath = whole ? findChromium() : findHeadlessChromium();
  if (!executablePath) throw new Error('No Chromium was found: see scripts/programs.mjs');
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--host-resolver-rules=MAP ${LAN_NAME} 127.0.0.1`,
      ...args,
    ],
  });
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext({ reducedMotion: 'reduce', ...options });
    context.setDefaultTimeout(PATIENCE_MS);
    context.setDefaultNavigationTimeout(PATIENCE_MS);
    context.on('page', waitForLife);
    return context;
  };
  return browser;
}

/** A tab with looks of its own, in a context of its own. */
export async function openTab(browser: Browser, looks: BrowserContextOptions): Promise<Page> {
  return (await browser.newContext(looks)).newPage();
}

/** Whoever has come with it leaves, as after each test: the contexts are there for the next. */
export async function everybodyLeaves(browser: Browser): Promise<void> {
  for (const context of browser.contexts()) await context.close();
}

/** Collects what a page complains about: a test expects it to stay empty. */
export function watchErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    // A server that a test has killed cannot be reached: that is not the page's mistake.
    if (
      message.type() === 'error' &&
      !/net::ERR_|WebSocket connection|Failed to load resource/.test(message.text())
    ) {
      errors.push(message.text());
    }
  });
  return errors;
}
