import type { AttachInput } from '@/protocol/attach';
import { LIMITS } from '@/protocol/limits';
import { isNickname, normaliseNickname } from '@/protocol/nickname';
import { type Answer, refuse } from '@/protocol/refusals';
import { isRoomCode, normaliseRoomCode } from '@/protocol/room-code';
import { storageRefusal } from '@/protocol/storage';
import type { StudentView } from '@/protocol/views';
import { type CredentialsShelf, credentialsShelf } from './credentials';
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

  const shelf = means.shelf ?? credentialsShelf;
  const credentials = shelf.candidate(code);
  let as: AttachInput['as'] = { kind: 'newcomer', nickname, credentials };
  const session = new SocketClassSession<StudentView>({
    code,
    as: () => as,
    wire: means.openWire?.() ?? new SocketIoWire(),
  });
  const refusal = await settled(session, means.patienceMs ?? PATIENCE_MS);
  const { view } = session.snapshot();
  if (refusal || !view) {
    session.close();
    return refusal ?? refuse('not-attached');
  }
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
