import type { DBSchema, IDBPDatabase } from 'idb';
import { object, oneOf, type Shape } from '@/base/shape';
import { inTime, openBrowserDatabase } from '@/client/live/browser-database';
import { noteNotKept } from '@/client/live/kept-here';
import { readStored, writeStored } from '@/client/live/stored';
import { browserStorage, type TextStorage } from '@/client/live/text-storage';
import type { BackendFacts } from '@/engine/backend/backend-facts';
import type { Checkpoint } from '@/engine/training/checkpoint';
import type { Report } from '@/engine/worker/messages';
import type { Experiment } from '@/protocol/experiment';
import { BACKENDS, type Backend } from '@/protocol/experiment-choices';
import type { Point, RunOrigin } from '@/protocol/run';
import type { RunState } from '@/protocol/run-state';
import type { SubmissionScored } from '@/protocol/submission';
import { experimentShape } from './experiment-shape';

/** The run on a bench, as it survives a reload. */
export interface SavedRun {
  runId: string;
  experiment: Experiment;
  state: 'ready' | RunState;
  /** It was training, or was only held by the teacher: the next page lets it go on by itself. */
  goesOn: boolean;
  /** Milliseconds since 1970, the browser's clock. */
  startedAt: number;
  savedAt: number;
  /** The tab that saved it (tab-name.ts). */
  tab?: string;
  backend: BackendFacts | null;
  /** Some of its steps were calculated by something else than the others. */
  mixed?: boolean;
  checkpoint: Checkpoint | null;
  /** Thinned, for drawing. */
  points: readonly Point[];
  report: Report | null;
  scored: SubmissionScored | null;
  /** The moment of another run with whose weights it began. */
  continues?: RunOrigin;
}

interface Schema extends DBSchema {
  benches: { key: string; value: SavedRun };
}

/** Keeps the newest run of each bench in IndexedDB; without it, in memory alone. */
export class BenchStorage {
  private readonly memory = new Map<string, SavedRun>();
  private readonly database: Promise<IDBPDatabase<Schema> | null>;
  private readonly pending = new Map<string, SavedRun | null>();
  private writing: Promise<void> | null = null;

  constructor(name = 'perceptroom-benches') {
    this.database = openBrowserDatabase<Schema>(name, 1, {
      upgrade: (fresh) => void fresh.createObjectStore('benches'),
    }).catch(() => null);
  }

  async load(key: string): Promise<SavedRun | null> {
    try {
      const database = await this.database;
      const kept = database ? await inTime(database.get('benches', key)) : null;
      return kept ?? this.memory.get(key) ?? null;
    } catch {
      return this.memory.get(key) ?? null;
    }
  }

  /** Saves; while a write is under way, only the newest one of those that wait is written. */
  save(key: string, run: SavedRun): Promise<void> {
    this.memory.set(key, run);
    return this.put(key, run);
  }

  /** Forgets the bench's run: nothing of it is to come back. */
  clear(key: string): Promise<void> {
    this.memory.delete(key);
    return this.put(key, null);
  }

  async close(): Promise<void> {
    await this.writing;
    (await this.database)?.close();
  }

  private put(key: string, run: SavedRun | null): Promise<void> {
    this.pending.set(key, run);
    this.writing ??= this.write().finally(() => {
      this.writing = null;
    });
    return this.writing;
  }

  private async write(): Promise<void> {
    const database = await this.database;
    while (this.pending.size > 0) {
      for (const [key, run] of [...this.pending]) {
        this.pending.delete(key);
        // Not saved: only a reload would miss it, and that falls back to what the server has.
        const written = run ? database?.put('benches', run, key) : database?.delete('benches', key);
        if (written) await inTime<unknown>(written).catch(() => noteNotKept('data'));
      }
    }
  }
}

/** What a student has set up for the next run. */
export interface KeptSetup {
  draft: Experiment;
  backend: Backend | 'auto';
}

export const setupShape: Shape<KeptSetup> = object({
  draft: experimentShape,
  backend: oneOf([...BACKENDS, 'auto']),
});

/** Keeps a setup as text. */
export class SetupStorage {
  private readonly place: string;

  constructor(
    key: string,
    private readonly storage: TextStorage = browserStorage,
  ) {
    this.place = `perceptroom:setup:${key}`;
  }

  load(): KeptSetup | null {
    return readStored(this.place, setupShape, this.storage);
  }

  save(draft: Experiment, backend: Backend | 'auto'): void {
    writeStored(this.place, { draft, backend } satisfies KeptSetup, this.storage);
  }
}
