import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { freshId } from '@/people/credentials';
import { leadTo } from '@/people/lead-to';
import { mustBeOk } from '@/people/must-be-ok';
import { point } from '@/people/sample-run';
import { Tab } from '@/people/tab';
import { createTeacher } from '@/people/teacher';
import type { Batch } from '@/protocol/run';
import { reportOf } from '@/tests/bench/generator';
import { joinAll } from '@/tests/bench/join-all';
import { startMeasuredServer } from '@/tests/bench/measured-server';
import { onCore } from '@/tests/bench/on-core';
import { cpuSecondsOf } from '@/tests/bench/server-meter';
import { LESSON } from '@/tests/live/class-server';
import { costOver } from './least-cost';

const STUDENTS = 150;
/** Batches of each student in one turn, four a second. */
const BATCHES = 16;
const PERIOD_MS = 250;
const TURNS = 3;

type Append = (index: number, batch: Batch) => Promise<unknown>;

/**
 * A batch of a class of 150 who stream four a second, over one of Socket.IO alone, in milliseconds of the servers' processor: the built server with its
 * store, its checks and its frames.
 */
export async function batchCost(): Promise<number> {
  const { server, meter } = await startMeasuredServer();
  const bare = await BareServer.start();
  try {
    const teacher = await createTeacher(server.origin);
    const { code } = await teacher.createClass(LESSON);
    const watch = await teacher.conduct(code);
    await leadTo(watch, 0);
    const runs = await joinAll(
      { url: teacher.url, code, cookie: teacher.cookie },
      STUDENTS,
      async (student) => {
        const runId = freshId();
        const { epoch } = mustBeOk(await student.tab.attachRun(runId, { startedAt: Date.now() }));
        return { tab: student.tab, runId, epoch };
      },
    );
    const append: Append = async (index, batch) => {
      const { tab, runId, epoch } = runs[index]!;
      mustBeOk(await tab.append(runId, epoch, batch));
    };
    let sequence = 0;
    let bareSequence = 0;
    const ours = async () => {
      const before = await cpuSecondsOf(server.origin);
      sequence = await stream(sequence, append);
      return (await cpuSecondsOf(server.origin)) - before;
    };
    const reference = async () => {
      const before = await bare.cpuSeconds();
      bareSequence = await stream(bareSequence, bare.append);
      return (await bare.cpuSeconds()) - before;
    };
    return await costOver(TURNS, ours, reference);
  } finally {
    bare.end();
    meter.stop();
    await server.remove();
  }
}

/** One turn: everybody's batches, at an even pace. @returns the last sequence */
async function stream(from: number, append: Append): Promise<number> {
  const start = performance.now();
  const waiting: Promise<unknown>[] = [];
  for (let one = 0; one < BATCHES * STUDENTS; one += 1) {
    const due = start + (one * PERIOD_MS) / STUDENTS;
    if (due > performance.now()) await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
    const sequence = from + Math.floor(one / STUDENTS) + 1;
    const points = [point(sequence, { accuracy: Math.random() })];
    waiting.push(append(one % STUDENTS, { sequence, points, state: 'training', report: null }));
  }
  await Promise.all(waiting);
  return from + BATCHES;
}

class BareServer {
  private constructor(
    private readonly child: ChildProcess,
    private readonly tabs: readonly Tab[],
  ) {}

  static async start(): Promise<BareServer> {
    const file = fileURLToPath(new URL('bare-server.ts', import.meta.url));
    const [command, ...args] = onCore(0, [process.execPath, '--import', 'tsx', file]);
    const child = spawn(command!, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    const { port } = await reportOf<{ kind: 'listening'; port: number }, 'listening'>(child, 'listening');
    const url = `http://127.0.0.1:${port}`;
    const tabs = Array.from({ length: STUDENTS }, () => new Tab(url));
    tabs.push(new Tab(url, { query: { watches: '1' } }));
    await Promise.all(
      tabs.map(({ socket }) => new Promise<void>((resolve) => void socket.once('connect', () => resolve()))),
    );
    return new BareServer(child, tabs);
  }

  readonly append: Append = (index, batch) => this.tabs[index]!.say('append', batch);

  async cpuSeconds(): Promise<number> {
    type Usage = NodeJS.CpuUsage & { kind: 'usage' };
    const told = reportOf<Usage, 'usage'>(this.child, 'usage');
    this.child.send('usage');
    const { user, system } = await told;
    return (user + system) / 1e6;
  }

  end(): void {
    for (const tab of this.tabs) tab.close();
    this.child.kill();
  }
}
