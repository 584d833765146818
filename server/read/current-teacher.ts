import { headers } from 'next/headers';
import { sessionOf, type TeacherSession } from '@/server/auth/auth';

/** Who is signed in on the request that is being answered, or null. Server components and route handlers only. */
export async function currentTeacher(): Promise<TeacherSession | null> {
  return sessionOf(await headers());
}
