import { jitteredDelay } from '@/base/back-off';
import type { Credentials } from '@/protocol/attach';
import { checkpointPath } from '@/protocol/checkpoint-paths';
import { isRefusalCode, type RefusalCode } from '@/protocol/refusals';
import { studentAuthorization } from '@/protocol/submission';
import type { OfferedCheckpoint } from './checkpoint-choice';
import { littleEndian } from './little-endian';

const UPLOAD_MS = 120_000;
/** Milliseconds before the next attempt, and how many are made: over a quarter of an hour. */
const PAUSES = { least: 2_000, most: 30_000 };
const MOST_ATTEMPTS = 40;
/** Moments that wait; a line that is gone for long must not fill the memory. */
const MOST_WAITING = 8;

/** What may be different at the next attempt. All else that the server says is final, and the moment is not kept. */
const PASSING: ReadonlySet<RefusalCode> = new Set([
  'unknown-run',
  'rate-limited',
  'server-stopping',
  'internal',
  'storage-full',
  'storage-read-only',
  'storage-gone',
  'storage-unreachable',
]);

export interface CheckpointSenderMeans {
  code: string;
  credentials: Credentials;
  /** Resolves when the points of a run so far have arrived, or after a while. */
  arrived: (runId: string) => Promise<unknown>;
  fetch?: typeof fetch;
  /** Waits; never rejects. */
  wait?: (milliseconds: number) => Promise<void>;
  random?: () => number;
}

/** Sends moments of runs to the class, one after another, again and again while the line or the server is away. Nobody waits for it. */
export class CheckpointSender {
  private waiting: OfferedCheckpoint[] = [];
  private sending = false;
  private closed = false;

  constructor(private readonly means: CheckpointSenderMeans) {}

  send(checkpoint: OfferedCheckpoint): void {
    const isSame = (one: OfferedCheckpoint) => one.runId === checkpoint.runId && one.step === checkpoint.step;
    this.waiting = [...this.waiting.filter((one) => !isSame(one)), checkpoint].slice(-MOST_WAITING);
    if (!this.sending) void this.sendAll();
  }

  /** Sends no more. */
  close(): void {
    this.waiting = [];
    this.closed = true;
  }

  private async sendAll(): Promise<void> {
    this.sending = true;
    for (let next = this.waiting.shift(); next && !this.closed; next = this.waiting.shift())
      await this.sendOne(next);
    this.sending = false;
  }

  private async sendOne(checkpoint: OfferedCheckpoint): Promise<void> {
    const { arrived, wait = sleep, random = Math.random } = this.means;
    await arrived(checkpoint.runId);
    for (let attempt = 0; attempt < MOST_ATTEMPTS && !this.closed; attempt += 1) {
      if ((await this.attempt(checkpoint)) === 'done') return;
      await wait(jitteredDelay(PAUSES, attempt, random()));
    }
  }

  private async attempt({ weights, findings, ...about }: OfferedCheckpoint): Promise<'done' | 'again'> {
    const { code, credentials, fetch: ask = fetch } = this.means;
    let answer: unknown;
    try {
      const response = await ask(checkpointPath(code, { ...about, findings: [...findings] }), {
        method: 'POST',
        headers: {
          Authorization: studentAuthorization(credentials),
          'Content-Type': 'application/octet-stream',
        },
        body: littleEndian(weights),
        signal: AbortSignal.timeout(UPLOAD_MS),
      });
      answer = await response.json();
    } catch {
      // Nobody answered, or somebody else did.
      return 'again';
    }
    const said = (answer as { code?: unknown } | null)?.code;
    return isRefusalCode(said) && PASSING.has(said) ? 'again' : 'done';
  }
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
