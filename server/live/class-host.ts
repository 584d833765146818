import type { Logger } from 'pino';
import { GroupCommit } from '@/base/group-commit';
import { RateLimiter } from '@/base/rate-limiter';
import { SerialQueue } from '@/base/serial-queue';
import type { Actor, ClassCommand, DecisionContext } from '@/classroom/commands';
import { decide } from '@/classroom/decide';
import { isFull } from '@/classroom/forgettable';
import { historyOf } from '@/classroom/history';
import { lastMoment } from '@/classroom/last-moment';
import { screenChanged, studentInSpotlight } from '@/classroom/screen';
import type { ClassState } from '@/classroom/state';
import type { StepRecord } from '@/classroom/step-records';
import { stepsOf } from '@/classroom/steps';
import type { ClassEvent } from '@/protocol/class-event';
import type { CommandAnswer } from '@/protocol/events';
import { LIMITS } from '@/protocol/limits';
import { POOL } from '@/protocol/pool';
import { type Refusal, type RefusalCode, refuse } from '@/protocol/refusals';
import { SIGHT } from '@/protocol/sight-bounds';
import type { ScreenFrame } from '@/protocol/telemetry';
import type { Membership } from '@/protocol/views';
import { continuingClock } from '@/server/clock';
import { refusalOf } from '@/server/store/storage-trouble';
import type { Store } from '@/server/store/store';
import { ClassPool } from './class-pool';
import { ClassConditions } from './conditions';
import { FramePump } from './frames';
import { LatelyHere } from './lately-here';
import type { LiveClass } from './live-class';
import { ObservedHistory } from './observed-history';
import { Presence } from './presence';
import { reasonToGo } from './reason-to-go';
import { ReturnCodes } from './return-codes';
import type { RunLedger } from './run-ledger';
import { Shoulders } from './shoulders';
import { StepLedger } from './step-ledger';
import { ClassTelemetry } from './telemetry';
import { ViewBroadcast } from './view-broadcast';
import type { Viewer } from './viewer';
import { WallStudents } from './wall-students';

/** How often a decision is made again because somebody else saved first. */
const MAX_ATTEMPTS = 5;

export interface HostParts {
  store: Store;
  now: () => number;
  /** Milliseconds that no setting of the clock changes; without it the process's own. */
  steady?: () => number;
  isNicknameFit: DecisionContext['isNicknameFit'];
  log: Logger;
  /** The server's own, from which what is hidden is drawn. */
  secret: string;
  /** Told of students that were deleted, to let go of what is kept of them elsewhere than in the store. */
  onDeleted?: (studentIds: readonly string[]) => Promise<void>;
}

/** A command that waits for its decision. */
interface Asked {
  command: ClassCommand;
  actor: Actor;
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
  };
  readonly returnCodes = new ReturnCodes();
  readonly telemetry: ClassTelemetry;
  readonly conditions: ClassConditions;
  readonly steps: StepLedger;
  readonly pool: ClassPool;
  readonly shoulders = new Shoulders({
    viewersOf: (id) =>
      [...this.viewers].filter(({ role }) => role.kind === 'student' && role.studentId === id),
    isIn: (id) => this.current.students[id]?.membership === 'in',
  });
  private readonly presence: Presence;
  private readonly lately: LatelyHere;
  private readonly observed: ObservedHistory;
  private readonly frames: FramePump;
  private readonly wall = new WallStudents(
    () => this.current,
    () => this.telemetry,
  );
  private readonly broadcast: ViewBroadcast;
  /** What is decided for a class always sees what was decided before. */
  private readonly turns = new SerialQueue();
  private readonly commands = new GroupCommit((asked: Asked[]) => this.decideAndSave(asked), {
    turns: this.turns,
  });
  private deleted = false;
  private isOver = false;
  /** When somebody was last here or asked for something. */
  lastUse: number;
  readonly now: () => number;

  constructor(
    private current: ClassState,
    readonly runs: RunLedger,
    private readonly parts: HostParts,
    stepRecords: readonly StepRecord[] = [],
  ) {
    this.lastUse = parts.now();
    this.lately = new LatelyHere((id) => this.isHere(id), parts.steady ?? (() => performance.now()));
    this.now = continuingClock(parts.now, Math.max(lastMoment(current), runs.lastMoment()));
    this.frames = new FramePump({
      now: this.now,
      studentCount: () => this.presentIds().length,
      isWatched: (id) => isPresent(this.current.students[id]?.membership),
      telemetryOf: (id) => this.telemetry.of(id),
      conditionOf: (id) => this.conditions.of(id),
      aggregate: (at) => this.aggregate(at),
      wall: this.wall,
    });
    this.observed = new ObservedHistory({
      now: this.now,
      state: () => this.current,
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
      state: () => this.current,
      isHere: (viewer) => this.viewers.has(viewer),
      counted: (count) => this.observed.pool(count),
    });
    this.broadcast = new ViewBroadcast(
      this.viewers,
      () => this.current,
      (id) => this.isHere(id),
    );
  }

  get id(): string {
    return this.current.id;
  }

  get code(): string {
    return this.current.code;
  }

  state(): ClassState {
    return this.current;
  }

  ask(command: ClassCommand, actor: Actor): Promise<CommandAnswer> {
    this.lastUse = this.parts.now();
    return this.commands.add({ command, actor });
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
    } else this.frames.add(viewer);
    if (viewer.role.kind === 'screen') this.shoulders.spotlight(studentInSpotlight(this.current), [viewer]);
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

  detach(code: RefusalCode, applies: (viewer: Viewer) => boolean): void {
    for (const viewer of [...this.viewers]) {
      if (!applies(viewer)) continue;
      this.remove(viewer);
      viewer.detach(code);
    }
  }

  deleteStudent(studentId: string): Promise<boolean> {
    return this.enqueue(async () => {
      if (!this.current.students[studentId]) return false;
      await this.parts.store.deleteStudent(this.id, studentId);
      await this.parts.onDeleted?.([studentId]);
      this.forget(studentId);
      await this.reload();
      // Viewers drop a view that is not newer than theirs: the class without the student needs a version of its own.
      const before = this.current;
      const after = { ...before, version: before.version + 1 };
      if ((await this.parts.store.saveClass(before, after)) === 'saved') this.current = after;
      else await this.reload();
      this.broadcast.schedule();
      this.frames.touchWall();
      return true;
    });
  }

  /** Runs after all that was asked before; afterwards the class is no more. */
  deleteClass(): Promise<void> {
    return this.enqueue(async () => {
      await this.parts.store.deleteClass(this.id);
      await this.parts.onDeleted?.(Object.keys(this.current.students));
      this.deleted = true;
      this.detach('unknown-code', () => true);
    });
  }

  isHere(studentId: string): boolean {
    return this.presence.isHere(studentId);
  }

  presentIds(): string[] {
    return Object.values(this.current.students)
      .filter(({ membership }) => isPresent(membership))
      .map(({ id }) => id);
  }

  isFull(): boolean {
    return isFull(this.current, this.context());
  }

  /** Nobody is attached and nothing is under way. */
  isIdle(): boolean {
    return this.viewers.size === 0 && this.turns.size === 0 && this.evaluating.size === 0;
  }

  /** Lets go of timers; the state is in the store. */
  close(): void {
    this.broadcast.close();
    this.frames.close();
    this.presence.close();
    this.pool.close();
    this.shoulders.close();
    this.steps.close();
    this.observed.close();
  }

  private aggregate(at: number): ScreenFrame {
    const ids = this.insideIds();
    const done = this.conditions.doneAt(stepsOf(this.current)[this.current.stepIndex]?.id, ids);
    return { ...this.telemetry.aggregate(ids, at), ...(done.length > 0 && { done }) };
  }

  private insideIds(): string[] {
    return Object.values(this.current.students)
      .filter(({ membership }) => membership === 'in')
      .map(({ id }) => id);
  }

  private enqueue<Result>(work: () => Promise<Result>): Promise<Result> {
    this.lastUse = this.parts.now();
    return this.turns.run(work);
  }

  /**
   * Decides all that has been asked by now, one after another, and saves the outcome once: thirty students who join in
   * the same moment cost one commit. Nobody is answered before it, and everybody is answered.
   */
  private async decideAndSave(asked: readonly Asked[]): Promise<CommandAnswer[]> {
    let answers: CommandAnswer[] | null = null;
    let refusal: Refusal | null = null;
    try {
      for (let attempt = 0; attempt < MAX_ATTEMPTS && !answers; attempt += 1)
        answers = await this.tryToSave(asked);
    } catch (error) {
      refusal = refusalOf(error);
      if (!refusal) this.parts.log.error({ err: error, classId: this.id }, 'a class could not be saved');
    }
    const unanswered = refusal ?? refuse('internal');
    return answers ?? asked.map(() => unanswered);
  }

  /** The answers once they hold; null if somebody else has saved in the meantime. */
  private async tryToSave(asked: readonly Asked[]): Promise<CommandAnswer[] | null> {
    if (this.deleted) return asked.map(() => refuse('unknown-code'));
    const before = this.current;
    const { answers, after, events } = this.decideAll(before, asked);
    if (after === before) return answers;
    if ((await this.parts.store.saveClass(before, after, events)) === 'saved') {
      this.current = after;
      this.publish(before);
      return answers;
    }
    this.parts.log.warn(
      { classId: this.id, version: before.version },
      'the stored class is newer: read again',
    );
    await this.reload();
    return null;
  }

  private decideAll(
    before: ClassState,
    asked: readonly Asked[],
  ): { answers: CommandAnswer[]; after: ClassState; events: ClassEvent[] } {
    let after = before;
    const events: ClassEvent[] = [];
    const answers = asked.map(({ command, actor }): CommandAnswer => {
      const context = this.context();
      const decision = decide(after, command, actor, context);
      if (!decision.ok) return decision;
      events.push(...historyOf(after, decision.state, context.now));
      after = decision.state;
      return { ok: true, version: after.version };
    });
    return { answers, after, events };
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
    this.detach('unknown-student', ({ role }) => role.kind === 'student' && role.studentId === studentId);
  }

  private async reload(): Promise<void> {
    const stored = await this.parts.store.loadClass(this.id);
    if (stored) this.current = stored;
    else this.deleted = true;
  }

  /** Tells everybody of a change, and lets go of those who are no longer in. */
  private publish(before: ClassState): void {
    const after = this.current;
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
    if (before.students !== after.students || screenChanged(before, after)) this.frames.touchWall();
    if (screenChanged(before, after)) this.shoulders.spotlight(studentInSpotlight(after), this.screens());
    this.broadcast.schedule();
  }

  private hasPageOf(studentId: string): boolean {
    return [...this.viewers].some(({ role }) => role.kind === 'student' && role.studentId === studentId);
  }

  private screens(): Viewer[] {
    return [...this.viewers].filter(({ role }) => role.kind === 'screen');
  }
}

function isPresent(membership: Membership | undefined): boolean {
  return membership === 'in' || membership === 'waiting';
}
