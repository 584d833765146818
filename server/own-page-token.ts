import { createHmac, timingSafeEqual } from 'node:crypto';

/** Whose page it is: a student, and the group or class whose student it is. Ids of 32 hex digits. */
export interface PageOwner {
  /** The group's id; of a class of its own the class's. */
  roomId: string;
  studentId: string;
}

const ID_BYTES = 16;
const PROOF_BYTES = 16;
/** Both ids and the proof in base64url. */
const TOKEN = /^[\w-]{64}$/;

/**
 * The token of a student's own page. It names whose page it is and proves, with the server's secret, that the server gave it: nobody can make one,
 * and nothing of it is kept. It is worth nothing once the student is in the room no more.
 */
export function ownPageToken(secret: string, owner: PageOwner): string {
  return Buffer.concat([idsOf(owner), proofOf(secret, owner)]).toString('base64url');
}

/** Whose page a token opens; null: no server with this secret has given it. */
export function readOwnPageToken(secret: string, token: string): PageOwner | null {
  if (!TOKEN.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  const owner = {
    roomId: bytes.subarray(0, ID_BYTES).toString('hex'),
    studentId: bytes.subarray(ID_BYTES, 2 * ID_BYTES).toString('hex'),
  };
  return timingSafeEqual(bytes.subarray(2 * ID_BYTES), proofOf(secret, owner)) ? owner : null;
}

const idsOf = ({ roomId, studentId }: PageOwner) => Buffer.from(roomId + studentId, 'hex');

function proofOf(secret: string, { roomId, studentId }: PageOwner): Buffer {
  return createHmac('sha256', secret)
    .update(`own page of student ${studentId} in ${roomId}`)
    .digest()
    .subarray(0, PROOF_BYTES);
}
