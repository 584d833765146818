import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A free loopback port, as the system gives it. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The production server as `npm start` runs it, a supervisor with the server below it, with its own data folder and port. */
export class ServerProcess {
  private child: ChildProcess | null = null;
  private output = '';
  /** The process that serves, as the supervisor tells; another after a crash. */
  private serving: number | null = null;

  private constructor(
    readonly port: number,
    readonly dataDir: string,
    private readonly env: Record<string, string>,
  ) {}

  static async start(env: Record<string, string> = {}): Promise<ServerProcess> {
    const server = new ServerProcess(
      await freePort(),
      mkdtempSync(path.join(os.tmpdir(), 'perceptroom-browser-')),
      env,
    );
    await server.run();
    return server;
  }

  get origin(): string {
    return `http://localhost:${this.port}`;
  }

  /** The number of the process that serves, which the supervisor keeps running. */
  get servingPid(): number | null {
    return this.serving;
  }

  /** The number of the process that was started: the supervisor's. */
  get supervisorPid(): number | null {
    return this.child?.pid ?? null;
  }

  /** What the supervisor ended with; null while it runs. */
  get exitCode(): number | null {
    return this.child?.exitCode ?? null;
  }

  /** What the process has printed so far. */
  get printed(): string {
    return this.output;
  }

  /** Starts the process (again) and waits until it says that it is ready. */
  async run(): Promise<void> {
    const child = spawn(process.execPath, ['scripts/start.mjs'], {
      cwd: root,
      env: {
        ...process.env,
        ...this.env,
        NODE_ENV: 'production',
        PORT: String(this.port),
        HOST: '127.0.0.1',
        DATA_DIR: this.dataDir,
        LOG_LEVEL: 'info',
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.child = child;
    child.on('message', (message: { serving: number }) => {
      this.serving = message.serving;
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (data) => {
        this.output += data;
      });
    for (;;) {
      if (child.exitCode !== null) throw new Error(`The server ended at once:\n${this.output}`);
      const ready = await fetch(`${this.origin}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      );
      if (ready) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** As a power cut would end it, supervisor and server alike; any other signal goes to the supervisor, as an operator sends it. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
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
