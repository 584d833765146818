import { StudentMark, type StudentMarkProps } from '@/client/ui/student-mark';
import type { BoardRow } from '@/protocol/views';
import { TeamMark } from './team-mark';

interface Props extends Omit<StudentMarkProps, 'mark'> {
  row: Pick<BoardRow, 'mark'> & { team?: unknown };
}

/** The mark of whoever stands in a row: a student's, or a team's. */
export function RowMark({ row: { mark, team }, ...rest }: Props) {
  if (team === undefined) return <StudentMark mark={mark} {...rest} />;
  return (
    <TeamMark colour={mark.colour} {...(rest.className !== undefined && { className: rest.className })} />
  );
}
