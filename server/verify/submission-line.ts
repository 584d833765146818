import type { Logger } from 'pino';
import type { Actor, ClassCommand } from '@/classroom/commands';
import { networksToDrop } from '@/classroom/kept-networks';
import { scoredSubmission } from '@/classroom/scoring';
import type { ClassState } from '@/classroom/state';
import { readWeights, type WeightFault, weightBytes } from '@/engine/verify/check-weights';
import { repetitionOperations, scoringOperations } from '@/engine/verify/cost';
import type { CommandAnswer } from '@/protocol/events';
import { LIMITS } from '@/protocol/limits';
import { type Answer, type Refusal, type RefusalCode, refuse } from '@/protocol/refusals';
import type { SubmissionScored, SubmissionStatus } from '@/protocol/submission';
import { ElsewhereError } from '@/server/store/elsewhere';
import { StorageError } from '@/server/store/storage-trouble';
import type { Store } from '@/server/store/store';
import type { FailedTries, Failures } from './failures';
import { halfSeed } from './half-seed';
import { ScoringTurns } from './scoring-turns';
import type { HandedInWeights, Spool, UploadFault } from './spool';
import type { Verifier } from './verifier';

/** What the line needs of a class that goes on. */
interface ScoredClass {
  state(): ClassState;
  /** Decides a command after those before it; resolves after the commit. */
  ask(command: ClassCommand, actor: Actor): Promise<CommandAnswer>;
  /** Submissions of a student that are on the way, wait or are being scored. */
  readonly evaluating: Map<string, number>;
}

/** What the line needs of the live classes. */
export interface LineClasses {
  byId(id: string): Promise<ScoredClass | null>;
}

/** How the scoring of one submission ended. */
export type Outcome = Answer<SubmissionScored>;

interface Entry {
  handedIn: HandedInWeights;
  bytes: number;
  /** Operations of scoring it, and of training it again where the class asks for that. */
  cost: number;
  settled: Promise<Outcome>;
  settle: (outcome: Outcome) => void;
}

export const FAULT_CODES: Record<WeightFault, RefusalCode> = {
  'wrong-length': 'weights-wrong-length',
  'not-finite': 'weights-not-finite',
  'too-large': 'weights-too-large',
};

/** And of uploads that did not come whole. */
export const UPLOAD_CODES: Record<UploadFault, RefusalCode> = {
  'too-large': 'upload-too-large',
  'too-slow': 'upload-too-slow',
  broken: 'bad-request',
};

/** Failures that took a thread's time, and were the network's own doing. */
const COSTLY = new Set<RefusalCode>(['verifier-failed', 'weights-not-finite', 'not-reproduced']);

/** Outcomes that are remembered for those who ask later; scores are also in the class's state, for ever. */
const MOST_OUTCOMES = 5_000;
/** What scoring takes at first guess, milliseconds for one of common size; then as it was measured. */
const FIRST_GUESS_MS = 300;
/** Until a storage that took nothing is tried again. */
const STORAGE_MS = 3_000;
/** Between two looks whether a class that is at another node can be had here. */
const ELSEWHERE_MS = 10_000;
const LEAST_ASK_MS = 1_000;
const MOST_ASK_MS = 15_000;

/**
 * Every submission that waits to be scored, over all classes, in fair turns by class and then by student, weighed by what
 * each costs. They wait on disk; what is in memory is what the threads work on. Whoever asks hears how many come first.
 */
export class SubmissionLine {
  private readonly turns = new ScoringTurns<Entry>();
  private readonly entries = new Map<string, Entry>();
  private readonly outcomes = new Map<string, { studentId: string; outcome: Outcome }>();
  private readonly recording = new Set<Promise<unknown>>();
  private places: Map<string, number> | null = null;
  private running = 0;
  private usualMs = FIRST_GUESS_MS;
  private stopped = false;

  constructor(
    private readonly parts: {
      verifier: Verifier;
      spool: Spool;
      failures: Failures;
      store: Pick<Store, 'saveWeights' | 'dropWeights'>;
      classes: LineClasses;
      /** The server's own: of it each class's private half is drawn. */
      secret: string;
      clock: () => number;
      log: Logger;
    },
  ) {}

  /** Takes up what an earlier server left waiting. */
  async resume(): Promise<void> {
    await this.parts.failures.read();
    const left = await this.parts.spool.left();
    for (const handedIn of left) await this.takeUp(handedIn);
    if (left.length > 0)
      this.parts.log.info({ submissions: left.length }, 'submissions that waited are scored now');
  }

  /** What is about a class at another node waits until nobody uses that there any more. */
  private async takeUp(handedIn: HandedInWeights): Promise<void> {
    if (this.stopped) return;
    const { classes, spool, log } = this.parts;
    try {
      const live = await classes.byId(handedIn.classId);
      if (live && !this.stopped) void this.enter(live, handedIn);
      else if (!live) await spool.drop(handedIn.id);
    } catch (error) {
      if (!(error instanceof ElsewhereError)) throw error;
      const again = () =>
        void this.takeUp(handedIn).catch((failure: unknown) => {
          log.error({ err: failure }, 'a submission that waited could not be taken up again');
        });
      setTimeout(again, ELSEWHERE_MS).unref();
    }
  }

  /** Puts a submission whose weights are in the spool in the line. */
  enter(live: ScoredClass, handedIn: HandedInWeights): Promise<Outcome> {
    let settle: Entry['settle'] = () => undefined;
    const settled = new Promise<Outcome>((resolve) => {
      settle = resolve;
    });
    const { experiment } = handedIn;
    const repeated = repeatedTo(live.state(), handedIn);
    const cost =
      scoringOperations(experiment) + (repeated === null ? 0 : repetitionOperations(experiment, repeated));
    const entry = { handedIn, bytes: weightBytes(experiment), cost, settled, settle };
    this.entries.set(handedIn.id, entry);
    live.evaluating.set(handedIn.studentId, (live.evaluating.get(handedIn.studentId) ?? 0) + 1);
    this.queue(entry);
    return settled;
  }

  /** What there is to tell a student of a submission: its place, its outcome, or that it is not (or no longer) known. */
  async tell(live: ScoredClass, studentId: string, id: string): Promise<Answer<SubmissionStatus>> {
    const entry = this.entries.get(id);
    if (entry) return entry.handedIn.studentId === studentId ? this.place(entry) : refuse('submission-lost');
    const known = this.outcomes.get(id);
    if (known?.studentId === studentId) return known.outcome;
    const score = scoredSubmission(live.state(), studentId, id);
    return score ? { ok: true, ...score, milliseconds: 0 } : refuse('submission-lost');
  }

  /** The outcome when it comes; null: not in this time. */
  async outcomeWithin(id: string, milliseconds: number): Promise<Outcome | null> {
    const entry = this.entries.get(id);
    if (!entry) return this.outcomes.get(id)?.outcome ?? null;
    if (this.stopped) return null;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), milliseconds);
      timer.unref();
    });
    const outcome = await Promise.race([entry.settled, late]);
    clearTimeout(timer);
    return outcome;
  }

  /** Whether a submission of this id waits, whosever it is. */
  knows(id: string): boolean {
    return this.entries.has(id);
  }

  failuresOf(studentId: string): FailedTries | null {
    return this.parts.failures.of(studentId);
  }

  /** Whether so many more bytes may wait, for this class. */
  hasRoom(classId: string, bytes: number): boolean {
    let all = bytes;
    let own = bytes;
    for (const entry of this.entries.values()) {
      all += entry.bytes;
      if (entry.handedIn.classId === classId) own += entry.bytes;
    }
    return all <= LIMITS.bytesWaiting && own <= LIMITS.bytesWaitingPerClass;
  }

  /** Submissions that wait or are being scored. */
  length(): number {
    return this.entries.size;
  }

  /** Begins no more; what waits stays on disk. Resolves when nothing is being recorded. */
  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.recording);
    for (const { settle } of this.entries.values()) settle(refuse('server-stopping'));
  }

  private place(entry: Entry): Answer<SubmissionStatus> {
    const { id, runId } = entry.handedIn;
    this.places ??= new Map(this.turns.order().map(({ handedIn }, index) => [handedIn.id, index]));
    const index = this.places.get(id);
    const before = index === undefined ? 0 : index + this.running;
    const askAgainMs = Math.round(
      Math.min(MOST_ASK_MS, Math.max(LEAST_ASK_MS, ((before + 1) * this.usualMs) / (2 * this.lanes))),
    );
    return { ok: true, submissionId: id, runId, waiting: { before, askAgainMs } };
  }

  /** As many at a time as the verifier works on. */
  private get lanes(): number {
    return this.parts.verifier.lanes ?? LIMITS.studentsPerClass;
  }

  private next(): void {
    while (!this.stopped && this.running < this.lanes) {
      const entry = this.turns.take();
      if (entry === null) return;
      this.places = null;
      this.running += 1;
      void this.serve(entry);
    }
  }

  private async serve(entry: Entry): Promise<void> {
    const { handedIn } = entry;
    const begun = performance.now();
    let outcome: Outcome | null;
    try {
      outcome = await this.score(handedIn);
    } catch (error) {
      if (error instanceof StorageError) return this.putBack(entry);
      if (error instanceof ElsewhereError) return this.putOff(entry);
      this.parts.log.error({ err: error, classId: handedIn.classId }, 'a submission could not be scored');
      outcome = refuse('internal');
    }
    this.running -= 1;
    // Left for the next server.
    if (outcome === null) return;
    this.usualMs += (performance.now() - begun - this.usualMs) / 8;
    if (!outcome.ok && COSTLY.has(outcome.code))
      await this.parts.failures.note(handedIn.studentId, handedIn.submittedAt);
    this.entries.delete(handedIn.id);
    this.remember(handedIn, outcome);
    await this.leave(handedIn);
    entry.settle(outcome);
    this.next();
  }

  /** The storage takes nothing just now: what waits goes on waiting. */
  private putBack(entry: Entry): void {
    const again = setTimeout(() => {
      this.running -= 1;
      this.queue(entry);
    }, STORAGE_MS);
    again.unref();
  }

  /** Another node has taken the class over: nobody waits for it. */
  private putOff(entry: Entry): void {
    this.running -= 1;
    setTimeout(() => this.queue(entry), ELSEWHERE_MS).unref();
    this.next();
  }

  private queue(entry: Entry): void {
    const { classId, studentId } = entry.handedIn;
    this.turns.add({ group: classId, owner: studentId, cost: entry.cost }, entry);
    this.places = null;
    this.next();
  }

  /** Null: the server is stopping, and nothing was decided. */
  private async score(handedIn: HandedInWeights): Promise<Outcome | null> {
    const { verifier, spool, store, classes, clock } = this.parts;
    const { id, classId, studentId, runId, experiment, submittedAt, updates } = handedIn;
    const live = await classes.byId(classId);
    const student = live?.state().students[studentId];
    if (!live || !student) return refuse('unknown-student');
    if (student.membership === 'banned') return refuse('student-banned');
    if (student.membership === 'removed') return refuse('student-removed');
    const body = await spool.read(id);
    if (body === null) return refuse('submission-lost');
    const weights = readWeights(experiment, body);
    if (typeof weights === 'string') return refuse(FAULT_CODES[weights]);
    const repeated = repeatedTo(live.state(), handedIn);
    const verified = await verifier.evaluate({
      ...{ experiment, weights },
      ...(live.state().ownHalf && { ownHalf: halfSeed(this.parts.secret, classId) }),
      ...(repeated !== null && { trainedTo: repeated }),
    });
    if (this.stopped) return null;
    if (!verified.ok) return verified.code === 'server-stopping' ? null : verified;
    const { publicAccuracy, privateAccuracy, right, milliseconds, reproduction } = verified;
    if (reproduction === 'other') return refuse('not-reproduced');
    const checked = live.state().reproduce ? { reproduced: reproduction === 'same' } : {};
    const record = async (): Promise<Refusal | null> => {
      await store.saveWeights(runId, body, clock());
      const score = {
        ...{ id, studentId, runId, experiment, publicAccuracy, privateAccuracy, submittedAt },
        right,
        ...checked,
        ...(updates !== undefined && { updates }),
      };
      const recorded = await live.ask({ type: 'score:record', score }, { kind: 'server' });
      if (!recorded.ok) return recorded;
      await this.keepWithinBudget(live.state(), studentId);
      return null;
    };
    const recorded = record();
    this.recording.add(recorded);
    const refusal = await recorded.finally(() => this.recording.delete(recorded));
    // The class is at another node by now.
    if (refusal?.code === 'server-stopping') throw new StorageError('unreachable');
    if (refusal) return refusal;
    const scored = scoredSubmission(live.state(), studentId, id);
    return scored ? { ok: true, ...scored, milliseconds } : refuse('internal');
  }

  /** What was handed in before may go for it: it is scored all the same. */
  private async keepWithinBudget(state: ClassState, studentId: string): Promise<void> {
    const dropped = networksToDrop(
      state,
      studentId,
      ({ experiment }) => weightBytes(experiment),
      LIMITS.networkBytesPerStudent,
    );
    if (dropped.length > 0) await this.parts.store.dropWeights(dropped);
  }

  private async leave({ id, classId, studentId }: HandedInWeights): Promise<void> {
    const live = await this.parts.classes.byId(classId).catch(() => null);
    const pending = (live?.evaluating.get(studentId) ?? 1) - 1;
    if (pending > 0) live?.evaluating.set(studentId, pending);
    else live?.evaluating.delete(studentId);
    await this.parts.spool.drop(id).catch((error: unknown) => {
      this.parts.log.warn({ err: error }, 'a submission that is scored could not be removed from the disk');
    });
  }

  private remember({ id, studentId }: HandedInWeights, outcome: Outcome): void {
    this.outcomes.set(id, { studentId, outcome });
    if (this.outcomes.size > MOST_OUTCOMES) this.outcomes.delete(this.outcomes.keys().next().value!);
  }
}

/** Up to which step a run is trained again; null: the class does not ask for it, nobody says that it can be, or it would take too long. */
function repeatedTo(
  { reproduce }: Pick<ClassState, 'reproduce'>,
  { experiment, trainedTo }: HandedInWeights,
): number | null {
  if (!reproduce || trainedTo === undefined) return null;
  return repetitionOperations(experiment, trainedTo) <= LIMITS.operationsPerRepetition ? trainedTo : null;
}
