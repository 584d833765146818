import { z } from 'zod';
import { CLASSES_PATH } from './class-paths';
import { LIMITS } from './limits';
import { countGraphemes, withoutUnseen } from './nickname';

/** What a teacher writes about a run. `note`: for teachers alone. `feedback`: its student reads it. */
export const REMARK_KINDS = ['note', 'feedback'] as const;
export type RemarkKind = (typeof REMARK_KINDS)[number];

export interface Remark {
  runId: string;
  kind: RemarkKind;
  text: string;
  /** When it was written or changed last; server's clock, milliseconds since 1970. */
  writtenAt: number;
}

/** `PATCH`, by an owner of the class: writes or changes a remark; an empty text takes it away. Answered as `Answer<RemarkWritten>`. */
export const remarkPath = (classId: string, runId: string) =>
  `${CLASSES_PATH}/${classId}/runs/${runId}/remarks`;
export const remarkSchema = z.strictObject({
  kind: z.enum(REMARK_KINDS),
  text: z.string().max(LIMITS.remarkUnits),
});

export interface RemarkWritten {
  /** Null: it was taken away. */
  remark: Remark | null;
  /** The student was told by a message, since the class goes on. */
  told: boolean;
}

/** A remark as it is kept and shown: nothing that nobody can see, blanks and new lines folded to one blank. */
export const normaliseRemark = (typed: string): string => withoutUnseen(typed, 'NFC');

/** Whether a normalised remark is no longer than it may be. */
export const isRemark = (text: string): boolean =>
  text.length <= LIMITS.remarkUnits && countGraphemes(text) <= LIMITS.remarkGraphemes;

const segmenter = new Intl.Segmenter();
const MORE = '…';

/** A feedback as a message on the student's page: its beginning, where it is longer than one. */
export function remarkAsMessage(text: string): string {
  if (countGraphemes(text) <= LIMITS.messageGraphemes) return text;
  const graphemes = [...segmenter.segment(text)].slice(0, LIMITS.messageGraphemes - 1);
  return (
    graphemes
      .map(({ segment }) => segment)
      .join('')
      .trimEnd() + MORE
  );
}
