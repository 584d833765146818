import { quartilesOf } from '@/base/quartiles';
import { AUDIT_QUESTIONS, type Audit, type AuditedNetwork } from '@/protocol/audit';
import {
  AUDIT_FIGURES,
  AUDIT_SHARES,
  type AuditFigure,
  auditShare,
  FIGURE_STAGE,
} from '@/protocol/audit-figures';
import { AUDIT_DATA, type AuditData, type AuditStage, hasSeenInAudit } from '@/protocol/audit-settings';
import type {
  AuditConsole,
  AuditDesk,
  AuditDot,
  AuditGroup,
  AuditNow,
  AuditOnScreen,
  AuditPixels,
  AuditResult,
  OwnAudit,
  OwnAudited,
  PastAudit,
} from '@/protocol/audit-views';
import { DATASETS } from '@/protocol/datasets';
import { markPixels } from '@/protocol/marks';
import { type AuditEntry, auditEntries } from './audit-members';
import { auditQuestion, experimentInAudit, openAudit, shownAudit } from './audits';
import { datasetOf } from './dataset';
import { answerKey } from './kept';
import { isSentOut } from './sent-out';
import type { ClassState } from './state';

interface Described {
  desk: AuditDesk;
  entries: ReadonlyMap<string, AuditEntry>;
}

/** Made once a state: each of 300 students is shown it. */
const describedOf = new WeakMap<ClassState, Described | null>();

/** What is asked and what came of it, with the students in it; null: there is nothing. */
function described(state: ClassState): Described | null {
  const known = describedOf.get(state);
  if (known !== undefined) return known;
  const audit = shownAudit(state);
  const made = audit && describe(state, audit);
  describedOf.set(state, made);
  return made;
}

function describe(state: ClassState, audit: Audit): Described {
  const { id, kind, dataset, stage, closedAt, found, dealt } = audit;
  const entries = auditEntries(state, audit);
  const here = Object.keys(dealt).filter((studentId) => isInAudit(state, studentId));
  const networks =
    found && Object.entries(found.networks).filter(([studentId]) => isInAudit(state, studentId));
  const whole = [...entries.values()].filter(({ score }) => score !== null).length;
  const desk: AuditDesk = {
    ...{ id, kind, dataset, stage, open: closedAt === null },
    guessed: here.filter((one) =>
      AUDIT_QUESTIONS.every((question) => auditGuess(state, id, question, one) !== null),
    ).length,
    dealt: here.length,
    handedIn: networks?.length ?? whole,
    early: entries.size - whole,
    result: networks && resultOf(state, audit, networks),
    dots: networks
      ? networks
          .map(
            ([studentId, network]): AuditDot => ({
              data: hasSeenInAudit(stage, 'data') ? dealt[studentId]!.data : null,
              figures: auditFiguresSeen(network, stage),
            }),
          )
          // Told by what everybody sees first, so that nothing else can be told by the order.
          .sort((one, other) => other.figures.validation! - one.figures.validation!)
      : [],
    pixels: pixelsOf(audit),
  };
  return { desk, entries };
}

type Networks = readonly (readonly [studentId: string, network: AuditedNetwork])[];

/** As far as it has been shown. */
function resultOf(state: ClassState, audit: Audit, networks: Networks): AuditResult {
  const { id, stage, dealt, taps, found } = audit;
  const tellsData = hasSeenInAudit(stage, 'data');
  const groups: readonly (AuditData | null)[] = tellsData ? AUDIT_DATA : [null];
  const shares = networks.map(([studentId, { hidden }]) => ({
    guessed: auditGuess(state, id, 'share', studentId),
    came: AUDIT_SHARES.indexOf(auditShare(hidden)),
  }));
  const count = (which: 'guessed' | 'came') =>
    AUDIT_SHARES.map((_, at) => shares.filter((one) => one[which] === at).length);
  const marked = Object.keys(dealt).filter((one) => dealt[one]!.data === 'marked' && isInAudit(state, one));
  return {
    ...{ pictures: found!.pictures, lost: found!.lost },
    groups: groups
      .map((data) => {
        const own = networks.filter(([studentId]) => data === null || dealt[studentId]!.data === data);
        return groupOf(state, audit, data, own);
      })
      .filter(({ networks: some }) => some > 0),
    shares: hasSeenInAudit(stage, 'hidden') ? { guessed: count('guessed'), came: count('came') } : null,
    tapped:
      tellsData && marked.length > 0
        ? {
            right: marked.filter((one) => hasFoundMark(audit, one)).length,
            of: marked.filter((one) => one in taps).length,
          }
        : null,
  };
}

function groupOf(state: ClassState, audit: Audit, data: AuditData | null, own: Networks): AuditGroup {
  const seen = AUDIT_FIGURES.filter((figure) => hasSeenInAudit(audit.stage, FIGURE_STAGE[figure]));
  const range = (of: (network: AuditedNetwork) => number) => {
    const values = own.map(([, network]) => of(network));
    return { low: Math.min(...values), middle: quartilesOf(values).middle, high: Math.max(...values) };
  };
  return {
    ...{ data, networks: own.length },
    figures: Object.fromEntries(seen.map((figure) => [figure, range((network) => network[figure])])),
    follows: data === null ? null : range(({ follows }) => follows).middle,
    guesses:
      data === null
        ? null
        : AUDIT_DATA.map(
            (_, at) => own.filter(([one]) => auditGuess(state, audit.id, 'data', one) === at).length,
          ),
  };
}

/** What a network is right on, as far as a class that is so far has seen it. */
export function auditFiguresSeen(
  network: AuditedNetwork,
  stage: AuditStage,
): Partial<Record<AuditFigure, number>> {
  return Object.fromEntries(
    AUDIT_FIGURES.filter((figure) => hasSeenInAudit(stage, FIGURE_STAGE[figure])).map((figure) => [
      figure,
      network[figure],
    ]),
  );
}

/** What training has moved, of one network of each kind of data. */
function pixelsOf(audit: Audit): AuditPixels[] {
  const { found, stage } = audit;
  if (found === null || !hasSeenInAudit(stage, 'data')) return [];
  return found.shown.map(({ studentId, data, pixels }) => ({
    data,
    pixels,
    marks: marksOf(audit, studentId),
  }));
}

/** Where marks stand in a student's pictures, label by label; null: there are none. */
function marksOf({ dataset, dealt }: Audit, studentId: string): number[][] | null {
  const own = dealt[studentId];
  return own?.data === 'marked' ? markPixels(own.seed, DATASETS[dataset]) : null;
}

/** Whether a student has tapped one of its marks. */
export function hasFoundMark(audit: Audit, studentId: string): boolean {
  const tap = audit.taps[studentId];
  return tap !== undefined && (marksOf(audit, studentId)?.flat().includes(tap) ?? false);
}

/** What a student has guessed; null: nothing. */
export function auditGuess(
  { answers }: ClassState,
  auditId: string,
  question: (typeof AUDIT_QUESTIONS)[number],
  studentId: string,
): number | null {
  return answers[answerKey(studentId, auditQuestion(auditId, question))]?.choice ?? null;
}

/** Whether a student's part counts: it was not sent out. */
export function isInAudit({ students }: ClassState, studentId: string): boolean {
  const student = students[studentId];
  return student !== undefined && !isSentOut(student);
}

/** A student's sight of the one that is on: of others' networks and guesses no more than everybody hears. */
export function ownAudit(state: ClassState, studentId: string): OwnAudit | null {
  const audit = openAudit(state);
  if (audit === null || state.students[studentId]?.membership === 'waiting') return null;
  const { desk, entries } = described(state)!;
  const entry = entries.get(studentId);
  return {
    ...forAll(desk),
    share: auditGuess(state, audit.id, 'share', studentId),
    data: auditGuess(state, audit.id, 'data', studentId),
    tap: audit.taps[studentId] ?? null,
    experiment: experimentInAudit(audit, studentId),
    isHandedIn: entry !== undefined && entry.score !== null,
    early: entry !== undefined && entry.score === null,
    own: ownAudited(audit, studentId),
  };
}

function ownAudited(audit: Audit, studentId: string): OwnAudited | null {
  const network = audit.found?.networks[studentId];
  if (network === undefined) return null;
  const tellsData = hasSeenInAudit(audit.stage, 'data');
  return {
    figures: auditFiguresSeen(network, audit.stage),
    data: tellsData ? audit.dealt[studentId]!.data : null,
    marks: tellsData ? marksOf(audit, studentId) : null,
  };
}

/** The teacher's; null: the class trains no pictures. */
export function auditDesk(state: ClassState): AuditConsole | null {
  return datasetOf(state) === null ? null : { now: described(state)?.desk ?? null };
}

/** And the projector's. */
export function auditOnScreen(state: ClassState): AuditOnScreen | null {
  const made = described(state);
  return made && forScreen(made.desk);
}

const forScreen = ({ kind: _kind, early: _early, ...now }: AuditDesk): AuditOnScreen => now;
const forAll = (desk: AuditDesk): AuditNow => {
  const { dots: _dots, pixels: _pixels, ...now } = forScreen(desk);
  return now;
};

/** Everything that was asked, in order, for the review: as far as the class has seen it. */
export function pastAudits(state: ClassState): PastAudit[] {
  return state.audits.flatMap((audit) => {
    const { auditedAt, kind } = audit;
    return auditedAt === null ? [] : [{ ...forScreen(describe(state, audit).desk), kind, auditedAt }];
  });
}
