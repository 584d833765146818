/** The server that the live bench loads: the built one, started as `npm start` starts it, pages and all. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfNeeded } from '@/scripts/build.mjs';
import { freePort } from '@/tests/browser/server-process';
import { onCore } from './on-core';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Often enough for a highest value of memory, seldom enough to cost nothing. */
const SAMPLE_MS = 500;

export interface ServerFigures {
  /** Share of one core: the whole process with its threads. */
  cpu: number;
  /** The highest seen while measuring. */
  rssMb: number;
  /** Before anybody had joined. */
  idleRssMb: number;
  eventLoopMaxMs: number;
}

/** What `npm start` runs: its options belong to what is measured. */
async function startCommand(): Promise<string[]> {
  const { scripts } = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8'));
  const [node, ...args] = String(scripts.start).split(' ');
  if (node !== 'node') throw new Error(`npm start does not run node: ${scripts.start}`);
  return [process.execPath, ...args];
}

interface Sample {
  at: number;
  cpuSeconds: number;
  rssMb: number;
  loopMs: number;
}

/** A running server of the product, watched from outside through `/metrics`. */
export class BenchServer {
  private samples: Sample[] = [];
  private idleRssMb = 0;
  private sampler: NodeJS.Timeout | undefined;

  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
  ) {}

  static async start(dataDir: string): Promise<BenchServer> {
    await buildIfNeeded();
    const port = await freePort();
    const [command, ...args] = onCore(0, await startCommand());
    const child = spawn(command!, args, {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        LOG_LEVEL: 'warn',
        DATA_DIR: dataDir,
        PORT: String(port),
        HOST: '127.0.0.1',
      },
    });
    const server = new BenchServer(`http://127.0.0.1:${port}`, child);
    await server.answers('/readyz');
    // A page, as somebody must have opened one before there is a class.
    await server.answers('/');
    server.idleRssMb = (await server.sample()).rssMb;
    return server;
  }

  /** From now on counts. */
  async measure(): Promise<void> {
    await this.sample();
    this.samples = [await this.sample()];
    this.sampler = setInterval(() => void this.keep().catch(() => undefined), SAMPLE_MS);
  }

  async figures(): Promise<ServerFigures> {
    clearInterval(this.sampler);
    await this.keep();
    const [first, last] = [this.samples[0]!, this.samples.at(-1)!];
    return {
      cpu: ((last.cpuSeconds - first.cpuSeconds) * 1000) / (last.at - first.at),
      rssMb: Math.max(...this.samples.map(({ rssMb }) => rssMb)),
      idleRssMb: this.idleRssMb,
      // What was before is in the first sample.
      eventLoopMaxMs: Math.max(...this.samples.slice(1).map(({ loopMs }) => loopMs)),
    };
  }

  /** Asks it to stop, as a supervisor does, and waits for its end. */
  async stop(): Promise<void> {
    clearInterval(this.sampler);
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill('SIGTERM');
    await once(this.child, 'exit');
  }

  private async keep(): Promise<void> {
    this.samples.push(await this.sample());
  }

  private async sample(): Promise<Sample> {
    const text = await (await fetch(`${this.url}/metrics`)).text();
    const read = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
    return {
      at: performance.now(),
      cpuSeconds: read('process_cpu_seconds_total'),
      rssMb: read('process_resident_memory_bytes') / 2 ** 20,
      loopMs: read('perceptroom_event_loop_lag_max_seconds') * 1000,
    };
  }

  private async answers(route: string): Promise<void> {
    for (;;) {
      if (this.child.exitCode !== null) throw new Error(`the server ended at once (${this.child.exitCode})`);
      const ok = await fetch(`${this.url}${route}`).then(
        async (answer) => answer.ok && (await answer.arrayBuffer()).byteLength > 0,
        () => false,
      );
      if (ok) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
