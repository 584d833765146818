import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

/** The script of a network's own page, as one text that needs nothing else. */
export async function bundlePage() {
  // A server that starts on what is built should not carry it.
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['client/offline/network-page.ts'],
    bundle: true,
    write: false,
    minify: true,
    platform: 'browser',
    format: 'iife',
    target: ['es2020', 'safari15'],
    charset: 'utf8',
    logLevel: 'warning',
  });
  return outputFiles[0].text;
}
