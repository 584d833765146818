import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { closeToOthers } from './close-to-others';
import { EnvError, unusableDataDir } from './env';
import { newId } from './live/credentials';
import { makeFolder } from './make-folder';

/** Another server works on this DATA_DIR. */
export class DataDirLockedError extends Error {
  override name = 'DataDirLockedError';
  constructor(
    readonly dataDir: string,
    readonly pid: number,
  ) {
    super(
      `DATA_DIR ${dataDir} is in use by another Perceptroom server (process ${pid}); stop it or choose another DATA_DIR`,
    );
  }
}

interface Holder {
  pid: number;
  /** When that process began, by the kernel's count; null where the system does not tell. */
  began: string | null;
}

/**
 * Takes the one place of a server on a DATA_DIR: a file that names this process. One left behind by a server that was
 * killed is taken over: its process is gone, or its number belongs to another by now.
 * @returns the way to give it back
 * @throws DataDirLockedError while its holder lives; EnvError if the folder cannot be made or written to
 */
export function lockDataDir(dataDir: string): () => void {
  const file = path.join(dataDir, 'server.lock');
  const mine = JSON.stringify({ pid: process.pid, began: beginningOf(process.pid) } satisfies Holder);
  const draft = `${file}.${newId()}`;
  try {
    makeFolder(dataDir);
    closeToOthers(dataDir);
    writeFileSync(draft, mine);
  } catch (error) {
    throw new EnvError([unusableDataDir(dataDir, error)]);
  }
  try {
    // A link is made whole or not at all, and never over another.
    while (!tryLink(draft, file)) giveWay(dataDir, file);
  } finally {
    rmSync(draft, { force: true });
  }
  return () => {
    if (read(file) === mine) rmSync(file, { force: true });
  };
}

/** Removes a lock whose holder is gone. */
function giveWay(dataDir: string, file: string): void {
  const text = read(file);
  if (text === null) return;
  const holder = parse(text);
  if (holder && isAlive(holder)) throw new DataDirLockedError(dataDir, holder.pid);
  const aside = `${file}.${newId()}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  // Two may have seen the same stale lock: what was moved must be that one, not the winner's fresh one.
  if (read(aside) !== text) tryLink(aside, file);
  rmSync(aside, { force: true });
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function parse(text: string): Holder | null {
  try {
    const { pid, began } = JSON.parse(text) as Partial<Holder>;
    return typeof pid === 'number' ? { pid, began: began ?? null } : null;
  } catch {
    return null;
  }
}

function isAlive({ pid, began }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const now = beginningOf(pid);
  // In a container every start has the same number: then the time at which it began tells them apart.
  return began === null || now === null ? pid !== process.pid : began === now;
}

/** Field 22 of /proc/PID/stat; null where there is no such file. One that has ended and that nobody has buried never began. */
function beginningOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? 'ended' : (fields[19] ?? null);
  } catch {
    return null;
  }
}
