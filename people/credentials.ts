import { randomBytes } from 'node:crypto';
import type { Credentials } from '@/protocol/attach';

/** A new id of a student, a run or a drawing, as a browser draws it: 16 random bytes in hex. */
export const freshId = (): string => randomBytes(16).toString('hex');

/** What a new student's browser makes and keeps. */
export const newCredentials = (): Credentials => ({
  studentId: freshId(),
  secret: randomBytes(32).toString('hex'),
});
