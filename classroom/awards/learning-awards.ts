import { climbs } from '@/classroom/ladder';
import { finalRights } from '@/classroom/scoring';
import type { VerifiedScore } from '@/classroom/state';
import type { FindingKind } from '@/protocol/finding';
import { type AwardSource, type Deserved, mostDeserving, type RacedNetwork } from './award-source';

/** What the doctor finds, the gravest first: what a training dies of teaches more than what makes it slow. */
const GRAVEST: readonly FindingKind[] = [
  'exploding-gradient',
  'rate-too-high',
  'dead-units',
  'vanishing-gradient',
  'saturated-units',
  'overfitting',
  'too-few-examples',
  'one-sided-data',
  'doubtful-labels',
  'rate-too-low',
  'batch-too-small',
  'batch-too-large',
];

/** Whether one submission betters another on the hidden half by more than luck could. */
function isBetterOnHidden(before: VerifiedScore, after: VerifiedScore): boolean {
  const [was, is] = finalRights([before, after]) ?? [];
  return was !== undefined && is !== undefined && climbs(was, is);
}

const submissionsOf = ({ state }: AwardSource, { studentId }: RacedNetwork) =>
  state.scores.filter((score) => score.studentId === studentId);

/** Who has come furthest on the hidden half from the own first submission: by more than luck could. */
export function mostImproved(source: AwardSource): Deserved | null {
  return mostDeserving(
    source.networks.flatMap((network) => {
      const own = submissionsOf(source, network);
      const { studentId, best } = network;
      const [first] = own;
      if (!first || !isBetterOnHidden(first, best)) return [];
      const [from, to] = [first.privateAccuracy, best.privateAccuracy];
      return {
        ...{ studentId, worth: to - from, at: best.submittedAt },
        evidence: { kind: 'improved', from, to, handedIn: own.length },
      };
    }),
  );
}

/**
 * The failure that taught most: of students in whose trainings the doctor had found something, the one who afterwards came furthest from the own worst
 * submission to the one that counts, by more than luck could. Others than those who have an award already come first: a failure is worth telling for itself.
 * @param given students who have an award
 */
export function mostInstructiveFailure(source: AwardSource, given: ReadonlySet<string>): Deserved | null {
  const all = source.networks.flatMap((network) => {
    const { studentId, best } = network;
    const found = source.findingsOf(studentId);
    const finding = GRAVEST.find((kind) => found.includes(kind));
    const before = submissionsOf(source, network).filter(({ submittedAt }) => submittedAt < best.submittedAt);
    const worst = before.reduce<VerifiedScore | null>(
      (low, score) => (low === null || score.privateAccuracy < low.privateAccuracy ? score : low),
      null,
    );
    if (finding === undefined || worst === null || !isBetterOnHidden(worst, best)) return [];
    const [from, to] = [worst.privateAccuracy, best.privateAccuracy];
    return {
      ...{ studentId, worth: to - from, at: best.submittedAt },
      evidence: { kind: 'failure' as const, finding, from, to },
    };
  });
  const others = all.filter(({ studentId }) => !given.has(studentId));
  return mostDeserving(others.length > 0 ? others : all);
}
