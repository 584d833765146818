import { type BackOff, jitteredDelay } from '@/base/back-off';
import { Listeners } from '@/base/listeners';
import { shareUnchanged } from '@/base/share-unchanged';
import type { AttachInput } from '@/protocol/attach';
import type { ProductNext } from '@/protocol/class-product';
import type { Command } from '@/protocol/commands';
import type { Condition } from '@/protocol/condition';
import type { FoolTry } from '@/protocol/fool';
import { assistantAuthorization } from '@/protocol/handed-weights-paths';
import type { PoolFrame } from '@/protocol/pool';
import type { RefusalCode } from '@/protocol/refusals';
import { refuse } from '@/protocol/refusals';
import type { UnitAsked, UnitSent } from '@/protocol/relay-unit';
import type { RunAppend, RunAttach } from '@/protocol/run';
import { type StorageState, storageTroubleOf } from '@/protocol/storage';
import { studentAuthorization } from '@/protocol/submission';
import type { ScreenFrame } from '@/protocol/telemetry';
import type { View } from '@/protocol/views';

import type { AnswerWire, ClassSession, ClassSnapshot, PoolWire, RunWire, UnitWire } from './class-session';
import type { ConditionWire } from './condition-reporter';
import { LiveTelemetry } from './live-telemetry';
import { LiveWall } from './live-wall';
import { browserSignals, type PageSignals } from './page-signals';
import { SightLine } from './sight-line';
import type { Wire, WireAnswers, WirePayload, WireRequest } from './wire';

/** Milliseconds that an answer may take. */
const ATTACH_TIMEOUT_MS = 8_000;
const REQUEST_TIMEOUT_MS = 10_000;
/** Of all the networks of a large class. */
const COUNT_TIMEOUT_MS = 60_000;
/** After sleep a dead socket may still look alive: it has this long to answer. */
const PROBE_TIMEOUT_MS = 4_000;
/** A connection that answered so lately needs no probe. */
const TRUSTED_MS = 5_000;

/** Refusals that pass by themselves; after any other one it is the person's turn. The next sitting of a group is found by the same code. */
const PASSING: ReadonlySet<RefusalCode> = new Set([
  'rate-limited',
  'internal',
  'server-stopping',
  'next-sitting',
]);

/** Between two attempts to reach the server. */
const RECONNECTION: BackOff = { least: 500, most: 5_000 };

export interface SessionOptions {
  code: string;
  /** As whom to attach; asked anew at each connection, since a newcomer becomes a student. */
  as: () => AttachInput['as'];
  wire: Wire;
  signals?: PageSignals;
  /** The page's steady clock, which nobody sets, unless said otherwise. */
  now?: () => number;
  /** Uniform in [0, 1), for the jitter of reconnection. */
  random?: () => number;
}

/**
 * A class session over a wire. Joining, reconnecting and reloading are one path: connect, attach, take the whole view
 * and go on. A view older than one that the same connection has brought is dropped.
 */
export class SocketClassSession<V extends View = View>
  implements ClassSession<V>, RunWire, AnswerWire, ConditionWire, UnitWire
{
  readonly code: string;
  readonly telemetry = new LiveTelemetry();
  readonly wall = new LiveWall();
  readonly pool: PoolWire = {
    ask: async (name, payload) =>
      // Each of these answers may be a refusal.
      (await this.ask(name, payload)) ?? (refuse('not-attached') as WireAnswers[typeof name]),
    subscribe: (listener) => this.poolListeners.add(listener),
    onAttached: (listener) => {
      if (this.current.connection === 'online') listener();
      return this.attachListeners.add(listener);
    },
  };
  readonly sights = new SightLine((name, payload) => this.ask(name, payload));
  private current: ClassSnapshot<V> = {
    connection: 'connecting',
    offlineSince: null,
    serverStopping: false,
    storage: 'ok',
    refusal: null,
    view: null,
    clockOffset: 0,
  };
  private newestScreenFrame: ScreenFrame | null = null;
  private readonly listeners = new Listeners();
  private readonly telemetryListeners = new Listeners<[changed: readonly string[] | null]>();
  private readonly screenListeners = new Listeners();
  private readonly attachListeners = new Listeners();
  private readonly poolListeners = new Listeners<[frame: PoolFrame]>();
  private readonly unitListeners = new Listeners<[asked: UnitAsked]>();
  /** What was asked of this student's unit before the page was ready for it. */
  private heldUnit: UnitAsked | null = null;
  private readonly now: () => number;
  private readonly random: () => number;
  private readonly stopSignals: () => void;
  /** Counts connections, so that a late answer of an earlier one is ignored. */
  private connectionNumber = 0;
  private newestVersion = -1;
  /** What this connection has brought; one that brings nothing says that all is well. */
  private storage: StorageState = 'ok';
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private probing = false;
  private attachedAt = Number.NEGATIVE_INFINITY;
  private closed = false;

  constructor(private readonly options: SessionOptions) {
    this.code = options.code;
    this.now = options.now ?? (() => performance.now());
    this.random = options.random ?? Math.random;
    options.wire.handle({
      connected: () => void this.attach(),
      disconnected: () => this.lost(),
      view: (view) => this.takeView(view),
      frame: (frame) => {
        const changed = this.telemetry.apply(frame);
        this.telemetryListeners.tell(changed);
      },
      screenFrame: (frame) => {
        this.newestScreenFrame = frame;
        this.wall.apply(frame);
        this.screenListeners.tell();
      },
      pool: (frame) => {
        this.poolListeners.tell(frame);
      },
      sight: (frame) => this.sights.take(frame),
      watched: (watched) => this.sights.takeWatched(watched),
      unit: (asked) => this.takeUnit(asked),
      detached: (code) => this.refused(code),
      stopping: () => this.change({ serverStopping: true }),
      storage: (state) => this.takeStorage(state),
    });
    this.stopSignals = (options.signals ?? browserSignals).onReturn(() => this.pageReturned());
    options.wire.open();
  }

  snapshot(): ClassSnapshot<V> {
    return this.current;
  }

  subscribe(listener: () => void): () => void {
    return this.listeners.add(listener);
  }

  subscribeTelemetry(listener: (changed: readonly string[] | null) => void): () => void {
    return this.telemetryListeners.add(listener);
  }

  screenFrame(): ScreenFrame | null {
    return this.newestScreenFrame;
  }

  subscribeScreenFrame(listener: () => void): () => void {
    return this.screenListeners.add(listener);
  }

  async command(command: Command) {
    return (await this.ask('command', command)) ?? refuse('not-attached');
  }

  async handIn(answer: unknown) {
    return (await this.ask('challenge:submit', { answer })) ?? refuse('not-attached');
  }

  async nextRows(asked: ProductNext) {
    return (await this.ask('product:next', asked)) ?? refuse('not-attached');
  }

  onUnit(listener: (asked: UnitAsked) => void): () => void {
    const held = this.heldUnit;
    this.heldUnit = null;
    if (held) listener(held);
    return this.unitListeners.add(listener);
  }

  async sendUnit(sent: UnitSent) {
    return (await this.ask('relay:send', sent)) ?? refuse('not-attached');
  }

  async giveReturnCode(studentId: string) {
    return (await this.ask('student:code', { studentId })) ?? refuse('not-attached');
  }

  async countEnsemble(ensembleId: string) {
    return (await this.ask('ensemble:count', { ensembleId }, COUNT_TIMEOUT_MS)) ?? refuse('not-attached');
  }

  async runAudit(auditId: string) {
    return (await this.ask('audit:run', { auditId }, COUNT_TIMEOUT_MS)) ?? refuse('not-attached');
  }

  async averageNetworks(mergeId: string) {
    return (await this.ask('merge:average', { mergeId }, COUNT_TIMEOUT_MS)) ?? refuse('not-attached');
  }

  async tryToFool(tried: FoolTry) {
    return (await this.ask('fool:try', tried, COUNT_TIMEOUT_MS)) ?? refuse('not-attached');
  }

  async readDrawings(foolId: string, ids: string[]) {
    return (await this.ask('fool:pictures', { foolId, ids })) ?? refuse('not-attached');
  }

  async readUnits(mergeId: string) {
    return (await this.ask('merge:units', { mergeId })) ?? refuse('not-attached');
  }

  async listRuns(studentId: string | null) {
    return (await this.ask('run:list', { studentId })) ?? refuse('not-attached');
  }

  async readRun(runId: string) {
    return (await this.ask('run:read', { runId })) ?? refuse('not-attached');
  }

  reportCondition(condition: Condition) {
    return this.ask('student:condition', condition);
  }

  onAttached(listener: () => void): () => void {
    return this.pool.onAttached(listener);
  }

  attachRun(run: RunAttach) {
    return this.ask('run:attach', run);
  }

  appendBatch(append: RunAppend) {
    return this.ask('run:append', append);
  }

  retry(): void {
    if (this.closed || this.current.connection === 'online') return;
    if (this.current.connection === 'refused') {
      this.change({ connection: this.current.view ? 'offline' : 'connecting', refusal: null });
    }
    this.failures = 0;
    this.stopTimer();
    this.options.wire.open();
  }

  close(): void {
    this.closed = true;
    this.connectionNumber += 1;
    this.stopTimer();
    this.stopSignals();
    this.options.wire.drop();
    for (const set of [
      this.listeners,
      this.telemetryListeners,
      this.screenListeners,
      this.poolListeners,
      this.attachListeners,
    ])
      set.clear();
    this.sights.close();
  }

  private async ask<Request extends WireRequest>(
    name: Request,
    payload: WirePayload<Request>,
    timeoutMs = REQUEST_TIMEOUT_MS,
  ) {
    if (this.closed || this.current.connection !== 'online') return null;
    return await this.options.wire.request(name, payload, timeoutMs);
  }

  authorization = (): string | null => {
    const as = this.options.as();
    if (as.kind === 'assistant') return assistantAuthorization(as.token);
    return as.kind === 'student' ? studentAuthorization(as.credentials) : null;
  };

  private async attach(): Promise<void> {
    this.connectionNumber += 1;
    this.newestVersion = -1;
    this.storage = 'ok';
    this.sights.reset();
    this.heldUnit = null;
    if (!(await this.requestAttach(ATTACH_TIMEOUT_MS))) this.startOver();
  }

  /** Attaches over the connection that stands. False: no usable answer, try again later. */
  private async requestAttach(timeoutMs: number): Promise<boolean> {
    const connection = this.connectionNumber;
    const askedAt = this.now();
    const payload: AttachInput = { code: this.options.code, as: this.options.as() };
    const answer = await this.options.wire.request('attach', payload, timeoutMs);
    // Another connection has come meanwhile, or the session was closed: that one's business now.
    if (connection !== this.connectionNumber) return true;
    if (!answer) return false;
    if (!answer.ok) {
      const trouble = storageTroubleOf(answer.code);
      if (trouble !== null) this.change({ storage: trouble });
      if (trouble !== null || PASSING.has(answer.code)) return false;
      this.refused(answer.code);
      return true;
    }
    const answeredAt = this.now();
    this.attachedAt = answeredAt;
    const { view: before } = this.current;
    if (before && before.class.id !== answer.view.class.id) this.forgetFrames();
    if (answer.telemetry) this.telemetry.replace(answer.telemetry);
    this.failures = 0;
    const older = answer.view.version < this.newestVersion;
    if (!older) this.newestVersion = answer.view.version;
    this.change({
      connection: 'online',
      offlineSince: null,
      serverStopping: false,
      storage: this.storage,
      refusal: null,
      clockOffset: answer.serverTime - (askedAt + answeredAt) / 2,
      ...(older ? {} : { view: shareUnchanged(this.current.view, answer.view as V) }),
    });
    this.attachListeners.tell();
    this.sights.attached();
    if (answer.telemetry) this.telemetryListeners.tell(null);
    return true;
  }

  /** Another sitting of the group: what was seen live was the one before. */
  private forgetFrames(): void {
    this.newestScreenFrame = null;
    this.wall.clear();
    this.telemetry.replace({ students: [], conditions: [] });
    this.screenListeners.tell();
  }

  private takeStorage(state: StorageState): void {
    this.storage = state;
    // Before the attach is answered nobody knows whether it matters: what is only read is still there.
    if (this.current.connection === 'online') this.change({ storage: state });
  }

  private takeUnit(asked: UnitAsked): void {
    if (this.unitListeners.size === 0) this.heldUnit = asked;
    else this.unitListeners.tell(asked);
  }

  private takeView(view: View): void {
    if (view.version < this.newestVersion) return;
    this.newestVersion = view.version;
    this.change({ view: shareUnchanged(this.current.view, view as V) });
  }

  private lost(): void {
    if (this.closed) return;
    this.connectionNumber += 1;
    const { connection } = this.current;
    if (connection === 'refused') return;
    if (connection === 'online') this.change({ connection: 'offline', offlineSince: this.now() });
    this.tryLater();
  }

  /** Gives the connection up and tries again after a while. */
  private startOver(): void {
    this.options.wire.drop();
    this.lost();
  }

  private refused(code: RefusalCode): void {
    if (PASSING.has(code)) {
      this.startOver();
      return;
    }
    this.connectionNumber += 1;
    this.stopTimer();
    this.options.wire.drop();
    this.change({ connection: 'refused', refusal: code, offlineSince: null });
  }

  private tryLater(): void {
    this.stopTimer();
    const delay = jitteredDelay(RECONNECTION, this.failures, this.random());
    this.failures += 1;
    this.timer = setTimeout(() => {
      this.timer = null;
      this.options.wire.open();
    }, delay);
  }

  private pageReturned(): void {
    const { connection } = this.current;
    if (connection === 'online') void this.probe();
    else if (connection !== 'refused') this.retry();
  }

  private async probe(): Promise<void> {
    if (this.probing || this.now() - this.attachedAt < TRUSTED_MS) return;
    this.probing = true;
    const connection = this.connectionNumber;
    const answered = await this.requestAttach(PROBE_TIMEOUT_MS);
    this.probing = false;
    if (!answered && connection === this.connectionNumber && !this.closed) {
      this.startOver();
      this.retry();
    }
  }

  private stopTimer(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private change(changes: Partial<ClassSnapshot<V>>): void {
    this.current = { ...this.current, ...changes };
    this.listeners.tell();
  }
}
