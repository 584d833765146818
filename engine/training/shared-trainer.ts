import { type StartedBackend, startBackend } from '@/engine/backend/start-backend';
import { PictureStore } from '@/engine/digits/picture-store';
import { download } from '@/engine/download/download';
import { DATASETS, type DatasetId } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';
import type { Backend } from '@/protocol/experiment-choices';
import { breathe } from './breathe';
import { Training } from './training';

/** Milliseconds of work at a stretch. */
const SLICE_MS = 30;

/** Many trainings in turns, on our own kernels or what else needs no graphics card, and with pictures that are there once. For a worker. */
export class SharedTrainer {
  private readonly stores = new Map<DatasetId, Promise<PictureStore>>();
  private started: Promise<StartedBackend> | null = null;

  constructor(
    private readonly origin: string,
    private readonly sleep: (milliseconds: number) => Promise<void>,
  ) {}

  /**
   * A real training of this experiment, that its owner disposes of. @param rest milliseconds that it leaves to the others after each of its slices
   */
  async begin(experiment: Experiment, rest: number): Promise<Training> {
    const { network } = await this.start();
    const pictures = await this.pictures(experiment.dataset);
    return new Training(experiment, {
      network,
      pictures,
      breathe: this.resting(rest),
      now: () => performance.now(),
      readEvery: 1,
      guard: (promise) => promise,
    });
  }

  /** What trains them. */
  async backend(): Promise<Backend> {
    return (await this.start()).backend;
  }

  /** Small pieces of work, as of a measurement, go on without a rest between them. */
  private resting(rest: number): () => Promise<void> {
    let awake = performance.now();
    return async () => {
      if (performance.now() - awake < SLICE_MS) return breathe();
      await this.sleep(rest);
      awake = performance.now();
    };
  }

  private start(): Promise<StartedBackend> {
    const options = { wasmUrl: `${this.origin}/wasm/`, onContextLost: () => {} };
    this.started ??= startBackend('kernels', options)
      .catch(() => startBackend('wasm', options))
      .catch(() => startBackend('cpu', options));
    return this.started;
  }

  private pictures(id: DatasetId): Promise<PictureStore> {
    const known = this.stores.get(id);
    if (known) return known;
    const store = new PictureStore(
      DATASETS[id],
      async (file) => {
        const response = await download(new URL(`/data/${id}/${file}`, this.origin));
        if (!response.ok) throw new Error(`HTTP ${response.status}`);
        return new Uint8Array(await response.arrayBuffer());
      },
      breathe,
      (attempt) => this.sleep(500 * (attempt + 1)),
      () => {},
    );
    const loaded = store.load().then(() => store);
    this.stores.set(id, loaded);
    return loaded;
  }
}
