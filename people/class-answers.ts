import { AUDIT_SHARES } from '@/protocol/audit-figures';
import { AUDIT_DATA, hasSeenInAudit } from '@/protocol/audit-settings';
import type { StudentCommand } from '@/protocol/commands';
import { PAPER } from '@/protocol/datasets';
import { ENSEMBLE_OUTCOMES } from '@/protocol/ensemble-outcome';
import type { Experiment } from '@/protocol/experiment';
import { LEAK_OUTCOMES } from '@/protocol/leak-rules';
import { MERGE_OUTCOMES } from '@/protocol/merge-outcome';
import { RELAY_GUESS_IDS, RELAY_GUESSES } from '@/protocol/relay-settings';
import { GUESS_PARTS } from '@/protocol/reveal';
import { ROUND_OUTCOMES } from '@/protocol/rounds-outcome';
import type { StudentView } from '@/protocol/views';
import { roundOf } from '@/protocol/vote';

/** Choices that every question that is voted on has. */
const LEAST_CHOICES = 2;

/**
 * What the class is asked and this student has not answered, as it answers: somebody else answers something else.
 * @param nth the student's number
 */
export function answersTo(view: StudentView, nth: number): StudentCommand[] {
  const of = <Choice>(choices: readonly Choice[]) => nth % choices.length;
  const { vote, ensemble, merge, rounds, leak, audit, knob, relay, reveal } = view;
  const answers: StudentCommand[] = [];
  const round = vote && roundOf(vote.phase);
  if (vote && round && vote.own[round] === null) {
    // Whoever has talked it over comes round to the first.
    const choice = round === 'first' ? nth % LEAST_CHOICES : 0;
    answers.push({ type: 'vote:cast', voteId: vote.id, round, choice });
  }
  if (ensemble && ensemble.result === null && ensemble.guess === null)
    answers.push({ type: 'ensemble:guess', ensembleId: ensemble.id, choice: of(ENSEMBLE_OUTCOMES) });
  if (merge && merge.result === null && merge.guess === null)
    answers.push({ type: 'merge:guess', mergeId: merge.id, choice: of(MERGE_OUTCOMES) });
  if (rounds?.stage === 'asking' && rounds.guess === null)
    answers.push({ type: 'rounds:guess', roundsId: rounds.id, choice: of(ROUND_OUTCOMES) });
  if (leak?.stage === 'asking' && leak.guess === null)
    answers.push({ type: 'leak:guess', leakId: leak.id, choice: of(LEAK_OUTCOMES) });
  if (audit && audit.share === null && !audit.isHandedIn && audit.result === null)
    answers.push({ type: 'audit:guess', auditId: audit.id, question: 'share', choice: of(AUDIT_SHARES) });
  if (audit && !hasSeenInAudit(audit.stage, 'data')) {
    if (audit.data === null)
      answers.push({ type: 'audit:guess', auditId: audit.id, question: 'data', choice: of(AUDIT_DATA) });
    if (audit.tap === null)
      answers.push({ type: 'audit:tap', auditId: audit.id, pixel: (nth * 97) % PAPER.pixels });
  }
  if (knob?.stage === 'expecting' && knob.expected === null)
    answers.push({
      type: 'knob:expect',
      knobId: knob.id,
      expected: curveOver(knob.rounds.at(-1)!.values, nth),
    });
  if (relay?.stage === 'asking')
    for (const about of RELAY_GUESS_IDS)
      if (relay.guess[about] === null)
        answers.push({ type: 'relay:guess', relayId: relay.id, about, choice: of(RELAY_GUESSES[about]) });
  if (reveal?.guess.mayGuess && reveal.guess.guess === null) {
    const accuracy = view.ownRow?.accuracy ?? 0.5;
    answers.push({ type: 'reveal:guess', guess: Math.round(GUESS_PARTS * accuracy) });
  }
  return answers;
}

/** Rises, is flat, or falls again: what people expect differs. Percent. */
function curveOver(values: readonly number[], nth: number): number[] {
  const last = Math.max(1, values.length - 1);
  return values.map((_, at) => {
    const along = at / last;
    const rise = 40 + 50 * along;
    const bends = nth % 3 === 1 ? 60 * Math.max(0, along - 0.6) : nth % 3 === 2 ? 40 * along : 0;
    return Math.round(rise - bends);
  });
}

/** What the class has dealt this student to be trained, and it has not handed in; null: nothing. */
export function dealtTo({ knob, merge, audit }: StudentView): Experiment | null {
  if (merge?.experiment && merge.accuracy === null && merge.result === null) return merge.experiment;
  if (audit?.experiment && !audit.isHandedIn && audit.result === null) return audit.experiment;
  return knob?.own && knob.accuracy === null ? knob.own.experiment : null;
}
