import { chmodSync, statSync } from 'node:fs';
import { logFor } from './log';

/** What others than the owner may do. */
const OTHERS = 0o077;
/** A folder that is meant for several users, as `/tmp` is. */
const SHARED = 0o1000;

/** From now on what this process makes is for its user alone: files and folders. */
export function makeForOwnerAlone(): void {
  process.umask(OTHERS);
}

/**
 * Nobody but its owner may look into the folder any more, whatever stands in it. A folder of somebody else's (a volume that was mounted), or one that is
 * meant for several users, stays as it is, and it is said.
 */
export function closeToOthers(folder: string): void {
  const { mode } = statSync(folder);
  // Windows has no such rights, and tells of none that could be taken.
  if (process.platform === 'win32' || (mode & OTHERS) === 0) return;
  try {
    if ((mode & SHARED) !== 0) throw new Error('it is meant for several users');
    chmodSync(folder, mode & 0o777 & ~OTHERS);
  } catch (error) {
    logFor('server').warn(
      { err: error },
      'other users of this machine may look into DATA_DIR: it was not closed',
    );
  }
}
