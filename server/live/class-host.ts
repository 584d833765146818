import type { Logger } from 'pino';
import { RateLimiter } from '@/base/rate-limiter';
import type { Actor, ClassCommand, DecisionContext } from '@/classroom/commands';
import { dealSeed } from '@/classroom/deal';
import { isFull } from '@/classroom/forgettable';
import { lastMoment } from '@/classroom/last-moment';
import { screenChanged, showsProduct, studentInSpotlight } from '@/classroom/screen';
import type { ClassState } from '@/classroom/state';
import type { StepRecord } from '@/classroom/step-records';
import { stepsOf } from '@/classroom/steps';
import type { CommandAnswer } from '@/protocol/events';
import { LIMITS } from '@/protocol/limits';
import { POOL } from '@/protocol/pool-rules';
import type { RefusalCode } from '@/protocol/refusals';
import { SIGHT } from '@/protocol/sight-bounds';
import type { ScreenFrame } from '@/protocol/telemetry';
import type { Membership } from '@/protocol/views';
import { continuingClock } from '@/server/clock';
import type { Fence } from '@/server/store/fence';
import type { Store } from '@/server/store/store';
import { ClassDecisions } from './class-decisions';
import { ClassLeaks } from './class-leaks';
import { ClassPool } from './class-pool';
import { ClassRelay } from './class-relay';
import { ClassRounds, type RoundMeans } from './class-rounds';
import { ClassConditions } from './conditions';
import { FramePump } from './frames';
import { LatelyHere } from './lately-here';
import type { LiveClass } from './live-class';
import { ObservedHistory } from './observed-history';
import { Presence } from './presence';
import { ProductShare } from './product-share';
import { RaceRunner } from './race-runner';
import { reasonToGo } from './reason-to-go';
import { ReturnCodes } from './return-codes';
import type { RunLedger } from './run-ledger';
import { Shoulders } from './shoulders';
import { StepLedger } from './step-ledger';
import { ClassTelemetry } from './telemetry';
import { ViewBroadcast } from './view-broadcast';
import type { Viewer } from './viewer';
import { WallStudents } from './wall-students';

export interface HostParts {
  store: Store;
  now: () => number;
  /** Milliseconds that no setting of the clock changes; without it the process's own. */
  steady?: () => number;
  isNicknameFit: DecisionContext['isNicknameFit'];
  log: Logger;
  /** What rounds of learning together need, and sums behind masks. */
  rounds: RoundMeans;
  /** The server's own, from which what is hidden is drawn. */
  secret: string;
  /** Of a node among several; `fenced` is told when another has the class. */
  fence?: Fence | undefined;
  fenced?: (() => void) | undefined;
  /** Told of students that were deleted, to let go of what is kept of them elsewhere than in the store. */
  onDeleted?: (studentIds: readonly string[]) => Promise<void>;
}

/** Owner of one live class: its state, who watches it, what its students are doing. */
export class ClassHost implements LiveClass {
  readonly viewers = new Set<Viewer>();
  readonly evaluating = new Map<string, number>();
  readonly limits = {
    batches: new RateLimiter({ perSecond: LIMITS.batchesPerSecond, burst: LIMITS.batchBurst }),
    commands: new RateLimiter({ perSecond: LIMITS.commandsPerSecond, burst: LIMITS.commandBurst }),
    reads: new RateLimiter({ perSecond: LIMITS.readsPerSecond, burst: LIMITS.readBurst }),
    answers: new RateLimiter({ perSecond: LIMITS.answersPerSecond, burst: LIMITS.answerBurst }),
    drawings: new RateLimiter({ perSecond: POOL.drawingsPerSecond, burst: POOL.drawingBurst }),
    sights: new RateLimiter(SIGHT),
    rows: new RateLimiter({ perSecond: LIMITS.rowsPerSecond, burst: LIMITS.rowsBurst }),
    units: new RateLimiter({ perSecond: LIMITS.unitsPerSecond, burst: LIMITS.unitBurst }),
  };
  readonly product: ProductShare;
  readonly returnCodes = new ReturnCodes();
  readonly telemetry: ClassTelemetry;
  readonly conditions: ClassConditions;
  readonly steps: StepLedger;
  readonly pool: ClassPool;
  readonly rounds: ClassRounds;
  readonly leaks: ClassLeaks;
  readonly relay: ClassRelay;
  readonly shoulders = new Shoulders({
    viewersOf: (id) => this.pagesOf(id),
    isIn: (id) => this.state().students[id]?.membership === 'in',
  });
  private readonly presence: Presence;
  private readonly lately: LatelyHere;
  private readonly observed: ObservedHistory;
  private readonly frames: FramePump;
  private readonly wall = new WallStudents(
    () => this.state(),
    () => this.telemetry,
  );
  private readonly broadcast: ViewBroadcast;
  private readonly decisions: ClassDecisions;
  private readonly races: RaceRunner;
  private isOver = false;
  /** When somebody was last here or asked for something. */
  lastUse: number;
  readonly now: () => number;

  constructor(
    current: ClassState,
    readonly runs: RunLedger,
    private readonly parts: HostParts,
    stepRecords: readonly StepRecord[] = [],
  ) {
    this.lastUse = parts.now();
    this.decisions = new ClassDecisions(current, {
      store: parts.store,
      log: parts.log,
      ...{ fence: parts.fence, fenced: parts.fenced },
      context: () => this.context(),
      changed: (before) => this.publish(before),
    });
    const steady = parts.steady ?? (() => performance.now());
    this.lately = new LatelyHere((id) => this.isHere(id), steady);
    this.now = continuingClock(parts.now, Math.max(lastMoment(current), runs.lastMoment()));
    this.product = new ProductShare(dealSeed(current.id), this.now, () => this.frames.touchProduct());
    this.frames = new FramePump({
      now: this.now,
      studentCount: () => this.presentIds().length,
      isWatched: (id) => isPresent(this.state().students[id]?.membership),
      telemetryOf: (id) => this.telemetry.of(id),
      conditionOf: (id) => this.conditions.of(id),
      product: () => this.product.atConsole(),
      aggregate: (at) => this.aggregate(at),
      wall: this.wall,
    });
    this.observed = new ObservedHistory({
      now: this.now,
      state: () => this.state(),
      save: (events) => this.enqueue(() => parts.store.addEvents(this.id, events)),
      onError: (error) =>
        parts.log.error({ err: error, classId: this.id }, 'what was seen of a class could not be kept'),
    });
    this.conditions = new ClassConditions(this.now, (id, done) => {
      this.frames.touchCondition(id, done);
      this.observed.stands(id, this.conditions.of(id).step ?? null);
    });
    this.presence = new Presence((id) => {
      this.observed.presence(id, this.presence.isHere(id));
      this.frames.touch(id);
      this.conditions.does(id, this.telemetry.of(id).activity, this.telemetry.rateOf(id));
      this.broadcast.presenceChanged();
      this.rounds.look();
      this.leaks.look();
      this.relay.look();
    });
    this.telemetry = new ClassTelemetry(this.presence, (id) => {
      this.frames.touch(id);
      this.conditions.does(id, this.telemetry.of(id).activity, this.telemetry.rateOf(id));
    });
    const { store, secret, log } = parts;
    this.steps = new StepLedger(stepRecords, { classId: this.id, store, now: this.now, log });
    this.pool = new ClassPool({
      store,
      now: this.now,
      secret,
      state: () => this.state(),
      isHere: (viewer) => this.viewers.has(viewer),
      counted: (count) => this.observed.pool(count),
    });
    this.broadcast = new ViewBroadcast(
      this.viewers,
      () => this.state(),
      (id) => this.isHere(id),
    );
    this.races = new RaceRunner({
      state: () => this.state(),
      keep: (rerun) => this.decisions.ask({ type: 'race:keep', rerun }, { kind: 'server' }),
      keepTeams: (again) => this.decisions.ask({ type: 'race:keep-teams', again }, { kind: 'server' }),
      onError: (error) => log.error({ err: error, classId: this.id }, 'a race could not be run again'),
    });
    this.rounds = new ClassRounds({
      ...parts.rounds,
      ...{ store, log, now: this.now, state: () => this.state(), isHere: (id) => this.isHere(id) },
      ask: (command) => this.ask(command, { kind: 'server' }),
    });
    this.leaks = new ClassLeaks({
      ...{ counter: parts.rounds.counter, log, now: this.now, state: () => this.state() },
      ...{ isHere: (id) => this.isHere(id), ask: (command) => this.ask(command, { kind: 'server' }) },
    });
    this.relay = new ClassRelay({
      ...{ log, steady, state: () => this.state(), isHere: (id) => this.isHere(id) },
      pagesOf: (id) => this.pagesOf(id),
      ask: (command) => this.ask(command, { kind: 'server' }),
    });
    this.races.look();
    this.rounds.look();
    this.leaks.look();
    this.relay.look();
  }

  get id(): string {
    return this.state().id;
  }

  get code(): string {
    return this.state().code;
  }

  state(): ClassState {
    return this.decisions.state;
  }

  ask(command: ClassCommand, actor: Actor): Promise<CommandAnswer> {
    this.lastUse = this.parts.now();
    return this.decisions.ask(command, actor);
  }

  inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.enqueue(work);
  }

  leadOn(): void {
    this.isOver = true;
    this.detach('next-sitting', () => true);
  }

  add(viewer: Viewer): void {
    this.lastUse = this.parts.now();
    // Whoever asked for this class just before.
    if (this.isOver) {
      viewer.detach('next-sitting');
      return;
    }
    this.viewers.add(viewer);
    if (viewer.role.kind === 'student') {
      this.presence.connect(viewer.role.studentId);
      this.conditions.cameAnew(viewer.role.studentId);
      this.shoulders.cameAnew(viewer);
      this.relay.look();
    } else this.frames.add(viewer);
    if (viewer.role.kind === 'screen') this.shoulders.spotlight(studentInSpotlight(this.state()), [viewer]);
  }

  remove(viewer: Viewer): void {
    if (!this.viewers.delete(viewer)) return;
    this.pool.forgetViewer(viewer);
    this.shoulders.forgetViewer(viewer);
    this.lastUse = this.parts.now();
    if (viewer.role.kind === 'student') {
      this.presence.disconnect(viewer.role.studentId);
      if (!this.hasPageOf(viewer.role.studentId)) this.steps.left(viewer.role.studentId);
      this.lately.left(viewer.role.studentId);
    } else this.frames.remove(viewer);
  }

  /** Another node has the class: whoever is at it here finds it there. */
  letGo(): void {
    const viewers = [...this.viewers];
    this.close();
    for (const viewer of viewers) {
      this.viewers.delete(viewer);
      viewer.hangUp();
    }
  }

  detach(code: RefusalCode, applies: (viewer: Viewer) => boolean): void {
    for (const viewer of [...this.viewers]) {
      if (!applies(viewer)) continue;
      this.remove(viewer);
      viewer.detach(code);
    }
  }

  deleteStudent(studentId: string): Promise<boolean> {
    return this.enqueue(async () => {
      if (!this.state().students[studentId]) return false;
      await this.parts.store.deleteStudent(this.id, studentId);
      await this.parts.onDeleted?.([studentId]);
      this.forget(studentId);
      await this.decisions.renew();
      this.races.look();
      this.broadcast.schedule();
      this.frames.touchWall();
      return true;
    });
  }

  /** Runs after all that was asked before; afterwards the class is no more. */
  deleteClass(): Promise<void> {
    return this.enqueue(async () => {
      await this.parts.store.deleteClass(this.id);
      await this.rounds.deleteAll();
      await this.parts.onDeleted?.(Object.keys(this.state().students));
      this.decisions.end();
      this.detach('unknown-code', () => true);
    });
  }

  isHere(studentId: string): boolean {
    return this.presence.isHere(studentId);
  }

  presentIds(): string[] {
    return Object.values(this.state().students)
      .filter(({ membership }) => isPresent(membership))
      .map(({ id }) => id);
  }

  isFull(): boolean {
    return isFull(this.state(), this.context());
  }

  /** Nobody is attached and nothing is under way. */
  isIdle(): boolean {
    return (
      this.viewers.size === 0 &&
      this.decisions.isIdle &&
      this.evaluating.size === 0 &&
      !this.races.isRunning &&
      !this.rounds.isBusy &&
      !this.leaks.isBusy &&
      !this.relay.isBusy
    );
  }

  /** Lets go of timers; the state is in the store. */
  close(): void {
    this.decisions.close();
    this.broadcast.close();
    this.frames.close();
    this.presence.close();
    this.pool.close();
    this.shoulders.close();
    this.steps.close();
    this.races.close();
    this.rounds.end();
    this.leaks.end();
    this.relay.end();
    this.observed.close();
  }

  private aggregate(at: number): ScreenFrame {
    const ids = this.insideIds();
    const done = this.conditions.doneAt(stepsOf(this.state())[this.state().stepIndex]?.id, ids);
    const product = showsProduct(this.state()) ? this.product.onWall() : null;
    return {
      ...this.telemetry.aggregate(ids, at),
      ...(done.length > 0 && { done }),
      ...(product !== null && { product }),
    };
  }

  private insideIds(): string[] {
    return Object.values(this.state().students)
      .filter(({ membership }) => membership === 'in')
      .map(({ id }) => id);
  }

  private enqueue<Result>(work: () => Promise<Result>): Promise<Result> {
    this.lastUse = this.parts.now();
    return this.decisions.inTurn(work);
  }

  private context(): DecisionContext {
    return {
      now: this.now(),
      isNicknameFit: this.parts.isNicknameFit,
      students: {
        isHere: (id) => this.lately.was(id),
        hasWorked: (id) => this.hasWorked(id),
        howIs: (id) => ({
          activity: this.telemetry.of(id).activity,
          finding: this.conditions.of(id).findings[0]?.kind ?? null,
        }),
        findingsOf: (id) => this.steps.findingsOf(id),
      },
    };
  }

  private hasWorked(studentId: string): boolean {
    return this.runs.hasAny(studentId) || this.pool.mayHaveDrawn(studentId);
  }

  /** A student is in the class no more, nor anything of it. */
  private forget(studentId: string): void {
    this.lately.forget(studentId);
    this.telemetry.forget(studentId);
    this.conditions.forget(studentId);
    this.steps.forget(studentId);
    this.wall.forget(studentId);
    this.shoulders.forget(studentId);
    this.observed.forget(studentId);
    this.runs.forgetStudent(studentId);
    this.pool.forgetStudent(studentId);
    this.rounds.forgetStudent(studentId);
    this.detach('unknown-student', ({ role }) => role.kind === 'student' && role.studentId === studentId);
  }

  /** Tells everybody of a change, and lets go of those who are no longer in. */
  private publish(before: ClassState): void {
    const after = this.state();
    if (before.phase !== after.phase && after.phase === 'ended') this.steps.over();
    if (before.stepIndex !== after.stepIndex || before.pacing !== after.pacing) this.pool.stepChanged();
    for (const viewer of [...this.viewers]) {
      const reason = reasonToGo(viewer.role, before, after, this.now());
      if (reason !== null) this.detach(reason, (one) => one === viewer);
    }
    if (before.students !== after.students) {
      for (const id of Object.keys(before.students)) if (!after.students[id]) this.forget(id);
      for (const { id, membership } of Object.values(after.students)) {
        if (before.students[id]?.membership === membership) continue;
        if (membership !== 'in') this.shoulders.forget(id);
        this.frames.touch(id);
      }
    }
    if (showsProduct(before) !== showsProduct(after)) this.frames.touchProduct();
    if (before.students !== after.students || screenChanged(before, after)) this.frames.touchWall();
    if (screenChanged(before, after)) this.shoulders.spotlight(studentInSpotlight(after), this.screens());
    this.races.look();
    this.rounds.look();
    this.leaks.look();
    this.relay.look();
    this.broadcast.schedule();
  }

  private hasPageOf(studentId: string): boolean {
    return this.pagesOf(studentId).length > 0;
  }

  /** A student's pages, the oldest first. */
  private pagesOf(studentId: string): Viewer[] {
    return [...this.viewers].filter(({ role }) => role.kind === 'student' && role.studentId === studentId);
  }

  private screens(): Viewer[] {
    return [...this.viewers].filter(({ role }) => role.kind === 'screen');
  }
}

function isPresent(membership: Membership | undefined): boolean {
  return membership === 'in' || membership === 'waiting';
}
