import type { AttachInput } from '@/protocol/attach';
import { LIMITS } from '@/protocol/limits';
import { isNickname, normaliseNickname } from '@/protocol/nickname';
import { type Answer, refuse } from '@/protocol/refusals';
import { isReturnCode, normaliseReturnCode } from '@/protocol/return-code';
import { isRoomCode, normaliseRoomCode } from '@/protocol/room-code';
import { storageRefusal } from '@/protocol/storage';
import type { StudentView } from '@/protocol/views';
import { type CredentialsShelf, credentialsShelf } from './credentials';
import { deviceMark } from './device-mark';
import { studentSessions } from './page-sessions';
import { SocketClassSession } from './socket-class-session';
import { SocketIoWire } from './socket-io-wire';
import type { Wire } from './wire';

/** Milliseconds to reach the server before the person hears that it did not work. */
const PATIENCE_MS = 12_000;
/** Milliseconds that the joined session waits for the class page to take it. */
const HANDOVER_MS = 20_000;

/** What a fresh student knows. `view.me.membership` is `waiting` where the teacher lets people in one by one. */
export type JoinAnswer = Answer<{ code: string; view: StudentView }>;

export interface JoinMeans {
  shelf?: CredentialsShelf;
  openWire?: () => Wire;
  patienceMs?: number;
  /** The mark of this browser's profile. */
  device?: () => Promise<string | undefined>;
}

/**
 * Joins a class as a new student. Safe to repeat: until it succeeds, this tab asks with the same credentials, so a
 * join whose answer got lost is found and not made twice. On success the identity is kept and the live session waits
 * for `/class/CODE` on the same page. `not-attached` means that the server could not be reached.
 */
export async function joinClass(
  typedCode: string,
  typedNickname: string,
  means: JoinMeans = {},
): Promise<JoinAnswer> {
  const code = normaliseRoomCode(typedCode);
  if (!isRoomCode(code)) return refuse('unknown-code');
  const nickname = normaliseNickname(typedNickname.slice(0, LIMITS.nicknameUnits));
  if (!isNickname(nickname)) return refuse('nickname-invalid');

  const credentials = (means.shelf ?? credentialsShelf).candidate(code);
  const device = await (means.device ?? deviceMark)();
  const as = { kind: 'newcomer', nickname, credentials, ...(device !== undefined && { device }) } as const;
  return enter(code, as, credentials.secret, means);
}

/**
 * Takes the place up again that the teacher's code gives back, on this device. Safe to repeat, as a join is: the same device may use its
 * code again until it has heard the answer.
 */
export async function comeBack(
  typedCode: string,
  typedReturnCode: string,
  means: JoinMeans = {},
): Promise<JoinAnswer> {
  const code = normaliseRoomCode(typedCode);
  if (!isRoomCode(code)) return refuse('unknown-code');
  const returnCode = normaliseReturnCode(typedReturnCode);
  if (!isReturnCode(returnCode)) return refuse('return-code-wrong');
  const { secret } = (means.shelf ?? credentialsShelf).candidate(code);
  return enter(code, { kind: 'returning', returnCode, secret }, secret, means);
}

/** Attaches for the first time; from then on this browser is the student whom the server has made of it. */
async function enter(
  code: string,
  first: AttachInput['as'],
  secret: string,
  { shelf = credentialsShelf, openWire, patienceMs = PATIENCE_MS }: JoinMeans,
): Promise<JoinAnswer> {
  let as = first;
  const session = new SocketClassSession<StudentView>({
    code,
    as: () => as,
    wire: openWire?.() ?? new SocketIoWire(),
  });
  const refusal = await settled(session, patienceMs);
  const { view } = session.snapshot();
  if (refusal || !view) {
    session.close();
    return refusal ?? refuse('not-attached');
  }
  const credentials = { studentId: view.me.id, secret };
  as = { kind: 'student', credentials };
  shelf.keep(code, { credentials, nickname: view.me.nickname });
  studentSessions.offer(code, session, HANDOVER_MS);
  return { ok: true, code, view };
}

/** Waits for the first attach: null when it is there, else why not. */
function settled(session: SocketClassSession<StudentView>, patienceMs: number) {
  return new Promise<ReturnType<typeof refuse> | null>((resolve) => {
    const timer = setTimeout(() => finish(refuse('not-attached')), patienceMs);
    const look = () => {
      const { connection, refusal, storage } = session.snapshot();
      if (connection === 'online') finish(null);
      else if (storage !== 'ok') finish(refuse(storageRefusal(storage)));
      else if (connection === 'refused') finish(refuse(refusal ?? 'internal'));
    };
    const stop = session.subscribe(look);
    const finish = (result: ReturnType<typeof refuse> | null) => {
      clearTimeout(timer);
      stop();
      resolve(result);
    };
    look();
  });
}
