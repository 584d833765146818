import { createReadStream } from 'node:fs';
import { statfs } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { isOwner } from '@/classroom/owners';
import { type ClassSeen, type ImportRefusal, LARGEST_CLASS_FILE } from '@/protocol/class-import';
import type { ClassCreated } from '@/protocol/classes';
import { type Answer, type RefusalCode, refuse } from '@/protocol/refusals';
import type { Store } from '@/server/store/store';
import type { Spool, UploadFault } from '@/server/verify/spool';
import { bringClass } from './bring-class';
import { ClassFileError } from './class-file-error';
import { classOfRecords, type ReadClass } from './class-of-records';
import { readClassFile } from './read-class-file';

/** Files that are looked at or imported at once: each reads and writes a lot. */
const MOST_AT_ONCE = 2;
/** Milliseconds for which a file that was looked at is kept. */
const KEEP_MS = 15 * 60_000;
/** Files that were looked at and wait for their teacher's word. */
const MOST_KEPT = 8;
/** Bytes that stay free on the disk: whatever a class writes goes before what a file brings. */
const LEFT_FREE = 256 * 1024 * 1024;

const FAULTS: Readonly<Record<UploadFault, RefusalCode>> = {
  'too-large': 'class-file-too-large',
  'too-slow': 'upload-too-slow',
  broken: 'bad-request',
};

interface Parts {
  /** The folder of the data in which the files wait. */
  folder: string;
  spool: Spool;
  store: Store;
  /** Milliseconds that no setting of the clock changes. */
  steady: () => number;
  newId: () => string;
  /** A room code that nobody can foresee. */
  drawCode: () => string;
}

/**
 * Classes that come as files from another server: first looked at, whole, then imported. A file waits in a folder of its own, one a teacher; what an
 * earlier server left there, and classes that it did not finish, are removed at the start.
 */
export class Imports {
  private readonly kept = new Map<string, { teacherId: string; since: number; read: ReadClass }>();
  private busy = 0;

  constructor(private readonly parts: Parts) {}

  /** Nothing of an earlier server's is gone on with. @param alone whether no other node imports classes */
  async start({ alone }: { alone: boolean }): Promise<void> {
    await this.parts.spool.left();
    if (alone) await this.parts.store.dropImports(null);
  }

  /** Takes a file as it comes and looks at all of it. */
  look(request: IncomingMessage, teacherId: string): Promise<Answer<ClassSeen> | ImportRefusal> {
    return this.inTurn(async () => {
      const announced = Number(request.headers['content-length'] ?? Number.NaN);
      if (!Number.isFinite(announced)) return refuse('bad-request');
      if (announced > LARGEST_CLASS_FILE) return refuse('class-file-too-large');
      await this.forget((one) => one.teacherId === teacherId);
      if (!(await this.hasRoom(announced))) return refuse('storage-full');
      const importId = this.parts.newId();
      const fault = await this.parts.spool.receive(importId, request, announced);
      if (fault !== null) return refuse(FAULTS[fault]);
      const seen = await this.read(importId, teacherId);
      if (!seen.ok) {
        await this.parts.spool.drop(importId);
        return seen;
      }
      const [oldest] = this.kept.keys();
      if (this.kept.size >= MOST_KEPT) await this.forget((_one, id) => id === oldest);
      this.kept.set(importId, { teacherId, since: this.parts.steady(), read: seen.read });
      const { state, counts, digest } = seen.read;
      const { lessonId, startedAt, endedAt, createdAt } = state;
      return { ok: true, importId, lessonId, startedAt, endedAt: endedAt ?? createdAt, ...counts, digest };
    });
  }

  /** Makes the class of a file that was looked at: all of it or nothing. */
  bring(importId: string, teacherId: string): Promise<Answer<ClassCreated> | ImportRefusal> {
    return this.inTurn(async () => {
      await this.forget(({ since }) => this.parts.steady() - since > KEEP_MS);
      const found = this.kept.get(importId);
      if (found?.teacherId !== teacherId) return refuse('import-lost');
      const { store, drawCode } = this.parts;
      try {
        return await bringClass(store, teacherId, found.read, this.records(importId), drawCode);
      } finally {
        await this.forget((_one, id) => id === importId);
      }
    });
  }

  /** Reads the whole file: what it holds, or what is wrong where. */
  private async read(
    importId: string,
    teacherId: string,
  ): Promise<{ ok: true; read: ReadClass } | ImportRefusal> {
    try {
      const read = await classOfRecords(this.records(importId));
      const here = await this.parts.store.loadClass(read.state.id);
      if (!here) return { ok: true, read };
      return {
        ...refuse('class-already-here'),
        ...(isOwner(here, teacherId) && { classId: here.id }),
      };
    } catch (error) {
      if (!(error instanceof ClassFileError)) throw error;
      return { ...refuse(error.code), where: { line: error.line, kind: error.kind } };
    }
  }

  private records(importId: string) {
    return readClassFile(createReadStream(this.parts.spool.fileOf(importId)));
  }

  private async hasRoom(bytes: number): Promise<boolean> {
    const { bavail, bsize } = await statfs(this.parts.folder);
    return bavail * bsize > bytes + LEFT_FREE;
  }

  private async forget(
    applies: (one: { teacherId: string; since: number }, id: string) => boolean,
  ): Promise<void> {
    for (const [id, one] of [...this.kept])
      if (applies(one, id)) {
        this.kept.delete(id);
        await this.parts.spool.drop(id);
      }
  }

  private async inTurn<Result>(work: () => Promise<Result>): Promise<Result | ReturnType<typeof refuse>> {
    if (this.busy >= MOST_AT_ONCE) return refuse('imports-busy');
    this.busy += 1;
    try {
      return await work();
    } finally {
      this.busy -= 1;
    }
  }
}
