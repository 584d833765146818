import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { buildKernels } from '@/scripts/build-kernels.mjs';
import { KERNELS_FILE } from '@/scripts/kernels-file.mjs';
import { launchChromium, type WantedBrowser } from '@/tests/browser/chromium';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.html': 'text/html',
  '.wasm': 'application/wasm',
  '.bin': 'application/octet-stream',
};

/** A page of our own with the real engine in it: no Next, no classroom. */
export interface EnginePage {
  page: Page;
  browser: Browser;
  /** Where the page is served, for another browser to look at. */
  origin: string;
  /** Addresses that were asked for, in order. */
  requests: string[];
  close(): Promise<void>;
}

/**
 * Bundles entries (name → file), serves them with public/ on a free port of the loopback interface, and opens a page that loads `page`.
 * @param wanted which browser; a lent one, unless it says otherwise
 */
export async function openEnginePage(
  entries: Record<string, string>,
  wanted: WantedBrowser = {},
): Promise<EnginePage> {
  buildKernels();
  const folder = await mkdtemp(join(tmpdir(), 'engine-page-'));
  await build({
    entryPoints: entries,
    outdir: folder,
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', 'process.env.KERNELS_VERSION': '""' },
  });
  const requests: string[] = [];
  const server = await serve(folder, requests);
  const { port } = server.address() as AddressInfo;
  const browser = await launchChromium(wanted);
  const page = await browser.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  const origin = `http://127.0.0.1:${port}/`;
  await page.goto(origin);
  await page.waitForFunction('window.ready === true').catch((error: unknown) => {
    throw new Error(`The page did not start: ${problems.join('; ')} ${String(error)}`);
  });
  return {
    page,
    browser,
    origin,
    requests,
    close: async () => {
      await browser.close();
      // A lent browser lives on, and keeps a line open that nobody uses.
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function serve(folder: string, requests: string[]): Promise<Server> {
  const wasm = join(root, 'node_modules/@tensorflow/tfjs-backend-wasm/dist');
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://page').pathname);
    requests.push(path);
    if (path === '/') {
      response.setHeader('content-type', 'text/html');
      response.end('<!doctype html><title>engine</title><script type="module" src="/page.js"></script>');
      return;
    }
    const places = path.startsWith('/wasm/')
      ? [join(wasm, path.slice('/wasm/'.length)), join(dirname(KERNELS_FILE), path.slice('/wasm/'.length))]
      : [join(folder, path), join(root, 'public', path)];
    for (const file of places) {
      try {
        const bytes = await readFile(file);
        response.setHeader('content-type', TYPES[extname(file)] ?? 'text/plain');
        response.end(bytes);
        return;
      } catch {
        // The next place, or 404.
      }
    }
    response.statusCode = 404;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
