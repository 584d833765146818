import type { PoolTrainingState } from '@/engine/pool/messages';
import { PoolClient } from '@/engine/pool/pool-client';
import {
  ALL_DATA,
  chooseData,
  countLabels,
  type DataChoice,
  type PoolPictures,
  splitPictures,
} from '@/engine/pool/pool-pictures';
import type { PoolStanding } from '@/engine/pool/pool-training';
import { readPoolAnswer, scorePool } from '@/engine/pool/score-pool';
import { floatsToText } from '@/protocol/bytes-text';
import type { LabelScore, PoolAnswer, PoolNetwork } from '@/protocol/pool';
import type { PoolSource, SourceNow } from './pool-source';

export type SourceName = 'class' | 'drawings' | 'clothes';

/** A point of the curve. */
export interface CurveAt {
  step: number;
  accuracy: number | null;
  validationAccuracy: number | null;
}

/** A training that was tried, for comparing. */
export interface PastTry {
  id: number;
  network: PoolNetwork;
  data: DataChoice;
  /** Pictures of each label that were learnt from. */
  counts: readonly number[];
  accuracy: number | null;
  validationAccuracy: number | null;
}

/** The network on the desk. */
export interface DeskRun {
  state: PoolTrainingState;
  standing: PoolStanding;
  curve: readonly CurveAt[];
  network: PoolNetwork;
  data: DataChoice;
  source: SourceName;
  /** Pictures of each label that it learns from, and that validate. */
  counts: readonly number[];
  validationCount: number;
  poolVersion: string;
}

export type DeskProblem = 'too-few' | 'download-failed' | 'worker-failed';

/** What the benches draw from. Immutable: a change makes a new object. */
export interface DeskNow {
  source: SourceName;
  pool: SourceNow;
  network: PoolNetwork;
  data: DataChoice;
  run: DeskRun | null;
  /** Pictures are being fetched and the network made. */
  preparing: boolean;
  problem: DeskProblem | null;
  past: readonly PastTry[];
}

/** Tries that are kept for comparing. */
const MOST_PAST = 6;
const MOST_CURVE = 240;

/**
 * One person's work on a pool, whatever the step: where the pictures come from, the network and what it has learnt. It outlives the
 * benches, so that what was trained at one step can be tried at the next.
 */
export class PoolDesk {
  private readonly client = new PoolClient();
  private readonly listeners = new Set<() => void>();
  private stopSource: () => void = () => {};
  private current: DeskNow;
  private validation: PoolPictures | null = null;
  private tries = 0;
  /** Counts preparations: a later one overtakes. */
  private preparation = 0;

  constructor(
    private readonly sources: Partial<Record<SourceName, PoolSource>>,
    private readonly seed: number,
    first: SourceName,
  ) {
    this.current = {
      source: first,
      pool: sources[first]!.snapshot(),
      network: 16,
      data: ALL_DATA,
      run: null,
      preparing: false,
      problem: null,
      past: [],
    };
    this.follow();
    this.client.subscribe((event) => {
      if (event.type === 'failed') this.change({ problem: 'worker-failed', run: null, preparing: false });
      else if (event.type === 'state') this.entered(event.state);
      else this.stood(event.standing);
    });
  }

  snapshot(): DeskNow {
    return this.current;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  get source(): PoolSource {
    return this.sources[this.current.source]!;
  }

  /** The sources to choose from. */
  get choices(): SourceName[] {
    return Object.keys(this.sources) as SourceName[];
  }

  choose(source: SourceName): void {
    if (!this.sources[source] || source === this.current.source) return;
    this.preparation += 1;
    if (this.current.run?.state === 'training') void this.client.pause().catch(() => {});
    this.change({
      source,
      pool: this.sources[source].snapshot(),
      run: null,
      data: ALL_DATA,
      past: [],
      problem: null,
      preparing: false,
    });
    this.follow();
  }

  setNetwork(network: PoolNetwork): void {
    this.change({ network, problem: null });
  }

  setData(data: DataChoice): void {
    this.change({ data, problem: null });
  }

  /** Whether Train would begin anew: the settings or the source are no longer those of the run. */
  get wantsNewRun(): boolean {
    const { run, network, data } = this.current;
    return run === null || run.network !== network || JSON.stringify(run.data) !== JSON.stringify(data);
  }

  /** The pool has grown or shrunk since the network's pictures were fetched. */
  get poolHasChanged(): boolean {
    const { run, pool } = this.current;
    return run !== null && pool.facts !== null && run.poolVersion !== pool.facts.version;
  }

  async train(): Promise<void> {
    if ((this.wantsNewRun || isOver(this.current.run)) && !(await this.prepare())) return;
    await this.client.train().catch(() => {});
  }

  async pause(): Promise<void> {
    await this.client.pause().catch(() => {});
  }

  async step(): Promise<void> {
    if (this.wantsNewRun && !(await this.prepare())) return;
    await this.client.step().catch(() => {});
  }

  /** Back to a network that knows nothing, with the pool as it is now. */
  async reset(): Promise<void> {
    await this.prepare();
  }

  /** The probabilities of each label; null while there is no network. */
  async predict(pixels: Uint8Array): Promise<number[] | null> {
    return this.current.run === null ? null : this.client.predict(pixels).catch(() => null);
  }

  /** A picture that the network has not learnt from, with its label; null where there is none. */
  unseen(turn: number): { pixels: Uint8Array<ArrayBuffer>; label: number } | null {
    const { validation } = this;
    if (!validation || validation.count === 0) return null;
    // A prime stride leads through all of them without repeating soon.
    const at = (turn * 37) % validation.count;
    return { pixels: validation.pixels.slice(at * 784, (at + 1) * 784), label: validation.labels[at]! };
  }

  /** The network as it is handed in for the challenge. */
  async answer(): Promise<PoolAnswer | null> {
    const { run } = this.current;
    if (run === null) return null;
    const weights = await this.client.weights().catch(() => null);
    return weights && { network: run.network, weights: floatsToText(weights) };
  }

  /** How a network does on what this browser itself holds back; null in a class, where the server judges. */
  async judge(answer: PoolAnswer): Promise<LabelScore[] | null> {
    const heldBack = await this.source.heldBack();
    const network = heldBack && readPoolAnswer(answer, heldBack.labelCount);
    if (!heldBack || !network) return null;
    const work = scorePool(network, heldBack);
    let step = work.next();
    while (!step.done) step = work.next();
    return step.value;
  }

  dispose(): void {
    this.stopSource();
    for (const source of Object.values(this.sources)) source.close();
    this.client.dispose();
    this.listeners.clear();
  }

  /** Fetches pictures and makes the network. False: it cannot, `problem` says why. */
  private async prepare(): Promise<boolean> {
    this.preparation += 1;
    const mine = this.preparation;
    const { source, network, data, pool } = this.current;
    this.change({ preparing: true, problem: null });
    const all = await this.source.pictures();
    if (mine !== this.preparation) return false;
    if (all === null) return this.failed('download-failed');
    const { train, validation } = splitPictures(all, this.seed);
    const chosen = chooseData(train, data, this.seed);
    const counts = countLabels(chosen);
    if (counts.filter((count) => count > 0).length < 2) return this.failed('too-few');
    const begun = this.client.begin({ train: chosen, validation, network, seed: this.seed });
    const standing = await begun.catch(() => null);
    if (mine !== this.preparation) return false;
    if (standing === null) return this.failed('worker-failed');
    this.validation = validation;
    this.change({
      preparing: false,
      run: {
        state: 'ready',
        standing,
        curve: [curveAt(standing)],
        network,
        data,
        source,
        counts,
        validationCount: validation.count,
        poolVersion: pool.facts?.version ?? '',
      },
    });
    return true;
  }

  private failed(problem: DeskProblem): false {
    this.change({ preparing: false, problem });
    return false;
  }

  private entered(state: PoolTrainingState): void {
    const { run, past } = this.current;
    if (run === null || this.current.preparing) return;
    const next = { ...run, state };
    if (state !== 'finished') {
      this.change({ run: next });
      return;
    }
    this.tries += 1;
    const { network, data, counts } = run;
    const { accuracy, validationAccuracy } = run.standing;
    const entry = { id: this.tries, network, data, counts, accuracy, validationAccuracy };
    this.change({ run: next, past: [...past, entry].slice(-MOST_PAST) });
  }

  private stood(standing: PoolStanding): void {
    const { run } = this.current;
    if (run === null || this.current.preparing) return;
    const curve = [...run.curve, curveAt(standing)];
    // Every second point is left out when there are many: the picture has no more pixels.
    const thin =
      curve.length > MOST_CURVE ? curve.filter((_, i) => i % 2 === 0 || i === curve.length - 1) : curve;
    this.change({ run: { ...run, standing, curve: thin } });
  }

  private follow(): void {
    this.stopSource();
    const { source } = this;
    this.stopSource = source.subscribe(() => this.change({ pool: source.snapshot() }));
  }

  private change(changes: Partial<DeskNow>): void {
    this.current = { ...this.current, ...changes };
    for (const listener of [...this.listeners]) listener();
  }
}

export function isOver(run: DeskRun | null): boolean {
  return run?.state === 'finished' || run?.state === 'diverged';
}

function curveAt({ step, accuracy, validationAccuracy }: PoolStanding): CurveAt {
  return { step, accuracy, validationAccuracy };
}
