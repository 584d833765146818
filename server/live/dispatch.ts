import { RateLimiter } from '@/base/rate-limiter';
import { type Bucket, fullBucket, take } from '@/base/token-bucket';
import { isLinkOver, teachingRole } from '@/classroom/assistants';
import type { ClassState } from '@/classroom/state';
import { reaches } from '@/protocol/assistants';
import { type Answer, refuse } from '@/protocol/refusals';
import { ElsewhereError } from '@/server/store/elsewhere';
import { refusalOf } from '@/server/store/storage-trouble';
import type { Attachment, Connection } from './connection';
import type { EventDefinition, EventParts } from './event';
import { personOf } from './viewer';

/** A socket that goes on after this many messages were refused for their number is closed. */
const MAX_REFUSED = 2_000;

/** Told how each message ended, for the metrics. */
export type DispatchObserver = (event: string, milliseconds: number, answer: Answer) => void;

/** Has another node answer what is about a class there; null: it is to be asked for here again. */
export type Elsewhere = (
  connection: Connection,
  payload: unknown,
  where: ElsewhereError,
) => Promise<Answer | null>;

/**
 * The one door: every message of every socket comes in here, and what has a way to be answered is answered. Rate of the
 * socket, answers under way → known event → schema → attached? → may this role? → session still good? → rate of this person → handler.
 */
export class Door {
  private readonly persons: RateLimiter;
  private readonly fresh: RateLimiter;
  private readonly freshOfAddress: RateLimiter;
  private readonly refusals: RateLimiter;
  private underWay = 0;
  private stopping = false;
  private whenQuiet: (() => void)[] = [];

  constructor(
    private readonly events: Readonly<Record<string, EventDefinition>>,
    private readonly parts: EventParts,
    private readonly observe: DispatchObserver = () => undefined,
    private readonly elsewhere: Elsewhere = async () => refuse('server-stopping'),
  ) {
    this.persons = new RateLimiter(parts.bounds.messages);
    this.fresh = new RateLimiter(parts.bounds.fresh.own);
    this.freshOfAddress = new RateLimiter(parts.bounds.fresh.ofAddress);
    this.refusals = new RateLimiter(parts.bounds.refusedOfAddress);
  }

  /** Makes the entrance of one socket; call it with each event's name and arguments. Never throws. */
  entrance(connection: Connection): (name: string, args: unknown[]) => void {
    const { bounds, steady } = this.parts;
    let bucket: Bucket = fullBucket(bounds.messages, steady());
    let refused = 0;
    const mayAsk = () => {
      const now = steady();
      const place = connection.attached();
      if (place) return this.mayPersonAsk(place, connection.address, now);
      const taken = take(bucket, bounds.messages, now);
      bucket = taken.bucket;
      return taken.allowed;
    };
    return (name, args) => {
      const answer = args.at(-1);
      if (!mayAsk() || connection.underWay >= bounds.underWay) {
        refused += 1;
        this.observe(this.known(name), 0, refuse('rate-limited'));
        if (refused > MAX_REFUSED || !this.refusals.allow(connection.address, steady())) connection.hangUp();
        else if (typeof answer === 'function') answer(refuse('rate-limited'));
        return;
      }
      // Whoever does not listen for the answer breaks the protocol: nothing is done for it.
      if (typeof answer !== 'function') return;
      connection.underWay += 1;
      void this.enter(connection, name, args).then((result) => {
        connection.underWay -= 1;
        answer(result);
      });
    };
  }

  /** Lets nothing new in, and resolves when all that is under way has been answered. */
  async stop(): Promise<void> {
    this.stopping = true;
    if (this.underWay > 0) await new Promise<void>((resolve) => this.whenQuiet.push(resolve));
  }

  private async enter(connection: Connection, name: string, args: unknown[]): Promise<Answer> {
    const begun = performance.now();
    this.underWay += 1;
    let answer: Answer;
    try {
      answer = this.stopping ? refuse('server-stopping') : await this.decideSomewhere(connection, name, args);
    } catch (error) {
      const refusal = refusalOf(error);
      if (!refusal)
        this.parts.log.error({ err: error, event: name.slice(0, 40) }, 'an event could not be handled');
      answer = refusal ?? refuse('internal');
    }
    this.underWay -= 1;
    if (this.underWay === 0) for (const resolve of this.whenQuiet.splice(0)) resolve();
    this.observe(this.known(name), performance.now() - begun, answer);
    return answer;
  }

  private async decideSomewhere(connection: Connection, name: string, args: unknown[]): Promise<Answer> {
    for (;;) {
      try {
        return await this.decide(connection, name, args);
      } catch (error) {
        if (!(error instanceof ElsewhereError)) throw error;
        const answer = await this.elsewhere(connection, args[0], error);
        if (answer) return answer;
      }
    }
  }

  private mayPersonAsk({ live, role }: Attachment, address: string, now: number): boolean {
    const person = `${live.id} ${personOf(role)}`;
    if (!this.persons.allow(person, now)) return false;
    const { fresh } = this.parts.bounds;
    const joinedAt = role.kind === 'student' ? live.state().students[role.studentId]?.joinedAt : undefined;
    if (joinedAt === undefined || this.parts.clock() - joinedAt >= fresh.forMs) return true;
    return this.fresh.allow(person, now) || this.freshOfAddress.allow(address, now);
  }

  /** A name that may stand in the figures. */
  private known(name: string): string {
    return Object.hasOwn(this.events, name) ? name : 'unknown';
  }

  private async decide(connection: Connection, name: string, args: unknown[]): Promise<Answer> {
    const event = Object.hasOwn(this.events, name) ? this.events[name] : undefined;
    if (!event || args.length !== 2) return refuse('bad-request');
    const parsed = event.schema.safeParse(args[0]);
    if (!parsed.success) return refuse('bad-request');
    if (event.roles === null) return event.handle(this.parts, connection, null, parsed.data);

    const attachment = connection.attached();
    if (!attachment) return refuse('not-attached');
    const { role, live } = attachment;
    if (!event.roles.includes(role.kind)) return refuse('not-allowed');
    // Who has not been let in may take part in nothing; of commands the class decides (classroom/command-table).
    if (name !== 'command' && role.kind === 'student' && isKeptWaiting(live.state(), role.studentId))
      return refuse('student-waiting');
    if (role.kind === 'assistant') {
      if (isLinkOver(live.state(), role.assistantId, live.now())) {
        connection.detach('link-over');
        return refuse('link-over');
      }
      const teaching = teachingRole(live.state(), role, live.now());
      if (teaching === null || !reaches(teaching, event.least ?? 'lead')) return refuse('not-allowed');
    }
    if (event.limit && !live.limits[event.limit].allow(personOf(role), this.parts.steady()))
      return refuse('rate-limited');
    if (role.kind === 'teacher' || role.kind === 'screen') {
      // No session is kept in memory: signing out counts at once, on every open console.
      const session = await this.parts.auth.sessionOf(connection.headers);
      if (session?.teacherId !== role.teacherId) {
        connection.detach('not-signed-in');
        return refuse('not-signed-in');
      }
    }
    return event.handle(this.parts, connection, attachment, parsed.data);
  }
}

const isKeptWaiting = (state: ClassState, studentId: string) =>
  state.students[studentId]?.membership === 'waiting';
