import type { HelpStanding } from '@/protocol/help-call';

const ILL: readonly HelpStanding['activity'][] = ['stuck', 'diverged', 'overfitting'];
const WELL: readonly HelpStanding['activity'][] = ['training', 'finished'];

/** Whether it went better after help: a better result, nothing left that ails the training, or one that goes on again. */
export function wentBetter(before: HelpStanding, after: HelpStanding): boolean {
  return (
    (after.result ?? 0) > (before.result ?? 0) ||
    (before.finding !== null && after.finding === null) ||
    (ILL.includes(before.activity) && WELL.includes(after.activity))
  );
}
