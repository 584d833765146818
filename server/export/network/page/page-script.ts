import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from '@/server/root';

let known: Promise<string> | null = null;

/** The page's script: what the build made of it, or where the server runs from its source, made when it is first asked for. */
export function pageScript(): Promise<string> {
  known ??= readScript();
  known.catch(() => {
    known = null;
  });
  return known;
}

async function readScript(): Promise<string> {
  const own = fileURLToPath(import.meta.url);
  if (own.startsWith(path.join(ROOT, 'dist', path.sep)))
    return readFile(path.join(ROOT, 'dist/network-page.js'), 'utf8');
  const { bundlePage } = await import('./bundle-page.mjs');
  return bundlePage();
}
