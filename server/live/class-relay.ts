import type { Logger } from 'pino';
import { Pump } from '@/base/pump';
import type { ClassCommand } from '@/classroom/commands';
import { nextFor } from '@/classroom/relay-seats';
import { openRelay } from '@/classroom/relays';
import type { ClassState } from '@/classroom/state';
import type { CommandAnswer } from '@/protocol/events';
import { type Answer, refuse } from '@/protocol/refusals';
import type { UnitSent } from '@/protocol/relay-unit';
import { RelayTeamRun } from './relay-team';
import type { Viewer } from './viewer';

interface Means {
  state(): ClassState;
  isHere(studentId: string): boolean;
  /** Pages of a student, the oldest first. */
  pagesOf(studentId: string): Viewer[];
  ask(command: ClassCommand): Promise<CommandAnswer>;
  /** Milliseconds that no setting of the clock changes. */
  steady(): number;
  log: Logger;
}

/** Milliseconds between the beginnings of two passes of a network: at least, and for each network of the class. */
const LEAST_PASS_MS = 150;
const PASS_MS_EACH = 40;
/** Milliseconds between two times that it is kept how far the networks are. What a restart takes away is worked out again, to the same bits. */
const KEEP_MS = 1_000;
/** Milliseconds for which whoever was too slow is given no seat. */
const SLOW_MS = 30_000;

/** The networks of one class whose units are its students: asks each unit in its turn, compares what comes, gives seats that become free to stand-ins. */
export class ClassRelay {
  private runs: { relayId: string; teams: RelayTeamRun[] } | null = null;
  /** Seats that are being given away, and to whom. */
  private readonly replacing = new Map<string, string | null>();
  private readonly slow = new Map<string, number>();
  private timer: NodeJS.Timeout | null = null;
  private looking: 'no' | 'once' | 'again' = 'no';
  private ended = false;
  private unkept = false;
  private keeping = false;
  private readonly keeper = new Pump(
    () => KEEP_MS,
    () => void this.keep(),
  );

  constructor(private readonly means: Means) {}

  /** Whether something would be worked out again if the class were forgotten now. */
  get isBusy(): boolean {
    return this.unkept || this.keeping || this.replacing.size > 0;
  }

  /** The class has changed, somebody has come or gone, a message has come, or it is time. */
  look(): void {
    if (this.looking !== 'no') {
      this.looking = 'again';
      return;
    }
    do {
      this.looking = 'once';
      this.lookOnce();
    } while ((this.looking as string) === 'again');
    this.looking = 'no';
  }

  /** A unit's message. */
  take(studentId: string, sent: UnitSent): Answer {
    const relay = openRelay(this.means.state());
    if (relay?.id !== sent.relayId || relay.stage !== 'going') return refuse('no-relay');
    const team = this.runs?.relayId === relay.id ? this.runs.teams[sent.team] : undefined;
    if (!team) return refuse('unit-over');
    const answer = team.take(studentId, sent);
    this.look();
    return answer;
  }

  end(): void {
    this.ended = true;
    this.keeper.close();
    if (this.timer) clearTimeout(this.timer);
  }

  private lookOnce(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const state = this.means.state();
    const relay = openRelay(state);
    if (this.ended || relay === null || relay.stage === 'asking') {
      this.runs = null;
      return;
    }
    if (this.runs?.relayId !== relay.id) this.begin(relay.id, relay.teams.length);
    const { teams } = this.runs!;
    if (relay.stage === 'over') for (const team of teams) team.compare();
    const goes = relay.stage === 'going' && !state.paused && state.phase === 'live';
    const interval = Math.max(LEAST_PASS_MS, PASS_MS_EACH * teams.length);
    const times = teams.flatMap((team) => team.look(goes, interval) ?? []);
    if (times.length > 0) this.lookAt(Math.min(...times));
  }

  private begin(relayId: string, count: number): void {
    const { isHere, pagesOf, state, steady } = this.means;
    const make = (at: number) =>
      new RelayTeamRun({
        at,
        relay: () => openRelay(state())!,
        pageOf: (studentId) => pagesOf(studentId).at(-1) ?? null,
        isHere,
        steady,
        replace: (team, seat, isSlow) => void this.replace(relayId, team, seat, isSlow),
        changed: () => this.changed(),
      });
    this.runs = { relayId, teams: Array.from({ length: count }, (_, at) => make(at)) };
    // Where networks that learn begin is known from here on.
    this.changed();
  }

  private lookAt(time: number): void {
    this.timer = setTimeout(() => this.look(), Math.max(1, time - this.means.steady()));
    this.timer.unref();
  }

  private changed(): void {
    this.unkept = true;
    this.keeper.ask();
    if (this.looking !== 'no') this.looking = 'again';
  }

  private async replace(relayId: string, team: number, seat: number, isSlow: boolean): Promise<void> {
    const place = `${team} ${seat}`;
    const relay = openRelay(this.means.state());
    const there = relay?.teams[team]?.seats[seat];
    if (relay?.id !== relayId || there === undefined || this.replacing.has(place)) return;
    if (isSlow && there !== null) this.slow.set(there, this.means.steady() + SLOW_MS);
    const to = nextFor(relay.teams, team, (id) => this.isFit(id));
    if (to === there) return;
    this.replacing.set(place, to);
    try {
      await this.means.ask({ type: 'relay:seat', relayId, team, seat, to });
    } catch (error) {
      this.means.log.error({ err: error, classId: this.means.state().id }, 'a seat could not be given away');
    } finally {
      this.replacing.delete(place);
    }
    this.look();
  }

  private isFit(studentId: string): boolean {
    const until = this.slow.get(studentId) ?? 0;
    return (
      this.means.isHere(studentId) &&
      this.means.steady() >= until &&
      this.means.pagesOf(studentId).length > 0 &&
      ![...this.replacing.values()].includes(studentId)
    );
  }

  private async keep(): Promise<void> {
    const { runs } = this;
    if (this.ended || runs === null || this.keeping) return;
    this.keeping = true;
    this.unkept = false;
    const teams = Object.fromEntries(runs.teams.map(({ record }, at) => [at, { ...record }]));
    const answer = await this.means.ask({ type: 'relay:record', relayId: runs.relayId, teams });
    this.keeping = false;
    if (!answer.ok) this.unkept = true;
    if (this.unkept && !this.ended) this.keeper.ask();
  }
}
