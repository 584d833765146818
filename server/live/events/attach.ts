import { isOwner } from '@/classroom/owners';
import { whoIsHere } from '@/classroom/view';
import { type Attach, attachSchema, type Credentials } from '@/protocol/attach';
import type { AttachAnswer } from '@/protocol/events';
import { type Refusal, refuse } from '@/protocol/refusals';
import { isReturnCode, normaliseReturnCode } from '@/protocol/return-code';
import type { TelemetrySnapshot } from '@/protocol/telemetry';
import { browserKindOf } from '@/server/live/browser-kind';
import type { Connection } from '@/server/live/connection';
import { hashSecret, secretMatches } from '@/server/live/credentials';
import { deviceCookie, deviceHash } from '@/server/live/device-mark';
import { type EventParts, openEvent } from '@/server/live/event';
import type { LiveClass } from '@/server/live/live-class';
import { viewFor } from '@/server/live/view-broadcast';
import { isAtConsole, personOf, type Role } from '@/server/live/viewer';

/** Joining, reconnecting and reloading: proves who asks, gives the connection its place, answers with the whole view. */
export const attach = openEvent({
  schema: attachSchema,
  handle: (parts, connection, payload) =>
    connection.attachNext(() => attachConnection(parts, connection, payload)),
});

type Newcomer = Extract<Attach['as'], { kind: 'newcomer' }>;

async function attachConnection(
  parts: EventParts,
  connection: Connection,
  { code, as }: Attach,
): Promise<AttachAnswer> {
  if (!connection.mayAttach(parts.bounds.attachesOfSocket, parts.steady())) return refuse('rate-limited');
  if (!parts.guesses.mayLookUp() && as.kind === 'newcomer') return refuse('rate-limited');
  const live = await parts.classes.byCode(code);
  if (as.kind === 'returning') {
    const role = live && (await takeBack(parts, live, as));
    if (role) return 'ok' in role ? role : attached(parts, connection, live, role);
    // Only now: a right code is never behind those who guess.
    if (!parts.guesses.mayLookUp()) return refuse('rate-limited');
    return parts.guesses.wrong(connection.address, live ? 'return-code-wrong' : 'unknown-code');
  }
  if (!live && (await parts.groups.hasRoom(code))) return refuse('room-closed');
  if (!live) return parts.guesses.wrong(connection.address, 'unknown-code');
  const role = await identify(parts, connection, live, as);
  if ('ok' in role) return role;
  return attached(parts, connection, live, role);
}

function attached(parts: EventParts, connection: Connection, live: LiveClass, role: Role): AttachAnswer {
  if (!parts.attaches.allow(`${live.id} ${personOf(role)}`, parts.steady())) return refuse('rate-limited');
  connection.attach(live, role);
  const view = viewFor(
    live.state(),
    role,
    whoIsHere(live.state(), (id) => live.isHere(id)),
  );
  if (!view) return refuse('unknown-student');
  return {
    ok: true,
    view,
    telemetry: isAtConsole(role) ? telemetryOf(live) : null,
    serverTime: live.now(),
  };
}

function telemetryOf(live: LiveClass): TelemetrySnapshot {
  const ids = live.presentIds();
  const product = live.product.atConsole();
  return {
    ...live.telemetry.snapshot(ids),
    conditions: ids.map((id) => live.conditions.of(id)),
    ...(product !== null && { product }),
  };
}

async function identify(
  parts: EventParts,
  connection: Connection,
  live: LiveClass,
  as: Exclude<Attach['as'], { kind: 'returning' }>,
): Promise<Role | Refusal> {
  switch (as.kind) {
    case 'newcomer':
      return join(parts, connection, live, as);
    case 'student':
      return resume(parts, connection, live, as.credentials);
    case 'assistant':
      return assist(parts, connection, live, as.token);
    case 'teacher':
    case 'screen': {
      const session = await parts.auth.sessionOf(connection.headers);
      if (!session) return refuse('not-signed-in');
      parts.prove(connection);
      if (!isOwner(live.state(), session.teacherId)) return refuse('not-your-class');
      return { kind: as.kind, teacherId: session.teacherId };
    }
  }
}

async function join(
  parts: EventParts,
  connection: Connection,
  live: LiveClass,
  { credentials: { studentId, secret }, nickname, device }: Newcomer,
): Promise<Role | Refusal> {
  // A repeated join makes nobody new.
  const isNew = () => live.state().students[studentId] === undefined;
  const { bounds, joins, steady } = parts;
  if (isNew()) {
    if (!connection.mayMakeStudent(bounds.joins.ofSocket, steady())) return refuse('rate-limited');
    if (!(await joins.admit(`${live.id} ${connection.address}`, browserKindOf(connection))))
      return refuse('rate-limited');
  }
  const wasNew = isNew();
  // Who has drawn is not forgotten to make room.
  if (wasNew && live.pool.kind !== null) await live.pool.ready();
  const devices = devicesOf(parts, connection, live, device);
  const secretHash = hashSecret(secret);
  const command = { type: 'student:join', studentId, secretHash, nickname, devices } as const;
  const answer = await live.ask(command, { kind: 'newcomer' });
  if (answer.ok && wasNew) connection.madeStudent();
  return answer.ok ? { kind: 'student', studentId } : answer;
}

/** What is kept of the marks that a newcomer's browser shows: its cookie's, which scripts cannot change, and its storage's. */
function devicesOf(
  { secret }: EventParts,
  { headers }: Connection,
  live: LiveClass,
  shown?: string,
): string[] {
  const marks = new Set([deviceCookie(headers), shown].filter((mark) => typeof mark === 'string'));
  if (marks.size === 0) return [];
  const { id, groupId } = live.state();
  return [...marks].map((mark) => deviceHash(secret, groupId ?? id, mark));
}

async function resume(
  parts: EventParts,
  connection: Connection,
  live: LiveClass,
  { studentId, secret }: Credentials,
): Promise<Role | Refusal> {
  const student = live.state().students[studentId];
  // The same answer for a wrong secret: whether an id exists is nobody's business.
  if (!student || !secretMatches(secret, student.secretHash)) {
    return parts.guesses.wrong(connection.address, 'unknown-student');
  }
  const answer = await live.ask({ type: 'student:return' }, { kind: 'student', studentId });
  return answer.ok ? { kind: 'student', studentId } : answer;
}

async function assist(
  parts: EventParts,
  connection: Connection,
  live: LiveClass,
  token: string,
): Promise<Role | Refusal> {
  const found = live.state().assistants.find(({ tokenHash }) => secretMatches(token, tokenHash));
  if (!found) return parts.guesses.wrong(connection.address, 'unknown-link');
  const answer = await live.ask({ type: 'assistant:seen', assistantId: found.id }, { kind: 'server' });
  return answer.ok ? { kind: 'assistant', assistantId: found.id } : answer;
}

/** The place that a return code gives back, from whoever has it to this device. Null: it is no such code. */
async function takeBack(
  { steady }: EventParts,
  live: LiveClass,
  { returnCode, secret }: Extract<Attach['as'], { kind: 'returning' }>,
): Promise<Role | Refusal | null> {
  const code = normaliseReturnCode(returnCode);
  const secretHash = hashSecret(secret);
  const studentId = isReturnCode(code) ? live.returnCodes.claim(code, secretHash, steady()) : null;
  if (studentId === null) return null;
  const before = live.state().students[studentId]?.secretHash;
  const answer = await live.ask({ type: 'student:take-back', studentId, secretHash }, { kind: 'server' });
  if (!answer.ok) {
    live.returnCodes.giveBack(code);
    return answer;
  }
  if (before !== secretHash)
    live.detach('place-moved', ({ role }) => role.kind === 'student' && role.studentId === studentId);
  return { kind: 'student', studentId };
}
