import { keptUnder } from '@/client/live/kept-under';
import { randomSeed } from '@/client/live/random-id';
import { waitedFor } from '@/engine/download/held-back';
import type { DatasetId } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';
import type { Backend } from '@/protocol/experiment-choices';
import type { Answer } from '@/protocol/refusals';
import { isSameExperiment } from '@/protocol/same-experiment';
import type { SubmissionScored } from '@/protocol/submission';
import { AloneStorage } from './alone-attempts';
import { Bench, type BenchNews } from './bench';
import { benchKeyAlone, benchKeyInClass } from './bench-key';
import { BenchRun } from './bench-run';
import { BenchStorage, SetupStorage } from './bench-storage';
import { BesideBench } from './beside-bench';
import { CheckpointChoice } from './checkpoint-choice';
import { CheckpointSender } from './checkpoint-sender';
import { gateOf } from './class-gate';
import { type ClassLink, type ClassPlace, openClassLink } from './class-link';
import { ClassWatch } from './class-watch';
import { experimentShape } from './experiment-shape';
import { Going } from './going';
import type { BenchFacts } from './going-machine';
import { HandedInStorage } from './handed-in-storage';
import { HandedNetworks, hasWork } from './handed-networks';
import { HandingIn } from './handing-in';
import { initialSnapshot, type TrainedLesson } from './initial-snapshot';
import { JudgingAlone } from './judging-alone';
import { NetworkQuestions } from './network-questions';
import { ServerRuns } from './server-runs';
import { SnapshotCell } from './snapshot-cell';
import type { followSubmission, submitWeights } from './submit-weights';
import { tabName } from './tab-name';
import type { Trainer } from './trainer';
import type { BenchTraining, TrainingSnapshot } from './training';
import { Turns } from './turns';
import { WorkerEars } from './worker-ears';

/** A training that stood in the middle goes on by itself after a reload, but not hours later. */
const GO_ON_WITHIN_MS = 30 * 60_000;
/** Milliseconds after the end of a run in which its last batch should be acknowledged. */
const LAST_BATCH_MS = 5_000;

export interface TrainingMeans {
  lesson: TrainedLesson;
  /** Null: alone, without a class. */
  place: ClassPlace | null;
  trainer: Trainer;
  storage?: BenchStorage;
  setup?: SetupStorage;
  openLink?: (place: ClassPlace) => Promise<ClassLink>;
  handedIn?: HandedInStorage;
  alone?: AloneStorage;
  submit?: typeof submitWeights;
  follow?: typeof followSubmission;
  now?: () => number;
  tab?: string;
}

/**
 * One student's training: what the person and the class ask for, one thing after another, done on the bench. Brings
 * the run of an earlier page back, and lets it go on where it was training.
 */
export class TrainingSession implements BenchTraining {
  private readonly cell: SnapshotCell<TrainingSnapshot>;
  private readonly bench: Bench;
  private readonly runs: ServerRuns;
  private readonly storage: BenchStorage;
  private readonly setup: SetupStorage;
  private readonly key: string;
  private readonly now: () => number;
  private readonly tab: string;
  private readonly stops: (() => void)[] = [];
  private link: ClassLink | null = null;
  private keeper: CheckpointChoice | null = null;
  private readonly going: Going;
  private readonly alone: JudgingAlone;
  private readonly handingIn: HandingIn;
  private readonly turns: Turns;
  private readonly classWatch: ClassWatch;
  private readonly questions: NetworkQuestions;
  private readonly ears: WorkerEars;
  private readonly handed: HandedNetworks;
  readonly beside: BesideBench;
  /** Whether a network is to stand in the worker, or pictures are enough so far. */
  private networkWanted: boolean;

  constructor(private readonly means: TrainingMeans) {
    const { lesson, place, trainer } = means;
    this.now = means.now ?? Date.now;
    this.tab = means.tab ?? tabName();
    this.networkWanted = place !== null;
    this.key = place
      ? benchKeyInClass(keptUnder(place.session), place.student.credentials.studentId)
      : benchKeyAlone(lesson.id);
    this.storage = means.storage ?? new BenchStorage();
    this.setup = means.setup ?? new SetupStorage(this.key);
    const gate = gateOf(place?.session.snapshot().view ?? null);
    this.going = new Going(gate, place === null, {
      bench: () => this.facts(),
      halt: () => void this.turns.take(() => this.bench.halt()),
      makeReady: () => void this.turns.take(() => this.makeReady()),
      goOn: () => void this.turns.take(() => this.goOn()),
      catchUp: () => {
        void this.runs.refresh();
        void this.runs.complete(this.bench.run);
      },
    });
    this.cell = new SnapshotCell(initialSnapshot(lesson, this.setup.load(), gate));
    this.runs = new ServerRuns(place?.session ?? null, () => this.show());
    this.bench = new Bench({
      trainer,
      storage: this.storage,
      key: this.key,
      now: this.now,
      tab: this.tab,
      goesOn: () => this.going.goesOn,
      until: () => this.classWatch.until,
      sink: () => this.link,
      keeper: () => this.keeper,
      tell: (news) => this.told(news),
      inTurn: (act) => this.turns.take(act),
    });
    const kept = means.alone ?? new AloneStorage(this.key);
    this.alone = new JudgingAlone({ trainer, bench: this.bench, cell: this.cell, kept, now: this.now });
    if (place === null) this.cell.change({ alone: kept.load() });
    this.handingIn = new HandingIn({
      trainer,
      place,
      alone: this.alone,
      kept: means.handedIn ?? new HandedInStorage(this.key),
      bench: this.bench,
      cell: this.cell,
      link: () => this.link,
      scored: () => {
        this.show();
        void this.runs.refresh();
      },
      submit: means.submit,
      follow: means.follow,
    });
    this.beside = new BesideBench({
      place,
      link: () => this.link,
      now: this.now,
      list: (run) => {
        this.runs.shelf.putAside(run.toSummary(this.studentId, this.now()));
        this.show();
      },
    });
    const { bench, cell, going, storage } = this;
    this.ears = new WorkerEars({ bench, cell, going });
    this.turns = new Turns((error) => this.ears.failed(error));
    const { turns } = this;
    this.classWatch = new ClassWatch({ place, bench, cell, going, turns });
    const { key, now, tab } = this;
    this.handed = new HandedNetworks({
      ...{ bench, cell, turns, storage, key, now, tab },
      lay: (...laid) => this.lay(...laid),
    });
    this.questions = new NetworkQuestions({
      ...{ trainer, bench, cell, turns },
      prepare: () => this.prepare(),
      show: () => this.show(),
    });
    this.stops.push(trainer.subscribe((event) => this.ears.heard(event)));
    void this.turns.take(() => this.start());
  }

  snapshot(): TrainingSnapshot {
    return this.cell.get();
  }

  subscribe(listener: () => void): () => void {
    return this.cell.subscribe(listener);
  }

  prepare(): void {
    if (this.networkWanted) return;
    this.networkWanted = true;
    void this.turns.take(() => this.begin());
  }

  setDraft(draft: Experiment): void {
    if (experimentShape(draft) === undefined) return;
    this.setup.save(draft, this.snapshot().backendChoice);
    this.cell.change({ draft, draftChanged: this.isChanged(draft) });
  }

  newSeed(): void {
    this.setDraft({ ...this.snapshot().draft, seed: randomSeed() });
  }

  readonly takeNetwork: BenchTraining['takeNetwork'] = (network) => this.handed.takeNetwork(network);
  readonly takeBack: BenchTraining['takeBack'] = (putBy) => this.handed.takeBack(putBy);

  /** Lays a run on the bench that stands by itself. @param draft null: the run's own settings */
  private async lay(run: BenchRun, draft: Experiment | null, old: BenchRun | null): Promise<void> {
    this.going.happened({ type: 'decided' });
    this.networkWanted = true;
    this.runs.shelf.putAside(old?.toSummary(this.studentId, this.now()) ?? null);
    this.putOnBench(run);
    this.setDraft(draft ?? run.experiment);
    this.cell.change({ takenElsewhere: false, recordingRefusal: null, submissionRefusal: null });
    if (hasWork(run)) await this.bench.saveStart();
    this.bench.save();
    this.show();
    void this.runs.complete(run);
    await this.begin();
  }

  chooseBackend(backend: Backend | 'auto'): void {
    this.setup.save(this.snapshot().draft, backend);
    this.cell.change({ backendChoice: backend });
    void this.turns.take(async () => {
      const { run } = this.bench;
      if (!run?.begun || run.hasEnded || run.taken) return;
      const wasTraining = run.state === 'training';
      // The pause brings a checkpoint, from which the other backend goes on.
      await this.bench.halt();
      this.bench.tearDown();
      await this.begin();
      if (!wasTraining) return;
      await this.bench.train();
      // The class may have been held while the other backend was made ready.
      this.classWatch.look();
    });
  }

  train(): Promise<void> {
    return this.whenOpen(() => this.bench.train());
  }

  step(): Promise<void> {
    return this.whenOpen(() => this.bench.step());
  }

  pause(): Promise<void> {
    this.going.happened({ type: 'decided' });
    return this.turns.take(async () => {
      await this.bench.halt();
      this.bench.save();
    });
  }

  reset(): Promise<void> {
    this.going.happened({ type: 'decided' });
    return this.turns.take(async () => {
      await this.replaceRun();
      await this.begin();
    });
  }

  readonly report: BenchTraining['report'] = () => this.questions.report();
  readonly examine: BenchTraining['examine'] = () => this.questions.examine();
  readonly firstLayer: BenchTraining['firstLayer'] = (most) => this.questions.firstLayer(most);
  readonly weights: BenchTraining['weights'] = () => this.questions.weights();
  readonly predict: BenchTraining['predict'] = (pixels) => this.questions.predict(pixels);
  readonly samples: BenchTraining['samples'] = (...which) => this.questions.samples(...which);

  submit(): Promise<Answer<SubmissionScored>> {
    return this.handingIn.submit(() => this.turns.take(() => this.begin()));
  }

  race(minutes: number): void {
    if (this.means.place === null) this.alone.race(minutes);
  }

  dispose(): void {
    if (this.going.isClosed) return;
    this.going.happened({ type: 'closed' });
    this.turns.close();
    this.handingIn.close();
    this.beside.close();
    for (const stop of this.stops) stop();
    this.cell.close();
    void this.means.trainer.pause().catch(() => undefined);
    void this.bench.flush().then(() => this.link?.close());
  }

  /** Brings back what an earlier page has left, or makes ready for a first run. */
  private async start(): Promise<void> {
    const { place } = this.means;
    const [saved, link] = await Promise.all([
      this.storage.load(this.key),
      place ? (this.means.openLink ?? openClassLink)(place) : null,
    ]);
    if (this.going.isClosed) {
      link?.close();
      return;
    }
    this.link = link;
    if (link && place) this.keeper = this.keeperOf(place, link);
    const run = saved ? BenchRun.restore(saved) : new BenchRun(this.snapshot().draft, undefined, this.now());
    // Nothing was set up otherwise: the draft of a page that was never set up is another throw of the dice.
    if (saved && this.setup.load() === null) this.cell.change({ draft: run.experiment });
    this.putOnBench(run);
    // The same tab was only loaded again, whatever its computer's clock says.
    const isFresh = saved?.tab === this.tab || this.now() - (saved?.savedAt ?? 0) < GO_ON_WITHIN_MS;
    this.going.happened({ type: 'restored', goesOn: saved?.goesOn === true && isFresh });
    // A run of an earlier page may be asked at once what it knows.
    if (saved) this.networkWanted = true;
    this.show();
    if (link && place) {
      this.stops.push(link.sender.subscribe(() => this.sent()));
      this.stops.push(place.session.subscribe(() => this.classWatch.look()));
      this.sent();
      this.classWatch.look();
    }
    void this.handingIn.follow();
    await this.makeReady();
  }

  private putOnBench(run: BenchRun): void {
    const recorded = this.link?.outbox.get(run.id);
    this.bench.put(
      run,
      recorded ? { ...recorded, points: recorded.batches.flatMap(({ points }) => points) } : null,
    );
  }

  private keeperOf({ session, student }: ClassPlace, link: ClassLink): CheckpointChoice {
    const sender = new CheckpointSender({
      code: session.code,
      credentials: student.credentials,
      // Points first: the server knows no run of which nothing has come.
      arrived: (runId) => link.sender.acknowledged(runId, LAST_BATCH_MS),
    });
    this.stops.push(() => sender.close());
    return new CheckpointChoice((checkpoint) => sender.send(checkpoint));
  }

  private async makeReady(): Promise<void> {
    await this.begin();
    this.going.happened({ type: 'ready' });
  }

  /** Lets the very run that stood still go on, whatever the student has set up for the next one. */
  private async goOn(): Promise<void> {
    const { run } = this.bench;
    if (!this.going.isGateOpen || !run?.isOpen || run.taken) return;
    await this.begin();
    await this.bench.train();
    this.classWatch.look();
  }

  /** Does something with the current run, or with a new one where that cannot go on. */
  private whenOpen(act: () => Promise<void>): Promise<void> {
    return this.turns.take(async () => {
      if (!this.going.isGateOpen) return;
      this.networkWanted = true;
      const { run } = this.bench;
      if (!run || run.hasEnded || run.taken || this.isChanged(this.snapshot().draft)) await this.replaceRun();
      await this.begin();
      this.going.happened({ type: 'decided' });
      await act();
      // The class may have been held since Train was pressed.
      this.classWatch.look();
    });
  }

  private async replaceRun(): Promise<void> {
    const old = await this.bench.replace(this.snapshot().draft);
    this.runs.shelf.putAside(old?.toSummary(this.studentId, this.now()) ?? null);
    this.cell.change({ takenElsewhere: false, recordingRefusal: null, submissionRefusal: null });
    this.show();
  }

  private async begin(): Promise<void> {
    this.cell.change({ error: null });
    if (!this.bench.run || this.bench.run.begun) return;
    this.cell.change({ phase: 'loading' });
    if (!this.networkWanted) {
      const progress = await waitedFor(this.means.trainer.load(this.dataset));
      this.going.happened({ type: 'worked' });
      this.cell.change({ progress, phase: 'idle' });
      return;
    }
    await waitedFor(
      this.bench.begin(this.snapshot().backendChoice, (progress) =>
        this.cell.change({ progress, phase: 'starting' }),
      ),
    );
    this.going.happened({ type: 'worked' });
    this.cell.change({ phase: 'idle' });
    this.show();
  }

  private told(news: BenchNews): void {
    switch (news.type) {
      case 'changed':
        if (news.when === 'now') this.show();
        else this.cell.changeSoon(() => this.drawn());
        break;
      case 'ended':
        void this.afterEnd(news.run);
        break;
      case 'taken':
        this.going.happened({ type: 'taken' });
        this.cell.change({ takenElsewhere: true });
    }
  }

  /** Something was acknowledged, refused or newly put in the outbox. */
  private sent(): void {
    const { link } = this;
    const { run } = this.bench;
    if (!link) return;
    const refusal = run ? link.sender.parked(run.id) : null;
    if (run && refusal === 'run-stale') this.bench.loseTo(run);
    this.cell.change({
      unsent: link.outbox.unsent,
      durable: link.outbox.durable,
      recordingRefusal: refusal === 'run-stale' ? null : refusal,
    });
  }

  private facts(): BenchFacts {
    const { run } = this.bench;
    return { isTraining: run?.state === 'training', stands: Boolean(run?.begun) };
  }

  private async afterEnd(run: BenchRun): Promise<void> {
    await this.link?.sender.acknowledged(run.id, LAST_BATCH_MS);
    if (!this.going.isClosed) await this.runs.refresh();
  }

  /** What the lesson, or its class, trains on: it stays the same. */
  private get dataset(): DatasetId {
    return this.snapshot().draft.dataset;
  }

  private get studentId(): string {
    return this.means.place?.student.credentials.studentId ?? '';
  }

  private isChanged(draft: Experiment): boolean {
    const { run } = this.bench;
    return run !== null && !isSameExperiment(draft, run.experiment);
  }

  private drawn(): Partial<TrainingSnapshot> {
    const { run } = this.bench;
    return {
      current: run?.toCurrent() ?? null,
      runs: this.runs.shelf.list(run?.toSummary(this.studentId, this.now()) ?? null),
    };
  }

  private show(): void {
    if (this.going.isClosed) return;
    this.cell.change({ ...this.drawn(), draftChanged: this.isChanged(this.snapshot().draft) });
  }
}
