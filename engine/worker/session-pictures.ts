import { ruledExamples } from '@/engine/digits/data-rule';
import { type Examples, sliceExamples } from '@/engine/digits/examples';
import { type FetchFile, PictureStore, type Progress } from '@/engine/digits/picture-store';
import { classifyError, EngineError } from '@/engine/engine-error';
import { breathe } from '@/engine/training/breathe';
import { DATASETS, type DatasetId } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';
import type { RequestName, Requests, Samples, TrainerEvent } from './messages';

/** Milliseconds in which a training that stands ready should begin; after that the rest of the pictures has the line. */
const IDLE_MS = 1_000;
/** And where none stands yet: the page with its bench is still to come, over the same line. */
const ON_THE_WAY_MS = 5_000;

/** What pictures need of the place where a session runs. */
export interface PicturesPlace {
  tell(event: TrainerEvent): void;
  fetchFrom(dataUrl: string): FetchFile;
  /** Waits before trying a download again. */
  pause(attempt: number): Promise<void>;
}

/** The pictures of a session: what was asked for is fetched, what has come stays, and what is not needed yet waits while a first point is due. */
export class SessionPictures {
  /** One a data set that was asked for. */
  private readonly stores = new Map<DatasetId, PictureStore>();
  private holding = false;
  private releasing: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly place: PicturesPlace) {}

  /** Begins to fetch a data set; resolves when its first pictures are there. */
  async load({ dataset, dataUrl }: Omit<Requests['load']['input'], 'wasmUrl'>): Promise<Progress> {
    const { tell } = this.place;
    const known = this.stores.get(dataset);
    let ready = known !== undefined && known.available > 0;
    const store =
      known ??
      new PictureStore(
        DATASETS[dataset],
        this.place.fetchFrom(`${dataUrl}${dataset}/`),
        breathe,
        this.place.pause,
        (progress) => {
          tell({ type: 'loading', dataset, progress });
          if (!ready) tell({ type: 'ready', dataset, progress });
          ready = true;
        },
      );
    this.stores.set(dataset, store);
    if (this.holding) store.hold();
    store.load().catch((error: unknown) => {
      const { code, message: detail } = classifyError(error);
      tell({ type: 'error', run: null, code, detail });
    });
    await store.until(1);
    return store.progress;
  }

  /** @throws EngineError not-begun, where nobody has asked for the data set. @param wanted by what */
  storeOf(dataset: DatasetId, wanted: RequestName): PictureStore {
    const store = this.stores.get(dataset);
    if (!store) throw new EngineError('not-begun', `load comes before ${wanted}`);
    return store;
  }

  /** Takes a failed download up again; who waits for pictures hears of its end. */
  takeUp(dataset: DatasetId): void {
    this.stores
      .get(dataset)
      ?.load()
      .catch(() => {});
  }

  /** Whether nothing is still to come of a data set that was asked for. */
  isWhole(dataset: DatasetId): boolean {
    const progress = this.stores.get(dataset)?.progress;
    return !progress || progress.examples >= progress.totalExamples;
  }

  /** The line is for what the first point needs: the pictures after the first file wait until it is out. */
  holdRest(): void {
    clearTimeout(this.releasing);
    this.holding = true;
    for (const store of this.stores.values()) store.hold();
  }

  release(): void {
    clearTimeout(this.releasing);
    this.holding = false;
    for (const store of this.stores.values()) store.release();
  }

  /** Lets the rest come unless a training begins before. @param stands whether one could begin at once */
  releaseSoon(stands: boolean): void {
    clearTimeout(this.releasing);
    const idleMs = stands ? IDLE_MS : ON_THE_WAY_MS;
    if (this.holding) this.releasing = setTimeout(() => this.release(), idleMs);
  }

  /** The validation pictures as an experiment has them. */
  async validationOf(experiment: Experiment): Promise<Examples> {
    const store = this.stores.get(experiment.dataset);
    this.release();
    if (!store?.validation) await store?.load();
    const validation = store?.validation;
    if (!validation) throw new EngineError('data-failed', 'no validation pictures');
    return ruledExamples(experiment, 'validation', validation);
  }

  async samples({ dataset, part, start, count, ruled }: Requests['samples']['input']): Promise<Samples> {
    const store = this.storeOf(dataset, 'samples');
    if (part === 'validation' && !store.validation) {
      this.release();
      await store.load();
    }
    const all = part === 'train' ? { ...store.train, count: store.available } : store.validation!;
    const slice = ruledExamples(
      { dataset, seed: 0, ...ruled },
      part,
      sliceExamples(all, start, count),
      start,
    );
    return { part, start, count: slice.count, pixels: slice.pixels.slice(), labels: slice.labels.slice() };
  }
}
