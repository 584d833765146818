import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { launchChromium } from '@/tests/browser/chromium';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Bundles sources as modules, serves them from this machine and opens an empty page there in real Chromium, so that
 * a bench runs in the browser's own engine and in a worker of its own.
 * @param entries file names on the server (without .js) and their sources, from the project's root
 */
export async function onWorkerPage<T>(
  entries: Record<string, string>,
  measure: (page: Page) => Promise<T>,
): Promise<T> {
  const bundle = await build({
    absWorkingDir: root,
    entryPoints: Object.entries(entries).map(([out, source]) => ({ in: source, out })),
    outdir: '/',
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    write: false,
    logLevel: 'error',
    // As Next does: tfjs asks for it.
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const files = new Map(bundle.outputFiles.map((file) => [file.path, file.text]));
  const server = createServer((request, response) => {
    const url = request.url ?? '';
    const script = files.get(url);
    const wasm = /^\/wasm\/([\w-]+\.wasm)$/.exec(url)?.[1];
    const type = script !== undefined ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8';
    response.writeHead(script !== undefined || wasm || url === '/' ? 200 : 404, {
      'Content-Type': wasm ? 'application/wasm' : type,
      // The finest clock that a page can have.
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    });
    if (wasm) createReadStream(path.join(root, 'public/wasm', wasm)).pipe(response);
    else response.end(script ?? '<!doctype html><title>bench</title><link rel="icon" href="data:,">');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await launchChromium({ whole: true });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return await measure(page);
  } finally {
    await browser.close();
    await new Promise((resolve) => server.close(resolve));
  }
}
