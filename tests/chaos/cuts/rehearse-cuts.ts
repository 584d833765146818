import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { buildIfNeeded } from '@/scripts/build.mjs';
import { ROOT } from '@/server/root';
import type { CutFigures } from './cut-figures';
import { APART } from './own-network';

export interface CutOptions {
  cuts: number;
  /** Students who are cut off, each on a line of its own. */
  links: number;
  /** Of the longest cut; the shortest is of one. */
  longestSeconds: number;
  seed: number;
}

/**
 * Students behind bad lines (frames lost, late and in another order all the time) are cut off again and again while they train, in a network
 * that is made for it: apart from the machine's own, with the built server in it. Needs root on Linux.
 */
export async function rehearseCuts(options: CutOptions): Promise<CutFigures> {
  await buildIfNeeded();
  const [program, ...args] = [
    ...[...APART, process.execPath, '--import', 'tsx'],
    ...['tests/chaos/cuts/inside.ts', JSON.stringify(options)],
  ];
  const child = spawn(program!, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the rehearsal ended without figures: ${code}`);
  });
  ended.catch(() => undefined);
  const [figures] = await Promise.race([once(child, 'message'), ended]);
  return figures as CutFigures;
}
