import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port';

const root = fileURLToPath(new URL('..', import.meta.url));

export interface ServerProcessOptions {
  /** Variables beside port, address and data folder, which may depend on the port. */
  env?: Record<string, string> | ((port: number) => Record<string, string>);
  /** A prepared data folder; it is removed with the server. Default: a new one. */
  dataDir?: string;
  /** What is run; default: `npm start`'s program. */
  command?: readonly string[];
  /** Where browsers and others find it; default `localhost`. */
  hostname?: string;
  /** Shows what it writes to standard error as well. */
  shown?: boolean;
}

/**
 * A server as a process of its own, with its own data folder and port. By default the production server as `npm start` runs it: a
 * supervisor with the server below it.
 */
export class ServerProcess {
  private child: ChildProcess | null = null;
  private output = '';
  /** The process that serves, as the supervisor tells; another after a crash. */
  private serving: number | null = null;

  private constructor(
    readonly port: number,
    readonly dataDir: string,
    private readonly options: ServerProcessOptions,
  ) {}

  static async start(options: ServerProcessOptions = {}): Promise<ServerProcess> {
    const dataDir = options.dataDir ?? mkdtempSync(path.join(os.tmpdir(), 'perceptroom-server-'));
    const server = new ServerProcess(await freePort(), dataDir, options);
    await server.run();
    return server;
  }

  get origin(): string {
    return `http://${this.options.hostname ?? 'localhost'}:${this.port}`;
  }

  /** The number of the process that serves, which the supervisor keeps running. */
  get servingPid(): number | null {
    return this.serving;
  }

  /** The number of the process that was started: the supervisor's. */
  get supervisorPid(): number | null {
    return this.child?.pid ?? null;
  }

  /** What the process that was started ended with; null while it runs. */
  get exitCode(): number | null {
    return this.child?.exitCode ?? null;
  }

  /** Whether the process that was started is there no more. */
  get isOver(): boolean {
    return !this.child || this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** What the process has printed so far. */
  get printed(): string {
    return this.output;
  }

  /** Starts the process (again) and waits until it says that it is ready. */
  async run(): Promise<void> {
    const { env, command = [process.execPath, 'scripts/start.mjs'], shown = false } = this.options;
    const child = spawn(command[0]!, command.slice(1), {
      cwd: root,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        LOG_LEVEL: 'info',
        HOST: '127.0.0.1',
        // Never the operator's own database.
        DATABASE_URL: '',
        REDIS_URL: '',
        PUBLIC_ORIGIN: '',
        ...(typeof env === 'function' ? env(this.port) : env),
        PORT: String(this.port),
        DATA_DIR: this.dataDir,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.child = child;
    child.on('message', (message: { serving?: number }) => {
      if (message.serving !== undefined) this.serving = message.serving;
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (data) => {
        this.output += data;
      });
    if (shown) child.stderr?.pipe(process.stderr);
    await this.answers('/readyz');
  }

  /** Waits until an address is answered well. @throws Error with all that was printed, if the server ends before */
  async answers(route: string): Promise<void> {
    for (;;) {
      if (this.isOver) throw new Error(`The server ended at once:\n${this.output}`);
      const ok = await fetch(`${this.origin}${route}`).then(
        async (answer) => {
          await answer.arrayBuffer();
          return answer.ok;
        },
        () => false,
      );
      if (ok) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** As a power cut would end it, supervisor and server alike; any other signal goes to the supervisor, as an operator sends it. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = this.child;
    if (!child || this.isOver) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    // The supervisor first: it must not notice that its server is gone.
    child.kill(signal);
    if (signal === 'SIGKILL' && this.serving !== null) killIfThere(this.serving);
    await ended;
  }

  /** Kills the server alone, as running out of memory would: the supervisor is to notice. */
  crash(): void {
    if (this.serving !== null) killIfThere(this.serving);
  }

  /** Ends the process and removes its data. */
  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
