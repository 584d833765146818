import type { AuditFigure } from './audit-figures';
import type { AuditData, AuditKind, AuditStage } from './audit-settings';
import type { DatasetId } from './datasets';
import type { Experiment } from './experiment';

/** Shares of right answers of several networks. */
interface AuditRange {
  low: number;
  middle: number;
  high: number;
}

/** Networks that learned from the same kind of data; all of them together until the class has seen what was in them. */
export interface AuditGroup {
  /** Null: not told yet. */
  data: AuditData | null;
  networks: number;
  /** What they are right on; left out: not shown yet. */
  figures: Partial<Record<AuditFigure, AuditRange>>;
  /** With the mark of another label, the middle of the shares that are answered by what it says; null: not shown yet. */
  follows: number | null;
  /** How often each was guessed of what data these were; null: not told yet. */
  guesses: readonly number[] | null;
}

/** What everybody may know of what came of it, as far as it has been shown: nobody's network is told apart. */
export interface AuditResult {
  pictures: number;
  lost: number;
  groups: readonly AuditGroup[];
  /** How often each share was guessed, and how often each came true; null: not shown yet. */
  shares: { guessed: readonly number[]; came: readonly number[] } | null;
  /** Of students whose pictures carried a mark: how many have tapped its place; null: not told yet. */
  tapped: { right: number; of: number } | null;
}

/** One that is on, or the last whose networks were asked. */
export interface AuditNow {
  id: string;
  dataset: DatasetId;
  open: boolean;
  stage: AuditStage;
  /** Students who have guessed both. */
  guessed: number;
  /** Students who train, and those of them whose network has been handed in. */
  dealt: number;
  handedIn: number;
  /** Null: they have not been asked. */
  result: AuditResult | null;
}

/** What a student's own network is right on, as far as it has been shown. */
export interface OwnAudited {
  figures: Partial<Record<AuditFigure, number>>;
  /** Null: not told yet. */
  data: AuditData | null;
  /** Pixels of the marks in the own pictures, label by label; null: there were none, or it is not told yet. */
  marks: readonly (readonly number[])[] | null;
}

/** As a student sees it. */
export interface OwnAudit extends AuditNow {
  /** Null: not guessed. */
  share: number | null;
  data: number | null;
  tap: number | null;
  /** What this student trains; null: nothing was dealt. */
  experiment: Experiment | null;
  /** It is handed in: what was guessed of what it will be right on stands. */
  isHandedIn: boolean;
  /** It was handed in before its training had come to its end, and takes no part. */
  early: boolean;
  /** Null: they have not been asked, or the own takes no part. */
  own: OwnAudited | null;
}

/** A network as a dot; null: not shown yet. */
export interface AuditDot {
  /** Null: not told yet. */
  data: AuditData | null;
  figures: Partial<Record<AuditFigure, number>>;
}

/** What training has moved in one network: a byte a pixel, as text (protocol/audit). */
export interface AuditPixels {
  data: AuditData;
  pixels: string;
  /** Pixels of its marks, label by label; null: there were none. */
  marks: readonly (readonly number[])[] | null;
}

/** As the wall does. */
export interface AuditOnScreen extends AuditNow {
  /** In an order that tells nothing of whose they are. */
  dots: readonly AuditDot[];
  /** Empty until it is told what was in the data. */
  pixels: readonly AuditPixels[];
}

/** As the teacher does. */
export interface AuditDesk extends AuditOnScreen {
  kind: AuditKind;
  early: number;
}

/** At a console: the one that is on, or whose networks were asked last. */
export interface AuditConsole {
  now: AuditDesk | null;
}

/** One whose networks were asked, as a teacher reads of it afterwards. */
export interface PastAudit extends AuditOnScreen {
  kind: AuditKind;
  auditedAt: number;
}
