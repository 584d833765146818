import { EngineError } from '@/engine/engine-error';
import type { Dataset } from '@/protocol/datasets';
import type { Examples } from './examples';
import { unpackInParts } from './pack-format';

/** Pictures unpacked at once: at most about 8 ms on a slow device, where photographs take four times as long as digits. */
const UNPACK_AT_ONCE = 40;
const TRIES = 4;

/** How far the pictures have come. `examples`: training pictures usable now. */
export interface Progress {
  bytes: number;
  totalBytes: number;
  examples: number;
  totalExamples: number;
}

/** Fetches one file; throws where it cannot. */
export type FetchFile = (file: string) => Promise<Uint8Array>;

/**
 * The served pictures of a data set, as far as they have come. Files arrive one after another; training starts on the first. A
 * failed load can be taken up again with `load`: what has come stays.
 */
export class PictureStore {
  readonly train: Examples;
  validation: Examples | null = null;
  available = 0;
  private files = 0;
  private bytes = 0;
  private waiting: { count: number; resolve: () => void; reject: (error: unknown) => void }[] = [];
  private loading: Promise<void> | null = null;
  private checking: Promise<Examples> | null = null;
  /** Lets the files after the first come; null while they may. */
  private open: (() => void) | null = null;
  private opened: Promise<void> = Promise.resolve();

  /**
   * @param fetchFile fetches by file name
   * @param breathe lets others work between pieces
   * @param pause waits before another try, the longer the more tries there were
   */
  constructor(
    private readonly dataset: Dataset,
    private readonly fetchFile: FetchFile,
    private readonly breathe: () => Promise<void>,
    private readonly pause: (attempt: number) => Promise<void>,
    private readonly onProgress: (progress: Progress) => void,
  ) {
    const { trainExamples, pixels } = dataset;
    this.train = {
      count: trainExamples,
      pixels: new Uint8Array(trainExamples * pixels),
      labels: new Uint8Array(trainExamples),
    };
  }

  get progress(): Progress {
    const { files, trainExamples } = this.dataset;
    const totalBytes = files.reduce((sum, f) => sum + f.bytes, 0);
    return { bytes: this.bytes, totalBytes, examples: this.available, totalExamples: trainExamples };
  }

  /** Fetches what is missing. Settles when everything is there; who needs only some waits with `until`. @throws EngineError data-failed */
  load(): Promise<void> {
    this.loading ??= this.loadAll().catch((error: unknown) => {
      this.loading = null;
      for (const { reject } of this.waiting.splice(0)) reject(error);
      throw error;
    });
    return this.loading;
  }

  /**
   * Keeps the files after the first one back: on a slow line they would take half of it from the code that trains, and the first
   * point needs none of them. Whoever needs one lets them come (`until`, `untilValidation`), or says so with `release`.
   */
  hold(): void {
    if (this.open !== null || this.files > 1) return;
    this.opened = new Promise((resolve) => {
      this.open = resolve;
    });
  }

  /** Lets all files come. */
  release(): void {
    this.open?.();
    this.open = null;
  }

  /** Settles when the first `count` training pictures are there. */
  until(count: number): Promise<void> {
    if (this.available >= count) return Promise.resolve();
    if (this.available > 0) this.release();
    return new Promise((resolve, reject) => this.waiting.push({ count, resolve, reject }));
  }

  /** Settles when the validation pictures are there, or cannot come. */
  async untilValidation(): Promise<void> {
    this.release();
    // They come with the second file: the next training pictures come after them.
    if (!this.validation) await this.until(this.dataset.files[0]!.count + 1).catch(() => {});
  }

  /** The pictures on which a network is judged alone, fetched when they are first wanted. @throws EngineError data-failed */
  check(): Promise<Examples> {
    this.checking ??= this.unpacked(this.dataset.check.file).catch((error: unknown) => {
      this.checking = null;
      throw error;
    });
    return this.checking;
  }

  private async loadAll(): Promise<void> {
    const { files, pixels } = this.dataset;
    while (this.files < files.length) {
      if (this.waiting.length > 0) this.release();
      if (this.files > 0) await this.opened;
      const { file, part, bytes } = files[this.files]!;
      const examples = await this.unpacked(file);
      if (part === 'validation') {
        this.validation = examples;
      } else {
        this.train.pixels.set(examples.pixels, this.available * pixels);
        this.train.labels.set(examples.labels, this.available);
        this.available += examples.count;
      }
      this.files++;
      this.bytes += bytes;
      this.waiting = this.waiting.filter(({ count, resolve }) => {
        if (count > this.available) return true;
        resolve();
        return false;
      });
      this.onProgress(this.progress);
    }
  }

  private async unpacked(file: string): Promise<Examples> {
    for (let attempt = 1; ; attempt++) {
      try {
        const parts = unpackInParts(await this.fetchFile(file), this.dataset, UNPACK_AT_ONCE);
        for (;;) {
          const part = parts.next();
          if (part.done) return part.value;
          await this.breathe();
        }
      } catch (error) {
        if (attempt >= TRIES) throw new EngineError('data-failed', `${file}: ${String(error)}`);
        await this.pause(attempt);
      }
    }
  }
}
