import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Answer } from '@/protocol/refusals';
import { STORAGE_STATES, type StorageState } from '@/protocol/storage';

/** What the gauges are read from at the moment of asking. */
export interface MetricSources {
  sockets(): number;
  waitingBytes(): number;
  classes(): number;
  students(): number;
  verifierQueue(): number;
  checkerQueue(): number;
  storage(): StorageState;
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
    this.answers.inc({ event, code: answer.ok ? 'ok' : answer.code });
    this.answerSeconds.observe({ event }, milliseconds / 1000);
  }

  requested(route: string, milliseconds: number, status: number): void {
    this.requests.inc({ route, status: String(status) });
    this.requestSeconds.observe({ route }, milliseconds / 1000);
  }

  slowed(kind: string): void {
    this.slowDowns.inc({ kind });
  }

  hungUp(bound: string): void {
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
