import type { ClassState, VerifiedScore } from '@/classroom/state';
import type { FindingKind } from '@/protocol/finding';
import type { AwardEvidence } from '@/protocol/reveal';

/** A network on the final board. */
export interface RacedNetwork {
  studentId: string;
  /** The submission that counts. */
  best: VerifiedScore;
  weights: number;
  /** Training examples. */
  examples: number;
}

/** What awards are given by: all that the class has kept of its race. */
export interface AwardSource {
  state: ClassState;
  /** In the order of the final board. */
  networks: readonly RacedNetwork[];
  /** A share of the hidden half that a small network must reach (`raceBar`). */
  bar: number;
  /** What the doctor has found in a student's trainings. */
  findingsOf(studentId: string): readonly FindingKind[];
}

/** Who an award goes to, and why. */
export interface Deserved {
  studentId: string;
  evidence: AwardEvidence;
}

/** Somebody who may be given an award: the larger `worth` deserves it; of equals the one whose network was handed in first. */
export interface Candidate extends Deserved {
  worth: number;
  at: number;
}

/** The one who deserves it; null: nobody does. */
export function mostDeserving(candidates: readonly Candidate[]): Deserved | null {
  const [first] = candidates.toSorted((a, b) => b.worth - a.worth || a.at - b.at);
  return first ? { studentId: first.studentId, evidence: first.evidence } : null;
}
