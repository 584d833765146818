import { Listeners } from '@/base/listeners';
import type { TextStorage } from '@/client/live/text-storage';
import { sliceExamples } from '@/engine/digits/examples';
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
import type { LabelScore, PoolAnswer } from '@/protocol/pool';
import type { PoolNetwork } from '@/protocol/pool-rules';
import { type CurveAt, type DeskNow, type DeskProblem, isOver, type SourceName, withPast } from './desk-now';
import { forgetRun, keepChosen, keepRun, type LeftRun, readChosen, readKeptRun } from './kept-run';
import type { PoolSource } from './pool-source';

const MOST_CURVE = 240;
/** Milliseconds between two times that a training is kept while it goes on. */
const KEEP_MS = 2_000;

/**
 * One person's work on a pool, whatever the step: where the pictures come from, the network and what it has learnt. It outlives the
 * benches, so that what was trained at one step can be tried at the next, and its network comes back after a reload, and with its pictures
 * where others were chosen in between.
 */
export class PoolDesk {
  private readonly listeners = new Listeners();
  private stopSource: () => void = () => {};
  private current: DeskNow;
  private validation: PoolPictures | null = null;
  private tries = 0;
  /** Counts preparations: a later one overtakes. */
  private preparation = 0;
  private keptAt = Number.NEGATIVE_INFINITY;
  private held = false;
  /** What trains, or is to, waits for the class to go on. */
  private goOn = false;
  /** What an earlier page has left; until the pool is there. */
  private left: LeftRun | null;

  /**
   * @param name whose desk it is, among all that this browser knows
   * @param storage where the network is kept over a reload
   */
  constructor(
    private readonly sources: Partial<Record<SourceName, PoolSource>>,
    private readonly seed: number,
    first: SourceName,
    private readonly name: string,
    private readonly storage: TextStorage,
    private readonly client = new PoolClient(),
  ) {
    this.left = this.trained([readChosen(storage) ?? first, ...this.choices]);
    const source = this.left?.source ?? first;
    this.current = { source, network: 16, ...this.laidOut(source) };
    this.follow();
    this.restoreWhenThere();
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
    return this.listeners.add(listener);
  }

  get source(): PoolSource {
    return this.sources[this.current.source]!;
  }

  /** The sources to choose from. */
  get choices(): SourceName[] {
    return Object.keys(this.sources) as SourceName[];
  }

  /** Takes other pictures; what has learnt from these is kept, and what had learnt from those comes back. */
  choose(source: SourceName): void {
    if (!this.sources[source] || source === this.current.source) return;
    this.preparation += 1;
    this.goOn = false;
    if (this.current.run?.state === 'training') void this.client.pause().catch(() => {});
    keepChosen(this.storage, source);
    this.left = readKeptRun(this.storage, this.name, source);
    this.change({ source, ...this.laidOut(source) });
    this.follow();
    this.restoreWhenThere();
  }

  /** Where nothing has learnt from the pictures that were chosen: back to those from which something has. */
  chooseTrained(): void {
    const { run, preparing } = this.current;
    if (run !== null || preparing || this.left !== null) return;
    const trained = this.trained(this.choices);
    if (trained) this.choose(trained.source);
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
    if (this.held) return;
    if ((this.wantsNewRun || isOver(this.current.run)) && !(await this.prepare())) return;
    await this.goOnOrWait();
  }

  async pause(): Promise<void> {
    this.goOn = false;
    await this.client.pause().catch(() => {});
  }

  async step(): Promise<void> {
    if (this.held) return;
    if (this.wantsNewRun && !(await this.prepare())) return;
    await this.client.step().catch(() => {});
  }

  /** The class is being held: what trains waits, and goes on afterwards. */
  hold(held: boolean): void {
    if (held === this.held) return;
    this.held = held;
    if (held && this.current.run?.state === 'training') this.standStill();
    else if (!held && this.goOn && !this.current.preparing) void this.goOnOrWait();
  }

  /** Back to a network that knows nothing, with the pool as it is now. */
  async reset(): Promise<void> {
    this.forget();
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
    return { pixels: sliceExamples(validation, at, 1).pixels.slice(), label: validation.labels[at]! };
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

  /** Trains the network that stands, at once or when the class goes on. */
  private async goOnOrWait(): Promise<void> {
    this.goOn = this.held;
    if (!this.held) await this.client.train().catch(() => {});
  }

  private standStill(): void {
    this.goOn = true;
    void this.client.pause().catch(() => {});
  }

  /** Fetches pictures and makes the network, or takes up the one that was left. False: it cannot, `problem` says why. */
  private async prepare(left: LeftRun | null = null): Promise<boolean> {
    this.left = null;
    this.preparation += 1;
    const mine = this.preparation;
    const { source, pool } = this.current;
    const { network, data } = left ?? this.current;
    this.change({ preparing: true, problem: null });
    const all = await this.source.pictures();
    if (mine !== this.preparation) return false;
    if (all === null) return this.failed('download-failed');
    const { train, validation } = splitPictures(all, this.seed);
    const chosen = chooseData(train, data, this.seed);
    const counts = countLabels(chosen);
    if (counts.filter((count) => count > 0).length < 2) return this.failed('too-few');
    const begun = this.client.begin({
      train: chosen,
      validation,
      network,
      seed: this.seed,
      ...(left ? { from: { steps: left.steps, weights: left.weights } } : {}),
    });
    const standing = await begun.catch(() => null);
    if (mine !== this.preparation) return false;
    if (standing === null) return this.failed('worker-failed');
    this.validation = validation;
    this.change({
      preparing: false,
      run: {
        state: !left ? 'ready' : standing.step >= standing.totalSteps ? 'finished' : 'paused',
        standing,
        curve: left ? left.curve : [curveAt(standing)],
        network,
        data,
        source,
        counts,
        validationCount: validation.count,
        poolVersion: left ? left.poolVersion : (pool.facts?.version ?? ''),
      },
    });
    return true;
  }

  /** Takes up what an earlier page has left once its pictures can be had. */
  private restoreWhenThere(): void {
    const { left } = this;
    if (!left || this.current.pool.facts === null) return;
    void this.prepare(left).then((stands) => {
      // Labels or drawings have changed so much that it fits no more: nothing that the student has to mend.
      if (stands && left.goesOn) void this.goOnOrWait();
      if (!stands && this.current.problem !== 'download-failed') this.change({ problem: null });
    });
  }

  private async keep(): Promise<void> {
    const { run } = this.current;
    if (run === null || run.standing.step === 0) return;
    this.keptAt = performance.now();
    const weights = await this.client.weights().catch(() => null);
    const now = this.current.run;
    if (weights === null || now === null || this.current.preparing) return;
    const { source, network, data, poolVersion, curve, standing } = now;
    keepRun(this.storage, {
      desk: this.name,
      source,
      network,
      data,
      poolVersion,
      steps: standing.step,
      weights: floatsToText(weights),
      curve,
      past: this.current.past,
      goesOn: this.goOn,
    });
  }

  private forget(): void {
    this.left = null;
    forgetRun(this.storage, this.current.source);
  }

  /** What was kept of the first of these pictures from which something has learnt. */
  private trained(sources: readonly SourceName[]): LeftRun | null {
    for (const source of sources) {
      const left = this.sources[source] && readKeptRun(this.storage, this.name, source);
      if (left) return left;
    }
    return null;
  }

  /** The desk with these pictures, before the network that was left there stands again. */
  private laidOut(source: SourceName) {
    const { left } = this;
    this.tries = Math.max(this.tries, ...(left?.past ?? []).map(({ id }) => id));
    return {
      pool: this.sources[source]!.snapshot(),
      ...(left && { network: left.network }),
      data: left?.data ?? ALL_DATA,
      run: null,
      preparing: false,
      problem: null,
      past: left?.past ?? [],
    };
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
      // Train was pressed before the class was held, and heard of after it.
      if (this.held && state === 'training') this.standStill();
      if (state === 'paused') void this.keep();
      return;
    }
    this.tries += 1;
    const { network, data, counts, validationCount: validated } = run;
    const { accuracy, validationAccuracy } = run.standing;
    const entry = { id: this.tries, network, data, counts, accuracy, validationAccuracy, validated };
    this.change({ run: next, past: withPast(past, entry) });
    void this.keep();
  }

  private stood(standing: PoolStanding): void {
    const { run } = this.current;
    if (run === null || this.current.preparing) return;
    const curve = [...run.curve, curveAt(standing)];
    // Every second point is left out when there are many: the picture has no more pixels.
    const thin =
      curve.length > MOST_CURVE ? curve.filter((_, i) => i % 2 === 0 || i === curve.length - 1) : curve;
    this.change({ run: { ...run, standing, curve: thin } });
    if (performance.now() - this.keptAt >= KEEP_MS) void this.keep();
  }

  private follow(): void {
    this.stopSource();
    const { source } = this;
    this.stopSource = source.subscribe(() => {
      this.change({ pool: source.snapshot() });
      this.restoreWhenThere();
    });
  }

  private change(changes: Partial<DeskNow>): void {
    this.current = { ...this.current, ...changes };
    this.listeners.tell();
  }
}

function curveAt({ step, accuracy, validationAccuracy }: PoolStanding): CurveAt {
  return { step, accuracy, validationAccuracy };
}
