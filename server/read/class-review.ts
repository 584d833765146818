import { pastAudits } from '@/classroom/audit-views';
import { challengeOfClass } from '@/classroom/challenge';
import { dealSeed } from '@/classroom/deal';
import { countedEnsembles } from '@/classroom/ensemble-views';
import { playedFools } from '@/classroom/fool-views';
import type { PartResult } from '@/classroom/kept';
import { dealtKnobs } from '@/classroom/knob-views';
import { pastLeaks } from '@/classroom/leak-views';
import { averagedMerges } from '@/classroom/merge-views';
import { isOwner, ownersOf } from '@/classroom/owners';
import { quizAnswers } from '@/classroom/quiz';
import { heldRelays } from '@/classroom/relay-views';
import { reviewedReveal } from '@/classroom/reveal-views';
import { heldRounds } from '@/classroom/rounds-views';
import type { ClassState } from '@/classroom/state';
import { resultsForTeacher, viewForReview } from '@/classroom/view';
import { partsOfChallenge } from '@/engine/challenges/registry';
import type { PastAudit } from '@/protocol/audit-views';
import type { CountedEnsemble } from '@/protocol/ensemble-views';
import type { PlayedFool } from '@/protocol/fool-views';
import type { HelpCall } from '@/protocol/help-call';
import type { DealtKnob } from '@/protocol/knob-views';
import type { PastLeak } from '@/protocol/leak-views';
import type { AveragedMerge } from '@/protocol/merge-views';
import type { ClassOwner } from '@/protocol/owners';
import type { HeldRelay } from '@/protocol/relay-views';
import type { RevealStage } from '@/protocol/reveal-views';
import type { HeldRounds } from '@/protocol/rounds-views';
import type { RunTable } from '@/protocol/run-table';
import type { Snapshot } from '@/protocol/snapshot';
import type { TeacherView } from '@/protocol/views';
import { processAccounts } from '@/server/auth/auth';
import { readStore } from '@/server/store/page-store';
import type { Store } from '@/server/store/store';

/** A class with its runs, as its teacher may see it. */
export interface ReviewedClass {
  view: TeacherView;
  owners: ClassOwner[];
  /** Oldest first. */
  runs: RunTable;
  /** The parts of the lesson's challenge as this class was dealt them, and each student's best; null where it has none. */
  challenge: { parts: readonly string[]; results: readonly PartResult[] } | null;
  /** Calls for help, in the order in which they were made. */
  helps: readonly HelpCall[];
  snapshots: readonly Snapshot[];
  /** Votes of its networks that were counted. */
  ensembles: readonly CountedEnsemble[];
  /** What the reveal of its race showed. */
  reveal: RevealStage | null;
  /** Settings of which its students were dealt values. */
  knobs: readonly DealtKnob[];
  /** Averages of its networks. */
  merges: readonly AveragedMerge[];
  /** Games of fooling the network that led. */
  fools: readonly PlayedFool[];
  /** Times that it asked what its networks had really learned. */
  audits: readonly PastAudit[];
  /** Rounds in which its devices learned together. */
  rounds: readonly HeldRounds[];
  /** What gradients told. */
  leaks: readonly PastLeak[];
  /** Networks whose units its students were. */
  relays: readonly HeldRelay[];
  /** Whether there are votes, and answers to the questions before and after the lesson. */
  asked: { votes: boolean; quiz: boolean };
  /** It is a sitting of a group. */
  inGroup: boolean;
}

/** One of this teacher's classes with all its runs; null where there is none, or it is another teacher's. */
export async function readClassReview(teacherId: string, classId: string): Promise<ReviewedClass | null> {
  const store = await readStore();
  const state = await store.loadClass(classId);
  if (!state || !isOwner(state, teacherId)) return null;
  return {
    ...(await reviewOf(store, state)),
    owners: await ownersAsTold(ownersOf(state), teacherId),
  };
}

/** What a review shows of a class, whoever looks. */
export async function reviewOf(store: Store, state: ClassState): Promise<Omit<ReviewedClass, 'owners'>> {
  const challenge = challengeOfClass(state);
  return {
    view: viewForReview(state),
    runs: await store.readRunTable(state.id),
    challenge: challenge && {
      parts: await partsOfChallenge(challenge, dealSeed(state.id)),
      results: resultsForTeacher(state),
    },
    snapshots: state.snapshots,
    ensembles: countedEnsembles(state),
    reveal: reviewedReveal(state),
    knobs: dealtKnobs(state),
    merges: averagedMerges(state),
    fools: playedFools(state),
    audits: pastAudits(state),
    rounds: heldRounds(state),
    leaks: pastLeaks(state),
    relays: heldRelays(state),
    asked: { votes: state.votes.length > 0, quiz: quizAnswers(state).length > 0 },
    inGroup: state.groupId !== null,
    helps: Object.values(state.helps).sort((a, b) => a.askedAt - b.askedAt),
  };
}

/** The owners of a class or of a group, as one of them hears of them. */
export async function ownersAsTold(ids: readonly string[], teacherId: string): Promise<ClassOwner[]> {
  const emails = await processAccounts().directory.emailsOf(ids);
  return ids.map((id) => ({ id, email: emails[id] ?? '', you: id === teacherId }));
}
