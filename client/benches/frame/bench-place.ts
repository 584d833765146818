import type { ComponentType } from 'react';
import type { PointsRuns } from '@/client/training/points-runs';
import type { Elements } from '@/client/ui/elements';
import type { BenchId, BenchOptions } from '@/lessons/bench';
import type { Facts } from '@/lessons/facts';
import type { Work } from '@/protocol/bench-work';
import type { ChallengeScored } from '@/protocol/challenge';
import type { ProductNext, ProductNextAnswer } from '@/protocol/class-product';
import type { ToldItem } from '@/protocol/done';
import type { Finding } from '@/protocol/finding';
import type { Answer } from '@/protocol/refusals';
import type { Board, BoardRow } from '@/protocol/views';
import type { OpenWork } from './open-work';

/** The class's board, as one of its students sees it. */
export interface BoardInSight {
  board: Board;
  /** The own row; null before the first answer. */
  ownRow: BoardRow | null;
  /** For the own row where the board shows no names. */
  ownName: string;
}

/** What the end of a lesson shows; the lesson around it knows all of it. */
export interface RecapParts {
  /** The lesson's own. */
  question: string;
  /** The student's own work at another step; null: the class has no such step. */
  work: RecapWork | null;
  /** The questions after the lesson; null: none are asked. */
  quiz: Elements | null;
  /** The lesson's last question is answered to its end. */
  used: boolean;
  /** The lesson after this one; null: it is the last. */
  next: { title: string; question: string } | null;
}

/** The step that the end of a lesson looks back at. */
export interface RecapWork {
  title: string;
  /** Its bench as the student left it, to be looked at; null: nothing was done there. */
  bench: Elements | null;
  /** Goes to it; null where it cannot be chosen. */
  go: (() => void) | null;
}

/** Where a bench stands: what it gets from the lesson around it, alone at /learn or in a class. */
export interface BenchPlace {
  kind: 'class' | 'alone';
  /** From this everything dealt is drawn (`engine/challenges`, example points): one seed a class, or one a visitor. */
  seed: number;
  lessonId: string;
  stepId: string;
  /** Why the bench's actions wait, in the viewer's words (paused by the teacher, prediction not yet made); null: go on. */
  held: string | null;
  /**
   * Hands in one answer for the lesson's challenge: checked by the server in a class, by the same rules here alone.
   * @param answer as protocol/challenges describes it
   */
  handIn(answer: unknown): Promise<Answer<ChallengeScored>>;
  /** Hands rows of the class's product in and asks for others; left out where there is no class. */
  product?: ((asked: ProductNext) => Promise<ProductNextAnswer>) | undefined;
  /** The student's standing so far, or null before the first answer. */
  standing: ChallengeScored | null;
  /** The class's board while it is shown, null alone or while the ranking is off. */
  board: BoardInSight | null;
  /** Says which of the prediction's choices came true (its index), once the bench has shown it; null: this device cannot show it. */
  cameTrue(choice: number | null): void;
  /** Tells the class what the doctor finds in the training on the bench; left out where there is no class to tell. */
  found?(findings: readonly Finding[]): void;
  /** Takes what the bench tells of itself for the step's goals (use-facts); left out where nobody works here. */
  tell?: ((facts: Facts) => void) | undefined;
  /** Tells how far the student is with what the bench asks for (use-reached); left out where nobody is told. */
  reached?: ((item: ToldItem | null) => void) | undefined;
  /** Where the bench lays its work open to the class; left out where there is none. */
  open?: OpenWork | undefined;
  /** Keeps trainings that no trainer of the page keeps with the class; left out where there is none. */
  runs?: PointsRuns | undefined;
  /** Another's work, which the bench shows instead of its own: nothing is kept here, and no hand changes it. */
  shown?: readonly Work[] | undefined;
  /** Where another's work is shown: how the class calls the labels of its drawings; null: as every language does. */
  labels?: readonly string[] | null | undefined;
  /** What was done here is looked back at, at the end of a lesson: nothing is worked on. */
  looksBack?: boolean;
  /** At the end of a lesson; left out where another's page is looked at. */
  recap?: RecapParts | undefined;
  /** Reads out politely what has happened. */
  announce(words: string): void;
}

/** Who looks at a bench, or whose it is, and whom it tells how it is. */
export type Looks = Pick<BenchPlace, 'open' | 'shown' | 'tell'>;

export interface BenchProps<Id extends BenchId> {
  options: BenchOptions[Id];
  place: BenchPlace;
}

/** A bench of the curriculum, as client/benches/registry lists it. */
export type BenchComponent<Id extends BenchId> = ComponentType<BenchProps<Id>>;
