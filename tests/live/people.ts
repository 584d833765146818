import { createHash, randomBytes } from 'node:crypto';
import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';
import type { AttachInput, Credentials } from '@/protocol/attach';
import type { ChallengeScored } from '@/protocol/challenge';
import { CLASSES_PATH, type ClassCreated } from '@/protocol/classes';
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
import type { Experiment } from '@/protocol/experiment';
import type { Answer, RefusalCode } from '@/protocol/refusals';
import type { Batch, Point, RunState } from '@/protocol/run';
import { type SubmissionScored, studentAuthorization, submissionPath } from '@/protocol/submission';
import type { ScreenFrame, TeacherFrame } from '@/protocol/telemetry';
import type { View } from '@/protocol/views';
import { LESSON, TEACHER } from './class-server';

export const newId = () => randomBytes(16).toString('hex');
export const newCredentials = (): Credentials => ({
  studentId: newId(),
  secret: randomBytes(32).toString('hex'),
});

/** No hidden layer: 7,850 weights. */
export const EXPERIMENT: Experiment = {
  dataset: 'digits',
  examples: 640,
  network: { kind: 'dense', hidden: [], activation: 'relu' },
  loss: 'cross-entropy',
  optimizer: 'sgd',
  learningRate: 0.1,
  batchSize: 64,
  epochs: 5,
  l2: 0,
  seed: 1,
};
export const WEIGHTS = 7_850;

export function point(step: number, given: Partial<Point> = {}): Point {
  return {
    step,
    epoch: step / 10,
    loss: 2 / (step + 1),
    accuracy: 0.5,
    validationLoss: null,
    validationAccuracy: null,
    examplesPerSecond: 1000,
    ...given,
  };
}

export function batch(sequence: number, state: RunState = 'training'): Batch {
  return { sequence, points: [point(sequence * 2 - 1), point(sequence * 2)], state, report: null };
}

/** Resolves when the condition holds; fails after a while with what was waited for. */
export async function until<Result>(
  what: string,
  condition: () => Result | null | undefined | false,
  milliseconds = 30_000,
): Promise<Result> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const result = condition();
    if (result) return result;
    if (Date.now() > end) throw new Error(`waited in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** One browser tab: a socket, and all that it was ever told. */
export class Tab {
  readonly socket: Socket<ServerToClient, ClientToServer>;
  readonly views: View[] = [];
  readonly frames: TeacherFrame[] = [];
  readonly screenFrames: ScreenFrame[] = [];
  readonly detached: RefusalCode[] = [];
  /** Everything the server has sent, as text, to search for what must not be in it. */
  received = '';
  stopping = false;

  constructor(url: string, options: Partial<ManagerOptions & SocketOptions> = {}) {
    this.socket = io(url, { transports: ['websocket'], forceNew: true, reconnection: false, ...options });
    this.socket.onAny((event: string, ...args: unknown[]) => {
      this.received += `${event} ${JSON.stringify(args)}\n`;
    });
    this.socket.on('view', (view) => this.views.push(view));
    this.socket.on('frame', (frame) => this.frames.push(frame));
    this.socket.on('screen:frame', (frame) => this.screenFrames.push(frame));
    this.socket.on('detached', (code) => this.detached.push(code));
    this.socket.on('stopping', () => {
      this.stopping = true;
    });
  }

  /** Sends anything at all and waits for the answer. */
  async say<Reply>(event: string, payload: unknown): Promise<Reply> {
    const loose = this.socket as unknown as Socket;
    const answer = (await loose.timeout(30_000).emitWithAck(event, payload)) as Reply;
    this.received += `answer ${JSON.stringify(answer)}\n`;
    return answer;
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
  listRuns = (studentId: string | null) => this.say<RunListAnswer>('run:list', { studentId });
  readRun = (runId: string) => this.say<RunReadAnswer>('run:read', { runId });

  close(): void {
    this.socket.close();
  }
}

const tabs: Tab[] = [];
export function openTab(url: string, options?: Partial<ManagerOptions & SocketOptions>): Tab {
  const tab = new Tab(url, options);
  tabs.push(tab);
  return tab;
}
export function closeTabs(): void {
  for (const tab of tabs.splice(0)) tab.close();
}

export const teacherHeaders = (teacherId = TEACHER) => ({ cookie: `teacher=${teacherId}` });

/** A request as a page of this server makes it. */
export async function request<Reply>(
  url: string,
  method: string,
  route: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: BodyInit } = {},
): Promise<{ status: number; answer: Reply }> {
  const response = await fetch(`${url}${route}`, {
    method,
    headers: { origin: url, ...headers },
    ...(body === undefined ? {} : { body }),
  });
  return { status: response.status, answer: (await response.json()) as Reply };
}

export async function makeClass(url: string, teacherId = TEACHER, lessonId = LESSON): Promise<ClassCreated> {
  const { answer } = await request<Answer<ClassCreated>>(url, 'POST', CLASSES_PATH, {
    headers: teacherHeaders(teacherId),
    body: JSON.stringify({ lessonId }),
  });
  if (!answer.ok) throw new Error(answer.code);
  return answer;
}

export async function teacherTab(url: string, code: string, teacherId = TEACHER): Promise<Tab> {
  const tab = openTab(url, { extraHeaders: teacherHeaders(teacherId) });
  mustBeOk(await tab.attach({ code, as: { kind: 'teacher' } }));
  return tab;
}

/** A student that has joined, and its credentials. */
export async function studentTab(
  url: string,
  code: string,
  nickname: string,
  credentials = newCredentials(),
): Promise<{ tab: Tab; credentials: Credentials; id: string }> {
  const tab = openTab(url);
  mustBeOk(await tab.attach({ code, as: { kind: 'newcomer', nickname, credentials } }));
  return { tab, credentials, id: credentials.studentId };
}

export function mustBeOk<Reply extends { ok: boolean }>(answer: Reply): Extract<Reply, { ok: true }> {
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer)}`);
  return answer as Extract<Reply, { ok: true }>;
}

export function submit(
  url: string,
  code: string,
  runId: string,
  credentials: Credentials,
  weights: Float32Array | Uint8Array,
) {
  return request<Answer<SubmissionScored>>(url, 'POST', submissionPath(code, runId), {
    headers: { authorization: studentAuthorization(credentials) },
    body: new Uint8Array(weights.buffer as ArrayBuffer, weights.byteOffset, weights.byteLength),
  });
}

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
