import type { ClassSession, StudentSession } from './class-session';
import { Leases } from './lease';

/** Milliseconds that a session outlives its last holder. */
const LINGER_MS = 3_000;

/** The live sessions of this page: one for each viewer and class. */
export const studentSessions = new Leases<StudentSession>((session) => session.close(), LINGER_MS);
export const watcherSessions = new Leases<ClassSession>((session) => session.close(), LINGER_MS);
