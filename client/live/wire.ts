import type { ProductNextAnswer } from '@/protocol/class-product';
import type {
  AttachAnswer,
  ChallengeSubmitAnswer,
  ClientToServer,
  CommandAnswer,
  FoolPicturesAnswer,
  MergeUnitsAnswer,
  RunAppendAnswer,
  RunAttachAnswer,
  RunListAnswer,
  RunReadAnswer,
  SetUpReadAnswer,
  SnapshotReadAnswer,
} from '@/protocol/events';
import type { PoolFrame, PoolOpenAnswer } from '@/protocol/pool';
import type { Answer, RefusalCode } from '@/protocol/refusals';
import type { UnitAsked } from '@/protocol/relay-unit';
import type { StudentCodeAnswer } from '@/protocol/return-code';
import type { SightFrame, Watched } from '@/protocol/sight';
import type { StorageState } from '@/protocol/storage';
import type { ScreenFrame, TeacherFrame } from '@/protocol/telemetry';
import type { View } from '@/protocol/views';

/** What can be asked over the wire, with its answer. */
export interface WireAnswers {
  attach: AttachAnswer;
  command: CommandAnswer;
  'student:code': StudentCodeAnswer;
  'student:condition': Answer;
  'setup:read': SetUpReadAnswer;
  'snapshot:take': Answer;
  'snapshot:read': SnapshotReadAnswer;
  'sight:watch': Answer;
  'sight:show': Answer;
  'challenge:submit': ChallengeSubmitAnswer;
  'ensemble:count': Answer;
  'audit:run': Answer;
  'merge:average': Answer;
  'merge:units': MergeUnitsAnswer;
  'fool:try': Answer;
  'fool:pictures': FoolPicturesAnswer;
  'pool:open': PoolOpenAnswer;
  'pool:add': Answer;
  'pool:remove': Answer;
  'pool:label': Answer;
  'pool:clear': Answer;
  'product:next': ProductNextAnswer;
  'relay:send': Answer;
  'run:attach': RunAttachAnswer;
  'run:append': RunAppendAnswer;
  'run:list': RunListAnswer;
  'run:read': RunReadAnswer;
}
export type WireRequest = keyof WireAnswers;
export type WirePayload<Request extends WireRequest> = Parameters<ClientToServer[Request]>[0];

/** What happens on the wire unasked. */
export interface WireHandlers {
  connected(): void;
  /** The connection is gone, or an attempt at one has failed. */
  disconnected(): void;
  view(view: View): void;
  frame(frame: TeacherFrame): void;
  screenFrame(frame: ScreenFrame): void;
  pool(frame: PoolFrame): void;
  sight(frame: SightFrame): void;
  watched(watched: Watched): void;
  unit(asked: UnitAsked): void;
  detached(code: RefusalCode): void;
  stopping(): void;
  storage(state: StorageState): void;
}

/**
 * One connection at a time to the server, opened and dropped on demand: no retries and no state of its own, so that
 * the session decides alone when to try again, and tests can stand in for it.
 */
export interface Wire {
  handle(handlers: WireHandlers): void;
  /** Begins an attempt; `connected` or `disconnected` follows. Does nothing while one is under way or stands. */
  open(): void;
  /** Ends the connection or the attempt at once; `disconnected` is not called for it. */
  drop(): void;
  /** Resolves with the answer, or with null where none came: not connected, connection lost, or too late. */
  request<Request extends WireRequest>(
    name: Request,
    payload: WirePayload<Request>,
    timeoutMs: number,
  ): Promise<WireAnswers[Request] | null>;
}
