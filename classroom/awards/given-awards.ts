import { AWARD_KINDS, type AwardKind, type GivenAward } from '@/protocol/reveal';
import type { AwardSource, Deserved } from './award-source';
import { fewestExamples, smallestNetwork } from './frugal-awards';
import { mostImproved, mostInstructiveFailure } from './learning-awards';
import { bestPrediction, mostHelpful } from './people-awards';

/**
 * The awards of a race, in the order in which they are given; one that nobody deserves is not given. A student may have several: each says
 * something that is so.
 */
export function givenAwards(source: AwardSource): GivenAward[] {
  const deserved: Partial<Record<AwardKind, Deserved | null>> = {
    helpful: mostHelpful(source),
    predicted: bestPrediction(source),
    improved: mostImproved(source),
    examples: fewestExamples(source),
    smallest: smallestNetwork(source),
  };
  const given = new Set(Object.values(deserved).flatMap((one) => one?.studentId ?? []));
  deserved.failure = mostInstructiveFailure(source, given);
  return AWARD_KINDS.flatMap((kind) => {
    const one = deserved[kind];
    return one ? [{ ...one, withheld: false }] : [];
  });
}
