import type { Student } from './state';

/** Sent out by a teacher: removed, who may join again as somebody new, or banned, who may not. */
export function isSentOut({ membership }: Pick<Student, 'membership'>): boolean {
  return membership === 'removed' || membership === 'banned';
}

/** A student who is sent out, and remembers what it was. @param sweptSince with which sweep of newcomers; null: alone */
export function sentOut(
  student: Student,
  to: 'removed' | 'banned',
  sweptSince: number | null = null,
): Student {
  const sentOutFrom = isSentOut(student) ? student.sentOutFrom : student.membership;
  return { ...student, membership: to, sentOutFrom, sweptSince };
}
