import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { experimentSchema } from '@/protocol/experiment';
import { idSchema } from '@/protocol/run';
import { logFor } from '@/server/log';
import { StorageError, troubleOfError } from '@/server/store/storage-trouble';

/** A submission that has arrived, beside its weights on disk. */
const handedInSchema = z.object({
  id: idSchema,
  classId: idSchema,
  studentId: idSchema,
  runId: idSchema,
  /** The run's own, as it is stored. */
  experiment: experimentSchema,
  /** Server's clock, milliseconds since 1970. */
  submittedAt: z.int(),
  /** As the address says (protocol/submission). */
  trainedTo: z.int().min(0).optional(),
  /** Optimiser steps that its training has had, as far as anything says. */
  updates: z.int().min(0).optional(),
});
export type HandedInWeights = z.infer<typeof handedInSchema>;

/** `too-large`: more than allowed. `too-slow`: no byte for a while, or not all of them in time. `broken`: the sender went away. */
export type UploadFault = 'too-large' | 'too-slow' | 'broken';

/** Milliseconds in which some byte has to come, and in which all have to. */
const IDLE_MS = 15_000;
const WHOLE_MS = 110_000;

/** What files of weights end with. */
const WEIGHTS = '.weights';

const log = logFor('verify');

/**
 * Submissions that wait, as files of the data folder: an upload costs no more memory than the piece that has just come,
 * a class that hands in together costs disk, and what was accepted is still there after a restart.
 */
export class Spool {
  private made: Promise<unknown> | null = null;

  constructor(
    private readonly folder: string,
    private readonly times = { idleMs: IDLE_MS, wholeMs: WHOLE_MS },
  ) {}

  /** Writes an upload down as it comes; what is not whole leaves nothing. */
  async receive(id: string, request: IncomingMessage, limit: number): Promise<UploadFault | null> {
    await this.ready();
    let bytes = 0;
    let fault: UploadFault = 'broken';
    const cut = new AbortController();
    const tooSlow = () => {
      fault = 'too-slow';
      cut.abort();
    };
    const { idleMs, wholeMs } = this.times;
    const whole = setTimeout(tooSlow, wholeMs);
    let idle = setTimeout(tooSlow, idleMs);
    const counted = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        clearTimeout(idle);
        idle = setTimeout(tooSlow, idleMs);
        bytes += chunk.byteLength;
        if (bytes > limit) {
          fault = 'too-large';
          done(new Error('too large'));
        } else done(null, chunk);
      },
    });

    let failed: NodeJS.ErrnoException | null = null;
    // On the disk before it is acknowledged, as everything that is.
    const file = createWriteStream(this.weights(id), { flush: true });
    const closed = new Promise<void>((resolve) => file.once('close', resolve));
    try {
      file.on('error', (error: NodeJS.ErrnoException) => {
        // The disk's own: what was cut off comes by here too.
        if (error.errno !== undefined) failed = error;
      });
      // Not `pipeline` from the request: it would destroy the connection, over which the refusal is to go.
      const sent = new Promise<never>((_, reject) => {
        const gone = () => request.complete || reject(new Error('the sender went away'));
        request.once('error', reject);
        request.once('close', gone);
        // Whoever went away while the folder was being looked at says so no more.
        if (request.closed) gone();
      });
      sent.catch(() => undefined);
      request.pipe(counted);
      await Promise.race([pipeline(counted, file, { signal: cut.signal }), sent]);
      return null;
    } catch {
      request.unpipe(counted);
      request.pause();
      counted.destroy();
      // One that is only just being opened would be there again afterwards.
      file.destroy();
      await closed;
      await rm(this.weights(id), { force: true });
      // The folder may be gone: the next one makes it anew.
      this.made = null;
      if (failed !== null) {
        const trouble = troubleOfError(failed);
        throw trouble === null ? failed : new StorageError(trouble, { cause: failed });
      }
      return fault;
    } finally {
      clearTimeout(whole);
      clearTimeout(idle);
    }
  }

  /** From now on it survives a restart. */
  async keep(handedIn: HandedInWeights): Promise<void> {
    const draft = `${this.note(handedIn.id)}.part`;
    await writeFile(draft, JSON.stringify(handedIn), { flush: true });
    await rename(draft, this.note(handedIn.id));
  }

  /** The weights as they came; null where they are gone. */
  async read(id: string): Promise<Buffer | null> {
    try {
      return await readFile(this.weights(id));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  /** Where the upload stands, for whoever reads it piece by piece. */
  fileOf(id: string): string {
    return this.weights(id);
  }

  async drop(id: string): Promise<void> {
    await Promise.all([rm(this.note(id), { force: true }), rm(this.weights(id), { force: true })]);
  }

  /** By what id each upload stands here, whole or not. */
  async names(): Promise<string[]> {
    const names = await readdir(this.folder).catch((): string[] => []);
    return names.flatMap((name) => (name.endsWith(WEIGHTS) ? name.slice(0, -WEIGHTS.length) : []));
  }

  /** What an earlier server left, oldest first; whatever is not whole is removed. */
  async left(): Promise<HandedInWeights[]> {
    const names = await readdir(this.folder).catch((): string[] => []);
    const whole: HandedInWeights[] = [];
    for (const name of names.filter((each) => each.endsWith('.json'))) {
      const read = handedInSchema.safeParse(
        await readFile(path.join(this.folder, name), 'utf8')
          .then((text) => JSON.parse(text) as unknown)
          .catch(() => null),
      );
      if (read.success && names.includes(`${read.data.id}${WEIGHTS}`)) whole.push(read.data);
    }
    const known = new Set(whole.flatMap(({ id }) => [`${id}.json`, `${id}${WEIGHTS}`]));
    const broken = names.filter((name) => !known.has(name));
    if (broken.length > 0) log.warn({ files: broken.length }, 'uploads that were not whole are dropped');
    for (const name of broken) await rm(path.join(this.folder, name), { force: true });
    return whole.sort((a, b) => a.submittedAt - b.submittedAt);
  }

  private ready(): Promise<unknown> {
    // Its own folder only: a data folder that is gone is not made anew beside what was lost.
    this.made ??= mkdir(this.folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return;
      this.made = null;
      const trouble = troubleOfError(error);
      throw trouble === null ? error : new StorageError(trouble, { cause: error });
    });
    return this.made;
  }

  private weights(id: string): string {
    return path.join(this.folder, `${id}${WEIGHTS}`);
  }

  private note(id: string): string {
    return path.join(this.folder, `${id}.json`);
  }
}
