/** The server that a bench loads: the built one, started as `npm start` starts it, pages and all, on a core of its own. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ServerProcess } from '@/people/server-process';
import { buildIfNeeded } from '@/scripts/build.mjs';
import { onCore } from './on-core';
import { ServerMeter } from './server-meter';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What `npm start` runs: its options belong to what is measured. */
async function startCommand(): Promise<string[]> {
  const { scripts } = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8'));
  const [node, ...args] = String(scripts.start).split(' ');
  if (node !== 'node') throw new Error(`npm start does not run node: ${scripts.start}`);
  return [process.execPath, ...args];
}

/** Starts it, on new data; its meter has seen it idle. */
export async function startMeasuredServer(): Promise<{ server: ServerProcess; meter: ServerMeter }> {
  await buildIfNeeded();
  const server = await ServerProcess.start({
    command: onCore(0, await startCommand()),
    env: { LOG_LEVEL: 'warn' },
    hostname: '127.0.0.1',
    shown: true,
  });
  // A page, as somebody must have opened one before there is a class.
  await server.answers('/');
  return { server, meter: await ServerMeter.at(server.origin) };
}
