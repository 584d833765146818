import { isThrough } from '@/classroom/relays';
import { relayStart, relayUndisturbed } from '@/engine/together/relay-network';
import { type Answer, refuse } from '@/protocol/refusals';
import type { Relay, RelayTeamRecord } from '@/protocol/relay';
import { isCaseRight, LOSS_EVERY, RELAY_CASES, RELAY_MARGIN } from '@/protocol/relay-settings';
import { stepsAllowed, type UnitSent } from '@/protocol/relay-unit';
import { NetworkPass } from './relay-pass';
import type { Viewer } from './viewer';

/** Milliseconds that a device has for its message; then somebody else takes the seat. */
const ANSWER_MS = 3_000;

/** What a team is told by, and what it does. */
interface TeamMeans {
  relay(): Relay;
  at: number;
  /** The newest page of a student; null: there is none. */
  pageOf(studentId: string): Viewer | null;
  isHere(studentId: string): boolean;
  /** Steady, in milliseconds. */
  steady(): number;
  /** A seat wants somebody else. @param isSlow whether whoever sits there has not answered in time */
  replace(team: number, seat: number, isSlow: boolean): void;
  changed(): void;
}

/** Whom a seat's message was asked of, and when. */
interface Asked {
  studentId: string;
  page: Viewer | null;
  at: number;
}

/** One network of students as it works: asks each unit in its turn, compares what comes, and goes on. */
export class RelayTeamRun {
  readonly record: RelayTeamRecord;
  private pass: NetworkPass | null = null;
  private beganAt = Number.NEGATIVE_INFINITY;
  /** Weights with which the last pass was done by hand; null: none was. */
  private doneWith: readonly number[] | null = null;
  private readonly asked = new Map<number, Asked>();
  /** The pages that have their unit's weights. */
  private readonly knownTo = new Map<number, Viewer>();

  constructor(private readonly means: TeamMeans) {
    const { way, hidden } = means.relay();
    const { seed, weights, steps, answers, losses, solvedAt, messages, refused, same } = this.kept();
    const begun = weights.length > 0 ? weights : [...relayStart(way, hidden, seed)];
    this.record = {
      ...{ steps, answers, losses, solvedAt, messages, refused, same },
      weights: way === 'hand' ? null : [...begun],
    };
  }

  /** Goes on as far as it can. @param interval milliseconds between the beginnings of two passes @returns when it is to be looked at again, by the steady clock; null: when something has happened */
  look(goes: boolean, interval: number): number | null {
    if (!goes) {
      // Whoever is asked again later has the time for it then.
      this.asked.clear();
      this.knownTo.clear();
      return null;
    }
    this.seatWhoIsThere();
    const now = this.means.steady();
    if (this.pass === null) {
      if (!this.wantsPass()) return null;
      if (now < this.beganAt + interval) return this.beganAt + interval;
      this.begin(now);
    }
    this.askMissing(now);
    return this.nextDeadline();
  }

  /** A device's message. */
  take(studentId: string, sent: UnitSent): Answer {
    const { pass, record } = this;
    if (this.kept().seats[sent.seat] !== studentId) return refuse('not-your-seat');
    if (pass === null || sent.step !== pass.step || sent.phase !== pass.phase || !pass.missing.has(sent.seat))
      return refuse('unit-over');
    if (!pass.isRight(sent)) {
      record.refused += 1;
      this.means.changed();
      return refuse('not-the-engines');
    }
    record.messages += 1;
    this.arrived(sent.seat);
    return { ok: true };
  }

  /** Compares with a network in which nobody ever left, once it is over. */
  compare(): void {
    const { way, hidden } = this.means.relay();
    const { record } = this;
    if (way === 'hand' || record.same !== null) return;
    const alone = relayUndisturbed(hidden, this.kept().seed, record.steps);
    record.same = record.weights!.every((weight, at) => weight === alone[at]);
    this.means.changed();
  }

  private kept() {
    return this.means.relay().teams[this.means.at]!;
  }

  private weights(): readonly number[] {
    return this.record.weights ?? this.kept().weights;
  }

  private wantsPass(): boolean {
    const { way, until } = this.means.relay();
    if (way === 'hand') return this.doneWith !== this.kept().weights;
    return this.record.steps < until && !isThrough(this.record);
  }

  private begin(now: number): void {
    const { id: relayId, way, hidden } = this.means.relay();
    this.beganAt = now;
    this.asked.clear();
    this.pass = new NetworkPass(
      { relayId, way, hidden, team: this.means.at },
      this.record.steps,
      this.weights(),
    );
  }

  /** Seats that nobody works in are offered to whoever is there; the server works meanwhile. */
  private seatWhoIsThere(): void {
    for (const [seat, id] of this.kept().seats.entries())
      if (id === null || !this.means.isHere(id)) this.means.replace(this.means.at, seat, false);
  }

  private askMissing(now: number): void {
    for (const seat of [...(this.pass?.missing ?? [])]) {
      const studentId = this.kept().seats[seat] ?? null;
      if (studentId === null) {
        this.arrived(seat);
        continue;
      }
      const before = this.asked.get(seat);
      const page = this.means.pageOf(studentId);
      if (before?.studentId !== studentId || (page !== null && before.page !== page))
        this.ask(seat, studentId, page, now);
      else if (now >= before.at + ANSWER_MS) this.means.replace(this.means.at, seat, true);
    }
  }

  private ask(seat: number, studentId: string, page: Viewer | null, now: number): void {
    const { way } = this.means.relay();
    const knows = way === 'gradient' && page !== null && this.knownTo.get(seat) === page;
    const before = this.asked.get(seat);
    // A page that was opened anew has no more time than the one before.
    this.asked.set(seat, { studentId, page, at: before?.studentId === studentId ? before.at : now });
    if (page === null) return;
    page.sendUnit(this.pass!.asked(seat, !knows));
    this.knownTo.set(seat, page);
  }

  private nextDeadline(): number | null {
    const times = [...(this.pass?.missing ?? [])].flatMap((seat) => this.asked.get(seat)?.at ?? []);
    return times.length === 0 ? null : Math.min(...times) + ANSWER_MS;
  }

  /** A seat's message is there, or the server has done its work. */
  private arrived(seat: number): void {
    const { pass } = this;
    if (pass === null) return;
    this.asked.delete(seat);
    if (pass.came(seat)) this.finish(pass);
    this.means.changed();
  }

  private finish(pass: NetworkPass): void {
    const { record } = this;
    const { answers, loss, next } = pass.expected;
    const { way } = this.means.relay();
    this.pass = null;
    this.doneWith = pass.weights;
    record.answers = answers;
    if (way === 'gradient' && record.steps % LOSS_EVERY === 0)
      record.losses = [...record.losses, Math.round(loss * 1e4) / 1e4];
    record.solvedAt ??= isSolved(way, answers) ? record.steps : null;
    record.steps = Math.min(record.steps + 1, stepsAllowed(way));
    if (way === 'gradient') record.weights = [...next];
  }
}

/** All four cases answered: by hand on the right side, learned ones by a margin. */
function isSolved(way: Relay['way'], answers: readonly number[]): boolean {
  return answers.every((answer, at) =>
    way === 'hand' ? isCaseRight(answer, at) : Math.abs(answer - RELAY_CASES[at]!.target) < RELAY_MARGIN,
  );
}
