import { redirect } from 'next/navigation';
import { signInPath } from '@/client/account/safe-next';
import type { TeacherSession } from '@/server/auth/auth';
import { currentTeacher } from '@/server/read/current-teacher';

/** The signed-in teacher; nobody signed in is sent to sign in and comes back to `path` afterwards. */
export async function requireTeacher(path: string): Promise<TeacherSession> {
  return (await currentTeacher()) ?? redirect(signInPath(path));
}
