import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A disk of its own (an ext4 in a file), which the system may make read-only under open files. */
export interface BreakableDisk {
  folder: string;
  /** An error of the disk: from now on the system lets nothing be written, open or not. */
  breakNow(): void;
  /** Nobody may write to a file any more, not even who has it open; or may again. */
  freeze(file: string, frozen: boolean): void;
  remove(): void;
}

const MEGABYTES = 32;

/** Whether this machine lets us have one: as root on Linux with a loop device. Whoever skips for it says so. */
export const CAN_BREAK = canBreak();

function canBreak(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    const disk = makeBreakableDisk();
    const file = path.join(disk.folder, 'file');
    try {
      writeFileSync(file, '');
      disk.freeze(file, true);
      disk.freeze(file, false);
      return existsSync(switchOf(disk.folder));
    } finally {
      disk.remove();
    }
  } catch {
    return false;
  }
}

function run(command: string, ...args: string[]): string {
  return execFileSync(command, args, { stdio: ['ignore', 'pipe', 'ignore'] })
    .toString()
    .trim();
}

/** Where the system can be told that a disk has failed. */
function switchOf(folder: string): string {
  return `/sys/fs/ext4/${path.basename(run('findmnt', '-no', 'SOURCE', folder))}/trigger_fs_error`;
}

/** Makes and mounts one. */
export function makeBreakableDisk(): BreakableDisk {
  const base = mkdtempSync(path.join(tmpdir(), 'perceptroom-breakable-'));
  const [image, folder] = [path.join(base, 'image'), path.join(base, 'disk')];
  try {
    writeFileSync(image, '');
    run('truncate', '-s', `${MEGABYTES}M`, image);
    run('mkfs.ext4', '-q', image);
    run('mkdir', folder);
    run('mount', '-o', 'loop,errors=remount-ro', image, folder);
  } catch (error) {
    rmSync(base, { recursive: true, force: true });
    throw error;
  }
  return {
    folder,
    breakNow: () => writeFileSync(switchOf(folder), '1'),
    freeze: (file, frozen) => void run('chattr', frozen ? '+i' : '-i', file),
    remove: () => {
      run('umount', '-l', folder);
      rmSync(base, { recursive: true, force: true });
    },
  };
}
