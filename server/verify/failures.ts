import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { idSchema } from '@/protocol/run';
import { logFor } from '@/server/log';

/** What came to nothing on the thread, by student: it cost what a score costs, and counts like one. */
export interface FailedTries {
  count: number;
  /** When the last of them was handed in. */
  at: number;
}

/** Students whose failures are remembered. */
const MOST_STUDENTS = 5_000;

const log = logFor('verify');

/** Submissions that cost a thread's time and came to nothing: a line each in a file of the data folder, so that a restart makes nobody's anew. */
export class Failures {
  private readonly known = new Map<string, FailedTries>();

  constructor(private readonly file: string) {}

  of(studentId: string): FailedTries | null {
    return this.known.get(studentId) ?? null;
  }

  /** Counts from now on, whether it can be written down or not. */
  async note(studentId: string, at: number): Promise<void> {
    this.count(studentId, at);
    await appendFile(this.file, `${studentId} ${at}\n`).catch((error: unknown) => {
      log.warn(
        { err: error },
        'a failed submission could not be written down: it counts until the next start',
      );
    });
  }

  /** Students were deleted: nothing of them stays in the file either. */
  async forget(studentIds: readonly string[]): Promise<void> {
    const known = studentIds.filter((id) => this.known.delete(id));
    if (known.length === 0) return;
    const text = await this.written();
    if (text !== null) await this.writeKnown(text);
  }

  /** Takes up what an earlier server has written down. */
  async read(): Promise<void> {
    const text = await this.written();
    if (text === null) return;
    for (const line of text.split('\n')) {
      const [id, at = ''] = line.split(' ');
      // The last line may have been cut off.
      if (idSchema.safeParse(id).success && /^\d+$/.test(at)) this.count(id!, Number(at));
    }
    await this.writeKnown(text);
  }

  private written(): Promise<string | null> {
    return readFile(this.file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
  }

  /** @param text what the file says now */
  private async writeKnown(text: string): Promise<void> {
    const kept = [...this.known].flatMap(([id, { count, at }]) => Array<string>(count).fill(`${id} ${at}\n`));
    if (kept.join('') !== text) await writeFile(this.file, kept.join(''));
  }

  private count(studentId: string, at: number): void {
    const count = (this.known.get(studentId)?.count ?? 0) + 1;
    this.known.delete(studentId);
    this.known.set(studentId, { count, at });
    if (this.known.size > MOST_STUDENTS) this.known.delete(this.known.keys().next().value!);
  }
}
