import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { type Answer, REFUSAL_CODES, type RefusalCode } from '@/protocol/refusals';
import { STORAGE_STATES, type StorageState } from '@/protocol/storage';
import { REFUSAL_KINDS } from './refusal-kinds';

/** What may be made to wait, or refused for its number. */
export const SLOW_DOWNS = ['request', 'handshake', 'join', 'page', 'guess'] as const;
export type SlowDown = (typeof SLOW_DOWNS)[number];

/** For what a connection may be ended. */
export const HANG_UPS = [
  'backlog-socket',
  'backlog-person',
  'backlog-address',
  'backlog-server',
  'stalled',
  'unread',
  'intake',
  'connections',
] as const;
export type HangUp = (typeof HANG_UPS)[number];

/** What the gauges are read from at the moment of asking. */
export interface MetricSources {
  sockets(): number;
  waitingBytes(): number;
  classes(): number;
  students(): number;
  verifierQueue(): number;
  checkerQueue(): number;
  storage(): StorageState;
  /** Lines of the log by level, those that tell of a fault. */
  logged(): Readonly<Record<string, number>>;
}

/** The figures for the operator, each application with a registry of its own. Counts only: nothing about anybody. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly loopDelay = monitorEventLoopDelay({ resolution: 10 });
  private readonly answers = new Counter({
    name: 'perceptroom_answers_total',
    help: 'Answers to socket events, by event and code (ok or the refusal)',
    labelNames: ['event', 'code'],
    registers: [this.registry],
  });
  private readonly refusals = new Counter({
    name: 'perceptroom_refusals_total',
    help: 'Refusals, of socket events and of requests, by code and by what they tell an operator (docs/operating.md)',
    labelNames: ['code', 'kind'],
    registers: [this.registry],
  });
  private readonly answerSeconds = new Histogram({
    name: 'perceptroom_answer_seconds',
    help: 'Seconds from the arrival of a socket event to its answer; for run:append after the commit',
    labelNames: ['event'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5],
    registers: [this.registry],
  });
  private readonly requests = new Counter({
    name: 'perceptroom_requests_total',
    help: 'Plain HTTP requests that were answered, by route and status',
    labelNames: ['route', 'status'],
    registers: [this.registry],
  });
  private readonly requestSeconds = new Histogram({
    name: 'perceptroom_request_seconds',
    help: 'Seconds from the arrival of a request to its answer; of a submission with its upload and what it was made to wait for',
    labelNames: ['route'],
    buckets: [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 60, 120],
    registers: [this.registry],
  });
  private readonly points = new Counter({
    name: 'perceptroom_points_stored_total',
    help: 'Points of runs that have been committed',
    registers: [this.registry],
  });

  private readonly hangUps = new Counter({
    name: 'perceptroom_hang_ups_total',
    help: 'Connections that were ended because of what they cost, by the bound that was passed',
    labelNames: ['bound'],
    registers: [this.registry],
  });

  private readonly slowDowns = new Counter({
    name: 'perceptroom_slow_downs_total',
    help: 'Requests that were made to wait or refused because of their number, by kind',
    labelNames: ['kind'],
    registers: [this.registry],
  });

  constructor(sources: MetricSources) {
    this.loopDelay.enable();
    // From the start, so that a rate is known of the first one.
    for (const code of REFUSAL_CODES) this.refusals.inc({ code, kind: REFUSAL_KINDS[code] }, 0);
    for (const bound of HANG_UPS) this.hangUps.inc({ bound }, 0);
    for (const kind of SLOW_DOWNS) this.slowDowns.inc({ kind }, 0);
    this.gauge('perceptroom_sockets', 'Open sockets', sources.sockets);
    this.gauge('perceptroom_waiting_bytes', 'Bytes that wait for sockets to take them', sources.waitingBytes);
    this.gauge('perceptroom_classes', 'Classes in memory', sources.classes);
    this.gauge('perceptroom_students', 'Attached connections of students', sources.students);
    this.gauge('perceptroom_verifier_queue', 'Submissions that wait or are evaluated', sources.verifierQueue);
    this.gauge(
      'perceptroom_checker_queue',
      'Answers to challenges that wait or are checked',
      sources.checkerQueue,
    );
    const storage = new Gauge({
      name: 'perceptroom_storage',
      help: 'How the storage is: 1 for the state that holds',
      labelNames: ['state'],
      registers: [this.registry],
      collect() {
        const now = sources.storage();
        for (const state of STORAGE_STATES) storage.set({ state }, state === now ? 1 : 0);
      },
    });
    new Counter({
      name: 'perceptroom_log_lines_total',
      help: 'Lines of the log that tell of something wrong, by level; those of threads are not counted',
      labelNames: ['level'],
      registers: [this.registry],
      collect() {
        this.reset();
        for (const [level, count] of Object.entries(sources.logged())) this.inc({ level }, count);
      },
    });
    this.gauge('process_resident_memory_bytes', 'Resident memory', () => process.memoryUsage.rss());
    new Counter({
      name: 'process_cpu_seconds_total',
      help: 'Processor time of the whole process, threads included',
      registers: [this.registry],
      collect() {
        const { user, system } = process.cpuUsage();
        this.reset();
        this.inc((user + system) / 1e6);
      },
    });
    this.gauge(
      'perceptroom_event_loop_lag_max_seconds',
      'Longest delay of the event loop since the figures were last read',
      () => {
        const longest = this.loopDelay.max / 1e9;
        this.loopDelay.reset();
        return longest;
      },
    );
  }

  answered(event: string, milliseconds: number, answer: Answer): void {
    if (!answer.ok) this.refused(answer.code);
    this.answers.inc({ event, code: answer.ok ? 'ok' : answer.code });
    this.answerSeconds.observe({ event }, milliseconds / 1000);
  }

  requested(route: string, milliseconds: number, status: number): void {
    this.requests.inc({ route, status: String(status) });
    this.requestSeconds.observe({ route }, milliseconds / 1000);
  }

  refused(code: RefusalCode): void {
    this.refusals.inc({ code, kind: REFUSAL_KINDS[code] });
  }

  slowed(kind: SlowDown): void {
    this.slowDowns.inc({ kind });
  }

  hungUp(bound: HangUp): void {
    this.hangUps.inc({ bound });
  }

  stored(points: number): void {
    this.points.inc(points);
  }

  async text(): Promise<{ contentType: string; text: string }> {
    return { contentType: this.registry.contentType, text: await this.registry.metrics() };
  }

  close(): void {
    this.loopDelay.disable();
  }

  private gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      collect() {
        this.set(read());
      },
    });
  }
}
