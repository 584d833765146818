import { StudentMark } from '@/client/ui/student-mark';
import type { ReplayStudent } from './replay';

/** Whose something on the wall is: the mark, and the name where the wall had it. */
export function Whose({ student, named }: { student: ReplayStudent; named: boolean }) {
  return (
    <>
      <StudentMark mark={student.mark} className="size-5" />
      {named && (
        <span translate="no" className="truncate font-semibold">
          {student.nickname}
        </span>
      )}
    </>
  );
}
