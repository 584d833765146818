import type { DatasetId } from './datasets';
import type { FoolStage } from './fool-rules';

/** A student as others may know it. */
export interface FoolWhose {
  mark: { colour: number; glyph: number };
  /** Null: names are not shown. */
  nickname: string | null;
}

/** People have not said enough; most of them read what was meant; they do not. */
export type FoolVerdict = 'waiting' | 'read' | 'unread';

/** A drawing in the gallery of the hardest, of nobody. */
export interface FoolTile {
  id: string;
  /** What was meant, and what the leader's network reads. */
  label: number;
  answer: number;
  /** Networks besides the leader's that read it right, of how many. */
  right: number;
  asked: number;
  /** People who read what was meant, of how many. */
  read: number;
  judged: number;
  points: number;
}

/** A row of the board of those who fooled the leader; equals share a rank. */
export interface FoolerRow extends FoolWhose {
  rank: number;
  points: number;
  /** Drawings that count: the best of each label. */
  drawings: number;
}

/** What everybody may know of a game. */
export interface FoolNow {
  id: string;
  dataset: DatasetId;
  open: boolean;
  stage: FoolStage;
  /** Networks besides the leader's. */
  others: number;
  /** Whose network leads; null: nothing is ranked, or that student was forgotten. */
  leader: FoolWhose | null;
  /** Drawings that were tried, those of them that fool the leader, and those of which people have said enough. */
  tries: number;
  fooled: number;
  judged: number;
  /** Null: not shown yet. Hardest first. */
  gallery: readonly FoolTile[] | null;
  /** Null: not shown yet, or nothing is ranked. */
  foolers: readonly FoolerRow[] | null;
}

/** An own drawing. What people say of it is told with the gallery. */
export interface OwnFooled extends Omit<FoolTile, 'read' | 'judged'> {
  removed: boolean;
  /** Null: not shown yet, or there is nothing to judge: the leader reads it right. */
  people: { verdict: FoolVerdict; read: number; judged: number } | null;
}

/** As a student sees it. */
export interface OwnFool extends FoolNow {
  /** The own network is the one that everybody tries to fool. */
  leads: boolean;
  /** In order. */
  own: readonly OwnFooled[];
  left: number;
  /** Drawings of others that wait for this student, by id: the first few, and how many in all. */
  dealt: readonly string[];
  toJudge: number;
  /** Null: not shown yet. */
  points: number | null;
}

/** A drawing that fools the leader, with all that is known of it. */
export interface FoolEvidence extends FoolTile {
  studentId: string;
  /** How many of the other networks, and of the people, read which label; the last of people: cannot tell. */
  said: readonly number[];
  people: readonly number[];
  verdict: FoolVerdict;
  removed: boolean;
}

/** As the teacher sees it. */
export interface FoolDesk extends FoolNow {
  leaderId: string | null;
  /** Newest first. */
  drawings: readonly FoolEvidence[];
  /** As it stands, shown or not. */
  standing: readonly { studentId: string; rank: number; points: number; drawings: number }[];
}

/** At a console: how many networks could take part, and the game that is on, or was shown last. */
export interface FoolConsole {
  networks: number;
  now: FoolDesk | null;
}

/** One as a teacher reads of it afterwards, with its pictures. */
export interface PlayedFool extends Omit<FoolDesk, 'drawings'> {
  openedAt: number;
  drawings: readonly (FoolEvidence & { pixels: string })[];
}
