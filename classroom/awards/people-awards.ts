import { wentBetter } from '@/classroom/help-better';
import { answerKey } from '@/classroom/kept';
import { GUESS_PARTS } from '@/protocol/reveal';
import { type AwardSource, type Candidate, type Deserved, mostDeserving } from './award-source';

/** Under which name guesses at the own result are kept. */
export const REVEAL_QUESTION = 'reveal';
/** How far off a guess may be: a percentage point. */
const CLOSE = 0.01;

/** Whose guess at the own result came closest: within a percentage point; of equals the one who guessed first. */
export function bestPrediction({ state, networks }: AwardSource): Deserved | null {
  return mostDeserving(
    networks.flatMap(({ studentId, best: { privateAccuracy: accuracy } }): Candidate[] => {
      const answer = state.answers[answerKey(studentId, REVEAL_QUESTION)];
      if (!answer) return [];
      const guess = answer.choice / GUESS_PARTS;
      const off = Math.abs(guess - accuracy);
      // What is a point off in tenths of a percent may be a little more in floats.
      if (off > CLOSE + 1e-9) return [];
      return [
        { studentId, worth: -off, at: answer.answeredAt, evidence: { kind: 'predicted', guess, accuracy } },
      ];
    }),
  );
}

/** Who has helped most: by pairs after which it went better for the other, then by all pairs. Nobody deserves it after whose help it never did. */
export function mostHelpful({ state }: AwardSource): Deserved | null {
  const helpers = new Map<string, { helped: number; better: number; at: number }>();
  for (const { kind, partnerId, pairedAt, before, after } of Object.values(state.helps)) {
    if (kind !== 'need' || partnerId === null || pairedAt === null) continue;
    const membership = state.students[partnerId]?.membership;
    if (membership === undefined || membership === 'removed' || membership === 'banned') continue;
    const so = helpers.get(partnerId) ?? { helped: 0, better: 0, at: pairedAt };
    helpers.set(partnerId, {
      helped: so.helped + 1,
      better: so.better + Number(after !== null && wentBetter(before, after)),
      at: Math.min(so.at, pairedAt),
    });
  }
  return mostDeserving(
    [...helpers].flatMap(([studentId, { helped, better, at }]): Candidate[] =>
      better === 0
        ? []
        : // At most thousands of calls are in a class.
          [{ studentId, worth: better + helped / 1e6, at, evidence: { kind: 'helpful', helped, better } }],
    ),
  );
}
