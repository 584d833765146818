import type { AwardEvidence, RevealStop } from './reveal';
import type { SharedPlace } from './shared-place';

/** Whom a part of a reveal is of: by name only where this viewer sees names. */
interface Shown {
  mark: { colour: number; glyph: number };
  nickname: string | null;
  /** The viewer's own. */
  own?: true;
}

/** Teams rank: those by whom one is judged, and how many of them have no network that counts. */
interface ShownTeam {
  size: number;
  missing: number;
}

/** A network of a reveal, or a team, which `nickname` names. Of what is not revealed nothing is told. */
export interface RevealRow extends Shown {
  team?: ShownTeam;
  /** On the board that the class has seen. */
  rank: number;
  place?: SharedPlace;
  accuracy: number;
  /** Null: not revealed. */
  finalAccuracy: number | null;
  /** Its place on the hidden half, once it is told what moved. */
  final?: { rank: number; place?: SharedPlace; could?: SharedPlace };
}

/** What moved, and whether it says something. */
export interface RevealMoves {
  networks: number;
  /** Teams are meant wherever it says networks. */
  ofTeams?: true;
  /** Networks whose place is another one now, and by how many places the one that moved most. */
  changed: number;
  most: number;
  /** Of those, how many stood before at a place that the hidden pictures leave open; null: not known. */
  within: number | null;
  /** Neighbours on the final board that cannot be told apart; null: not known. */
  alike: number | null;
}

export interface RevealedAward extends Shown {
  evidence: AwardEvidence;
}

/** A network in the picture without a winner. */
export interface PictureNetwork extends Shown {
  /** On the hidden half. */
  accuracy: number;
  weights: number;
  examples: number;
  /** No other is as accurate with as few weights and examples, and better in one of them. */
  front: boolean;
}

/** What everybody sees of a reveal. */
export interface RevealStage extends RevealStop {
  /** In the order in which they stand now; those of the viewer among them, wherever it stands. */
  rows: RevealRow[];
  /** Networks in the race, shown or not; or teams. */
  total: number;
  moves: RevealMoves | null;
  awards: RevealedAward[];
  picture: PictureNetwork[] | null;
  /** Students who have guessed what their own network will have right. */
  guesses: number;
}

/** A student's page: the own guess, which may be made until the first hidden result is shown. */
export interface OwnReveal extends RevealStage {
  guess: { mayGuess: boolean; guess: number | null };
}

/** An award as the teacher sees it before the class does. */
export interface DeskAward extends RevealedAward {
  studentId: string;
  withheld: boolean;
  shown: boolean;
}

/** The teacher's. */
export interface RevealDesk {
  stage: RevealStage;
  /** All stops, in order. */
  stops: RevealStop[];
  /** Everybody may know all of the final board. */
  revealed: boolean;
  awards: DeskAward[];
}

/** What a console is told of it. */
export interface RevealConsole {
  /** It can be begun. */
  offered: boolean;
  /** Null: it was not begun. */
  now: RevealDesk | null;
}
