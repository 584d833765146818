import { type Logger, pino } from 'pino';
import { RateLimiter } from '@/base/rate-limiter';
import { type Answer, REFUSAL_CODES } from '@/protocol/refusals';
import { BOUNDS } from '@/server/live/bounds';
import { Connection } from '@/server/live/connection';
import { Door } from '@/server/live/dispatch';
import type { EventParts } from '@/server/live/event';
import { ALL_EVENTS } from '@/server/live/events/all-events';
import { FairTurns } from '@/server/live/fair-turns';
import { Groups } from '@/server/live/groups';
import { Guesses } from '@/server/live/guesses';
import { LiveClasses } from '@/server/live/live-classes';
import type { RemoteStore } from '@/server/store/remote-store';
import { RoomLeases } from '@/server/store/room-leases';
import { StorageHealth } from '@/server/store/storage-health';
import type { Store } from '@/server/store/store';
import { watchedStore } from '@/server/store/watched-store';
import { roundMeans } from '@/tests/live/round-means';
import type { Line } from './simulated-network';
import { StoreLink } from './store-link';
import { SimulatedProcess } from './virtual-time';
import type { World } from './world';

const steady = () => performance.now();
const SECRET = 's'.repeat(32);
const KNOWN_CODES: ReadonlySet<string> = new Set(REFUSAL_CODES);

/** A request's header that stands for the session cookie. */
export const TEACHER_HEADER = 'x-simulated-teacher';

/** One life of a server: the real door, classes and watched store, with the line to a database and lines to clients that are simulated. */
export class SimulatedNode {
  readonly process: SimulatedProcess;
  readonly link: StoreLink;
  classes!: LiveClasses;
  private door!: Door;
  private readonly entrances = new Map<Line, { connection: Connection; enter: Enter }>();
  /** Messages that have come in and were not answered yet. */
  private readonly unanswered = new Set<string>();
  private asked = 0;

  constructor(
    private readonly world: World,
    readonly name: string,
  ) {
    this.process = new SimulatedProcess(name);
    this.link = new StoreLink(world, this.process, name);
  }

  /** Begins, in its own process, and listens a moment later. */
  start(): void {
    const { time, random, network } = this.world;
    time.after(random.between(100, 1_200), this.process, () => {
      this.putTogether();
      network.listening.add(this);
      this.world.tell('listens');
    });
  }

  /** Ends it as SIGKILL does. */
  kill(): void {
    this.world.tell(`kills ${this.name}`);
    this.process.alive = false;
    this.world.network.listening.delete(this);
    for (const line of [...this.entrances.keys()]) line.serverGone();
  }

  /** Ends it as a restart does: what is under way is answered first. */
  stop(ended: () => void): void {
    this.world.network.listening.delete(this);
    this.world.time.after(0, this.process, () => {
      this.world.tell('stops');
      for (const line of this.entrances.keys()) line.end.say('stopping');
      void this.door
        .stop()
        .then(() => this.classes.flush())
        .then(() => {
          this.classes.close();
          // Answers are on their way.
          setTimeout(() => {
            this.process.alive = false;
            for (const line of [...this.entrances.keys()]) line.serverGone();
            ended();
          }, 200);
        });
    });
  }

  opened(line: Line): void {
    const connection = new Connection(line.end, '10.0.0.1');
    this.entrances.set(line, { connection, enter: this.door.entrance(connection) });
    if (this.storage.state !== 'ok') line.end.say('storage', this.storage.state);
  }

  closed(line: Line): void {
    const entrance = this.entrances.get(line);
    this.entrances.delete(line);
    entrance?.connection.close();
  }

  /** What has come in over a line. Each is to be answered once, with a code of the list where it is refused. */
  enter(line: Line, name: string, payload: unknown, answer: (answer: unknown) => void): void {
    const { record } = this.world;
    this.asked += 1;
    const key = `${this.name} ${this.asked} ${name.slice(0, 40)}`;
    this.unanswered.add(key);
    this.entrances.get(line)?.enter(name, [
      payload,
      (given: Answer) => {
        if (!this.unanswered.delete(key)) record.violate(`answered twice: ${name}`);
        if (!given.ok && !KNOWN_CODES.has(given.code)) record.violate(`no such code: ${given.code}`);
        answer(given);
      },
    ]);
    // Whoever was hung up on for what it sent hears no more.
    if (!line.serverOpen) this.unanswered.delete(key);
  }

  /** What was never answered, when nothing is under way any more. */
  get leftUnanswered(): readonly string[] {
    return [...this.unanswered];
  }

  private readonly storage = new StorageHealth();

  private putTogether(): void {
    const { world } = this;
    const log = pino({ level: 'error' }, { write: (line: string) => this.logged(line) });
    const link = world.planted?.store?.(this.link, this.process, world) ?? this.link;
    // What the simulation does not ask for is not there, and would be missed loudly.
    const store: Store = watchedStore(link as unknown as RemoteStore, this.storage, { looks: true });
    const clock = Date.now;
    const rooms = world.leases === null ? null : this.leases(log);
    const hosting = { store, now: () => clock(), steady, isNicknameFit: () => true, log };
    this.classes = new LiveClasses({ ...hosting, secret: SECRET, rounds: roundMeans() }, rooms);
    const parts: Partial<EventParts> = {
      ...{ store, log, bounds: BOUNDS, steady, classes: this.classes, storage: this.storage },
      clock: () => clock(),
      groups: new Groups({ store, classes: this.classes, now: () => clock() }),
      guesses: new Guesses(BOUNDS.guesses, steady),
      joins: new FairTurns(BOUNDS.joins.ofAddress, steady),
      attaches: new RateLimiter(BOUNDS.attachesOfPerson),
      auth: {
        sessionOf: async (headers: Record<string, unknown>) => {
          await world.pause(world.random.between(0.2, 5));
          const teacherId = headers[TEACHER_HEADER];
          return typeof teacherId === 'string' ? { teacherId } : null;
        },
      } as unknown as EventParts['auth'],
      prove: () => undefined,
      onPointsStored: () => undefined,
    };
    this.door = new Door(ALL_EVENTS, parts as EventParts);
    this.storage.onChange((state) => {
      world.tell(`storage ${state}`);
      for (const line of this.entrances.keys()) line.end.say('storage', state);
    });
  }

  /** A server has no error to log, whatever befalls it, but the trouble of its storage. */
  private logged(line: string): void {
    const { msg, err } = JSON.parse(line) as { msg: string; err?: { type: string; message: string } };
    if (err?.type !== 'StorageError')
      this.world.record.violate(`an error was logged: ${msg}: ${err?.message}`);
  }

  /** The real leases; what they say to PostgreSQL goes to the simulated database. */
  private leases(log: Logger): RoomLeases {
    const pool = {
      query: (text: string, values: unknown[]) => this.link.statement(text, values),
      end: async () => undefined,
    };
    const Leases = RoomLeases as unknown as new (pool: unknown, address: string, log: unknown) => RoomLeases;
    const leases = new Leases(pool, this.name, log);
    Object.assign(leases, { node: this.name });
    (leases as unknown as { wait(): void }).wait();
    return leases;
  }
}

type Enter = (name: string, args: unknown[]) => void;
