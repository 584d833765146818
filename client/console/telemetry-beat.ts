import { Listeners } from '@/base/listeners';
import { Pump } from '@/base/pump';
import type { ClassSession } from '@/client/live/class-session';
import type { TeacherView } from '@/protocol/views';

/** Milliseconds between two times at which what is in sight is drawn anew: often enough to be live, seldom enough to be read. */
export const BEAT_MS = 500;
/** Of a slow computer's time drawing may take one part in so many: the pace follows what a beat costs there. */
const MOST_OF_TIME = 8;
/** However slow it is, what is in sight is never older. */
const LONGEST_BEAT_MS = 2_000;
/** After a beat that was for one thing alone the next one is never sooner. */
const LEAST_REST_MS = 100;
/** What is worked out of the whole class joins the beat in which it is nearly due: one drawing costs less than two. */
const NEARLY_MS = BEAT_MS / 2;
/** So many in sight are drawn in one beat; where more are, small cards of a large class, they take turns, who has waited longest first. */
export const MOST_IN_SIGHT = 8;
/** Within so many beats everybody out of sight has had a turn, too: what is read out, searched or scrolled to is never older. */
export const ROUND_BEATS = 20;

/** What is worked out of the whole class: at most once in `everyMs`. */
interface Summary {
  everyMs: number;
  tell: () => void;
  toldAt: number;
  /** Something has come since. */
  owed: boolean;
}

/** Milliseconds from one beat to the next. @param costMs how long a beat takes to be drawn */
function pauseFor(costMs: number): number {
  return Math.min(LONGEST_BEAT_MS, Math.max(BEAT_MS, MOST_OF_TIME * costMs));
}

/**
 * The live values of students at a pace that a screen can show: those in sight are told of twice a second at most, and in
 * turns where they are many; all others in turns. So a frame costs what the person sees of it, however large the class is; and where that
 * is much, since the computer is slow or does other things, it is drawn less often.
 */
export class TelemetryBeat {
  private readonly followers = new Map<string, Listeners>();
  private readonly inSight = new Map<string, number>();
  /** Students of whom something new has come; who has waited longest stands first. */
  private readonly changed = new Set<string>();
  private readonly summaries = new Set<Summary>();
  private joined: (() => void)[] = [];
  private readonly lonely = new Set<() => void>();
  private wasAlone = false;
  private readonly pump = new Pump(
    () => this.pause(),
    () => this.beat(),
  );
  private stop: (() => void) | null = null;
  private costMs = 0;

  /** @param timeDrawing tells, once it is known, how long what has just been set off took to be drawn */
  constructor(
    private readonly session: Pick<ClassSession<TeacherView>, 'subscribeTelemetry'>,
    private readonly timeDrawing: (done: (milliseconds: number) => void) => void,
  ) {}

  /** Told after something new of a student has come; returns the way to stop. */
  follow(studentId: string, listener: () => void): () => void {
    this.open();
    const listeners = this.followers.get(studentId) ?? new Listeners();
    this.followers.set(studentId, listeners);
    const leave = listeners.add(listener);
    return () => {
      leave();
      if (listeners.size === 0 && this.followers.get(studentId) === listeners)
        this.followers.delete(studentId);
      this.closeIfIdle();
    };
  }

  /** Told after something new of anybody has come, at most once in `everyMs`; returns the way to stop. */
  sum(everyMs: number, tell: () => void): () => void {
    this.open();
    const summary: Summary = { everyMs, tell, toldAt: Number.NEGATIVE_INFINITY, owed: false };
    this.summaries.add(summary);
    return () => {
      this.summaries.delete(summary);
      this.closeIfIdle();
    };
  }

  /** Something that shows this student is in sight until the returned function is called. */
  see(studentId: string): () => void {
    this.inSight.set(studentId, (this.inSight.get(studentId) ?? 0) + 1);
    if (this.changed.has(studentId)) this.pump.ask();
    return () => {
      const left = (this.inSight.get(studentId) ?? 1) - 1;
      if (left === 0) this.inSight.delete(studentId);
      else this.inSight.set(studentId, left);
    };
  }

  /** Does something with the next beat, now or in a moment: one drawing costs less than two. */
  join(act: () => void): void {
    this.joined.push(act);
    this.pump.ask();
  }

  /**
   * Does something in a beat of its own, once however often it is asked for before that: what costs much, as putting cards in order, is not
   * to be one task with all that is drawn anyway. Whoever waits is told in the next one.
   */
  alone(act: () => void): void {
    this.lonely.add(act);
    this.pump.ask();
  }

  /** Milliseconds to the next beat. */
  private pause(): number {
    const usual = pauseFor(this.costMs);
    // What is in sight waits a beat longer, but no longer than on the slowest computer.
    return this.wasAlone ? Math.max(LEAST_REST_MS, Math.min(usual, LONGEST_BEAT_MS - usual)) : usual;
  }

  private take(changed: readonly string[] | null): void {
    for (const id of changed ?? this.followers.keys()) if (this.followers.has(id)) this.changed.add(id);
    for (const summary of this.summaries) summary.owed = true;
    this.askIfOwed();
  }

  private beat(): void {
    this.timeDrawing((milliseconds) => {
      // One that is dear for once, as when cards are put in order, counts half.
      this.costMs = (this.costMs + milliseconds) / 2;
    });
    const [act] = this.lonely;
    this.wasAlone = act !== undefined;
    if (act) {
      this.lonely.delete(act);
      act();
      this.askIfOwed();
      return;
    }
    const joined = this.joined;
    this.joined = [];
    for (const act of joined) act();
    let turns = Math.ceil((this.followers.size - this.inSight.size) / ROUND_BEATS);
    let seen = MOST_IN_SIGHT;
    for (const id of [...this.changed]) {
      if ((this.inSight.has(id) ? seen-- : turns--) <= 0) continue;
      this.changed.delete(id);
      this.followers.get(id)?.tell();
    }
    const now = performance.now();
    for (const summary of this.summaries) {
      if (!summary.owed || now < summary.toldAt + summary.everyMs - NEARLY_MS) continue;
      summary.owed = false;
      summary.toldAt = now;
      summary.tell();
    }
    this.askIfOwed();
  }

  private askIfOwed(): void {
    const waits = this.changed.size > 0 || this.joined.length > 0 || this.lonely.size > 0;
    if (waits || [...this.summaries].some(({ owed }) => owed)) this.pump.ask();
  }

  private open(): void {
    this.stop ??= this.session.subscribeTelemetry((changed) => this.take(changed));
  }

  private closeIfIdle(): void {
    if (this.followers.size > 0 || this.summaries.size > 0) return;
    this.stop?.();
    this.stop = null;
    this.changed.clear();
    // What has joined is still to be done, whoever else is gone.
    if (this.joined.length === 0 && this.lonely.size === 0) this.pump.close();
  }
}
