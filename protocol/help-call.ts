import type { Activity } from './activity';
import type { FindingKind } from './finding';
import type { HelpKind } from './help';

/** How it stood with a student at a moment: whether help has changed anything is told by two of them. */
export interface HelpStanding {
  activity: Activity;
  /** The gravest that the doctor had found; null: nothing. */
  finding: FindingKind | null;
  /** What the board ranks by, 0 to 1; null: nothing yet. */
  result: number | null;
}

/** A call of a student's, from its asking to its end. Times: the server's clock, milliseconds since 1970. */
export interface HelpCall {
  studentId: string;
  /** Of the student's calls in this class, from 1. */
  number: number;
  kind: HelpKind;
  askedAt: number;
  /** Who helps, or is helped. */
  partnerId: string | null;
  pairedAt: number | null;
  endedAt: number | null;
  before: HelpStanding;
  /** At its end. */
  after: HelpStanding | null;
}
