import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';
import type { AttachInput } from '@/protocol/attach';
import type { ChallengeScored } from '@/protocol/challenge';
import type { ProductNext, ProductNextAnswer } from '@/protocol/class-product';
import type { Command } from '@/protocol/commands';
import type {
  AttachAnswer,
  ClientToServer,
  CommandAnswer,
  RunAppendAnswer,
  RunAttachAnswer,
  RunListAnswer,
  RunReadAnswer,
  ServerToClient,
} from '@/protocol/events';
import type { Answer } from '@/protocol/refusals';
import type { Batch } from '@/protocol/run';
import { EXPERIMENT } from './sample-run';

export interface TabOptions extends Partial<ManagerOptions & SocketOptions> {
  /** Who is signed in, as a `Cookie` header. */
  cookie?: string;
  /** Milliseconds for which an answer is waited for; null: for ever. Default two minutes, as a loaded machine may need. */
  patienceMs?: number | null;
}

const PATIENCE_MS = 120_000;

/** One tab without a browser: the socket of a page, asked as the product's pages ask. */
export class Tab {
  readonly socket: Socket<ServerToClient, ClientToServer>;
  private readonly patienceMs: number | null;

  constructor(
    readonly url: string,
    { cookie, patienceMs = PATIENCE_MS, ...options }: TabOptions = {},
  ) {
    this.patienceMs = patienceMs;
    this.socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      // Many that come at once wait for one another.
      timeout: PATIENCE_MS,
      ...(cookie === undefined ? {} : { extraHeaders: { cookie, origin: url } }),
      ...options,
    });
  }

  /** Sends anything at all and waits for the answer. */
  async say<Reply>(event: string, payload: unknown): Promise<Reply> {
    const loose = this.socket as unknown as Socket;
    const asked = this.patienceMs === null ? loose : loose.timeout(this.patienceMs);
    return (await asked.emitWithAck(event, payload)) as Reply;
  }

  attach = (payload: AttachInput) => this.say<AttachAnswer>('attach', payload);
  command = (command: Command) => this.say<CommandAnswer>('command', command);
  handIn = (answer: unknown) => this.say<Answer<ChallengeScored>>('challenge:submit', { answer });
  attachRun = (runId: string, given: object = {}) =>
    this.say<RunAttachAnswer>('run:attach', {
      runId,
      experiment: EXPERIMENT,
      backend: 'webgl',
      startedAt: 1,
      ...given,
    });
  append = (runId: string, epoch: number, piece: Batch) =>
    this.say<RunAppendAnswer>('run:append', { runId, epoch, batch: piece });
  nextRows = (asked: ProductNext) => this.say<ProductNextAnswer>('product:next', asked);
  listRuns = (studentId: string | null) => this.say<RunListAnswer>('run:list', { studentId });
  readRun = (runId: string) => this.say<RunReadAnswer>('run:read', { runId });

  /** Attaches now, and again whenever the line was lost. @throws Error with the refusal, the first time */
  async stayAttached(payload: AttachInput, again = payload): Promise<Extract<AttachAnswer, { ok: true }>> {
    const { as, code } = payload;
    const answer = await this.attach(payload);
    if (!answer.ok)
      throw new Error(
        `${as.kind === 'newcomer' ? as.nickname : as.kind} was refused by ${code}: ${answer.code}`,
      );
    this.socket.on('connect', () => void this.attach(again).catch(() => undefined));
    return answer as Extract<AttachAnswer, { ok: true }>;
  }

  close(): void {
    this.socket.close();
  }
}
