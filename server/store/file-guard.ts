import {
  accessSync,
  constants,
  existsSync,
  rmSync,
  type Stats,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { StorageTrouble } from '@/protocol/storage';
import { LogEmptyings } from './log-emptyings';
import { StorageError, troubleOfError } from './storage-trouble';

/** Which file it is, whatever it is called. */
export interface FilePlace {
  device: number;
  inode: number;
}

/** Bytes that must be free before a full disk counts as having room again; of a small disk a tenth. */
const ROOM_BYTES = 8 * 1024 * 1024;
const DRAFT_BYTES = 64 * 1024;
/** As `stat` counts them, whatever the file system's are. */
const BLOCK_BYTES = 512;
const MOST_HOLLOW = 3 / 4;
/** Few blocks are believed when they stay few for so long: `isHollow` says why. */
const HOLLOW_MS = 500;
const HOLLOW_LOOKS = 50;

type Extent = Pick<Stats, 'size' | 'blocks'>;
const NOTHING: Extent = { size: 0, blocks: 0 };

/**
 * Watches over the files of an open SQLite database. SQLite goes on writing into files that have been removed or moved away,
 * and all of that is lost: so before and after each write the names must still lead to the files that were opened, and
 * these must not have become shorter, but for a log that one of our own threads has emptied. For the store's thread alone: it waits for
 * the disk.
 */
export class FileGuard {
  private readonly file: string;
  private opened: FilePlace | null;
  private log: FilePlace | null = null;
  private extent = NOTHING;
  private logExtent = NOTHING;
  private logIsGone = false;
  private emptied = 0;

  /**
   * @param place where another thread has had the same database open before
   * @param emptyings of the log, by any thread
   */
  constructor(
    file: string,
    place: FilePlace | null = null,
    private readonly emptyings = new LogEmptyings(),
  ) {
    this.file = file;
    this.opened = place;
  }

  get place(): FilePlace | null {
    return this.opened;
  }

  /** The log was removed while the database stayed: what is in it can still be brought over. */
  get logIsLost(): boolean {
    return this.logIsGone;
  }

  /** The log is made anew with the next connection. */
  forgetLog(): void {
    this.log = null;
    this.logExtent = NOTHING;
  }

  /** @throws StorageError unless everything is where it was opened */
  check(): void {
    this.checkDatabase();
    this.checkLog();
  }

  /**
   * The database alone, for before it is opened: a log that is there then may be one of a connection that is just going, which takes it
   * along. @throws StorageError unless it is where it was opened
   */
  checkDatabase(): void {
    const stats = look(this.file);
    if (stats === null) throw gone('the database is not there');
    const place = placeOf(stats);
    this.opened ??= place;
    if (!same(place, this.opened)) throw gone('another database is in its place');
    this.extent = wholeExtent(this.file, stats, this.extent);
  }

  private checkLog(): void {
    const { begun, underWay } = this.emptyings;
    if (begun !== this.emptied || underWay) this.logExtent = NOTHING;
    try {
      this.lookAtLog();
      // What is seen while it is under way may be the log of before: the next look expects nothing of it either.
      if (!underWay) this.emptied = begun;
    } catch (error) {
      if (this.emptyings.begun === begun) throw error;
      // It was emptied while we looked.
      this.checkLog();
    }
  }

  private lookAtLog(): void {
    const stats = look(`${this.file}-wal`);
    if (stats === null) {
      // There is none before the first write.
      if (this.log === null) return;
      this.logIsGone = true;
      throw gone('the log is not there');
    }
    const place = placeOf(stats);
    this.log ??= place;
    if (!same(place, this.log)) throw gone('another log is in its place');
    this.logExtent = wholeExtent(`${this.file}-wal`, stats, this.logExtent);
  }

  /** Whether the files may be written to and the folder too, and has room, by trying. @throws StorageError */
  tryFolder(): void {
    const draft = path.join(path.dirname(this.file), `.room-${process.pid}`);
    try {
      for (const file of [this.file, `${this.file}-wal`])
        if (existsSync(file)) accessSync(file, constants.W_OK);
      const { bavail, bsize, blocks } = statfsSync(path.dirname(this.file));
      if (bavail * bsize < Math.min(ROOM_BYTES, (blocks * bsize) / 10)) throw new StorageError('full');
      writeFileSync(draft, new Uint8Array(DRAFT_BYTES), { flush: true });
    } catch (error) {
      throw new StorageError(troubleOfError(error) ?? 'unreachable', { cause: error });
    } finally {
      rmSync(draft, { force: true });
    }
  }

  /** The reason behind an error of SQLite, which calls many things an input or output error. */
  explain(found: StorageTrouble): StorageTrouble {
    try {
      this.check();
      if (found !== 'full') this.tryFolder();
      return found;
    } catch (error) {
      return troubleOfError(error) ?? found;
    }
  }
}

/** For the log: whoever looks after the server must know what has happened to which file. */
function gone(reason: string): StorageError {
  return new StorageError('gone', { cause: new Error(reason) });
}

/** Null: there is no such file. @throws StorageError if it may not be looked at */
function look(file: string): Stats | null {
  try {
    return statSync(file, { throwIfNoEntry: false }) ?? null;
  } catch (error) {
    throw new StorageError(troubleOfError(error) ?? 'gone', { cause: error });
  }
}

function placeOf({ dev, ino }: Stats): FilePlace {
  return { device: dev, inode: ino };
}

/** How far a file reaches now. @throws StorageError where somebody has cut it off */
function wholeExtent(file: string, stats: Extent, before: Extent): Extent {
  let extent = stats;
  for (let looks = 0; extent.size >= before.size && isHollow(extent, before); looks += 1) {
    if (looks === HOLLOW_LOOKS)
      throw gone(
        `${path.basename(file)} has lost ${before.blocks - extent.blocks} of ${before.blocks} blocks`,
      );
    Atomics.wait(NEVER, 0, 0, HOLLOW_MS / HOLLOW_LOOKS);
    extent = look(file) ?? NOTHING;
  }
  if (extent.size < before.size)
    throw gone(`${path.basename(file)} has ${extent.size} bytes of ${before.size}`);
  return extent;
}

/** For a thread that may sleep. */
const NEVER = new Int32Array(new SharedArrayBuffer(4));

/**
 * Whether a file that was cut and written to behind its old end is as long as before and has a hole: then many of its blocks are gone.
 * (File systems that compress have fewer than the size needs, and those that give room ahead take it back; none has fewer than the size
 * needs and suddenly far fewer than before, except for a moment: while another connection syncs, ext4 counts the blocks that it had set
 * aside no more and those that it gives instead not yet.)
 */
function isHollow({ size, blocks }: Extent, before: Extent): boolean {
  return (
    before.blocks > 0 && (blocks * BLOCK_BYTES) / size < MOST_HOLLOW && blocks / before.blocks < MOST_HOLLOW
  );
}

function same(one: FilePlace, other: FilePlace): boolean {
  return one.device === other.device && one.inode === other.inode;
}
