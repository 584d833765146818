/** Who is signed in. */
export interface TeacherSession {
  teacherId: string;
  name: string;
  email: string;
  sessionId: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}
