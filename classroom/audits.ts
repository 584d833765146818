import {
  AUDIT_CHOICES,
  type Audit,
  type AuditDealt,
  type AuditFound,
  type AuditQuestion,
} from '@/protocol/audit';
import {
  AUDIT_STAGES,
  type AuditKind,
  type AuditStage,
  auditExperiment,
  dataOf,
  hasSeenInAudit,
} from '@/protocol/audit-settings';
import { LIMITS } from '@/protocol/limits';
import { refuse } from '@/protocol/refusals';
import { auditEntries } from './audit-members';
import { datasetOf } from './dataset';
import { dealSeed } from './deal';
import { accept, type Decision } from './decision';
import { keepAnswer } from './keep-answer';
import { closeOpen, openNamed, openOne, withLast } from './open-one';
import { putOnScreen } from './put-on-screen';
import { refuseHandingIn } from './scoring';
import type { ClassState } from './state';

/** Under which name guesses are kept. */
export const auditQuestion = (auditId: string, question: AuditQuestion) => `audit ${auditId} ${question}`;

/** The one that is on; null: none is. */
export function openAudit({ audits }: Pick<ClassState, 'audits'>): Audit | null {
  return openOne(audits);
}

/** The one that is on, or the last whose networks were asked; null: there is none. */
export function shownAudit(state: Pick<ClassState, 'audits'>): Audit | null {
  return openAudit(state) ?? state.audits.findLast(({ found }) => found !== null) ?? null;
}

/** Deals everybody data, asks what their networks will have learned, and puts that on the projector. The same again is the same. */
export function askAudit(
  state: ClassState,
  { auditId, kind }: { auditId: string; kind: AuditKind },
  now: number,
): Decision {
  if (state.audits.some(({ id }) => id === auditId)) return { ok: true, state };
  if (state.phase !== 'live') return refuse('wrong-phase');
  const dataset = datasetOf(state);
  if (dataset === null) return refuse('no-audit');
  if (state.audits.length >= LIMITS.auditsPerClass) return refuse('too-many-audits');
  const audit: Audit = {
    ...{ id: auditId, kind, dataset, openedAt: now, dealt: {}, taps: {} },
    ...{ stage: 'training', auditedAt: null, found: null, closedAt: null },
  };
  return accept(state, {
    audits: [...closeOpen(state.audits, now), audit],
    ...putOnScreen('audit'),
  });
}

/**
 * A student guesses. What the own network will be right on stands once it is handed in, since its student then hears it; what its data were, once that is told.
 */
export function guessInAudit(
  state: ClassState,
  studentId: string,
  { auditId, question, choice }: { auditId: string; question: AuditQuestion; choice: number },
  now: number,
): Decision {
  const refusal = refuseHandingIn(state, studentId);
  if (refusal) return refusal;
  const audit = named(state, auditId);
  if (audit === null) return refuse('no-audit');
  if (choice >= AUDIT_CHOICES[question]) return refuse('bad-request');
  const stands =
    question === 'data'
      ? hasSeenInAudit(audit.stage, 'data')
      : audit.found !== null || auditEntries(state, audit).has(studentId);
  if (stands) return refuse('audit-stands');
  return keepAnswer(state, studentId, { question: auditQuestion(auditId, question), choice }, now);
}

/** A student says where a mark stands, as often as it likes until it is told. */
export function tapInAudit(
  state: ClassState,
  studentId: string,
  { auditId, pixel }: { auditId: string; pixel: number },
): Decision {
  const refusal = refuseHandingIn(state, studentId);
  if (refusal) return refusal;
  const audit = named(state, auditId);
  if (audit === null) return refuse('no-audit');
  if (hasSeenInAudit(audit.stage, 'data')) return refuse('audit-stands');
  if (audit.taps[studentId] === pixel) return { ok: true, state };
  return change(state, { ...audit, taps: { ...audit.taps, [studentId]: pixel } });
}

/** What the server has found: once. Of students who are not in the class any more nothing is kept. */
export function recordAudit(
  state: ClassState,
  { auditId, found }: { auditId: string; found: AuditFound },
  now: number,
): Decision {
  const audit = named(state, auditId);
  if (audit === null) return refuse('no-audit');
  if (audit.found !== null) return { ok: true, state };
  const gone = Object.keys(found.networks).filter((id) => state.students[id] === undefined);
  return change(state, { ...audit, stage: 'device', auditedAt: now, found: without(found, gone) });
}

/** Shows the class what comes next of it; what it has seen stays seen. */
export function goInAudit(
  state: ClassState,
  { auditId, stage }: { auditId: string; stage: AuditStage },
): Decision {
  const audit = named(state, auditId);
  if (audit === null || audit.found === null) return refuse('no-audit');
  if (hasSeenInAudit(audit.stage, stage)) return { ok: true, state };
  const next = AUDIT_STAGES[AUDIT_STAGES.indexOf(audit.stage) + 1];
  return stage === next ? change(state, { ...audit, stage }) : refuse('no-audit');
}

/** Puts it away; what was guessed, dealt and found is kept. */
export function closeAudit(state: ClassState, { auditId }: { auditId: string }, now: number): Decision {
  if (named(state, auditId) === null) return refuse('no-audit');
  return accept(state, { audits: closeOpen(state.audits, now) });
}

/** After any change: whoever is in is dealt data until the networks are asked, and with the class it is over. */
export function auditsFollow(after: ClassState, now: number): ClassState {
  const audit = openAudit(after);
  if (audit === null) return after;
  if (after.phase !== 'live') return { ...after, audits: closeOpen(after.audits, now) };
  if (audit.found !== null) return after;
  const newcomers = Object.values(after.students).filter(
    ({ id, membership }) => membership === 'in' && audit.dealt[id] === undefined,
  );
  if (newcomers.length === 0) return after;
  const base = dealSeed(`${after.id} audit ${after.audits.length - 1}`);
  const dealt = { ...audit.dealt };
  for (const { id } of newcomers) dealt[id] = nextDealt(Object.values(dealt), audit.kind, base);
  return { ...after, audits: withLast(after.audits, { ...audit, dealt }) };
}

/** The kind of data that fewest have, the first of equals in an order that the class's id draws; with a seed that nobody else has. */
function nextDealt(dealt: readonly AuditDealt[], kind: AuditKind, base: number): AuditDealt {
  const all = dataOf(kind);
  const counts = all.map((data) => dealt.filter((one) => one.data === data).length);
  const fewest = Math.min(...counts);
  const order = all.map((_, i) => (base + i) % all.length);
  const data = all[order.find((at) => counts[at] === fewest)!]!;
  // Also where somebody has left for good.
  const last = Math.max(0, ...dealt.map(({ seed }) => (seed - base) >>> 0));
  return { data, seed: (base + last + 1) >>> 0 };
}

/** What a student trains; null: nothing was dealt to it. */
export function experimentInAudit({ dataset, dealt }: Audit, studentId: string) {
  const own = dealt[studentId];
  return own === undefined ? null : auditExperiment(dataset, own.data, own.seed);
}

/** A student is forgotten: neither what it was dealt or said nor its network stands anywhere. */
export function auditsWithout(audits: readonly Audit[], studentId: string): readonly Audit[] {
  const has = ({ dealt, taps, found }: Audit) =>
    studentId in dealt || studentId in taps || (found !== null && studentId in found.networks);
  if (!audits.some(has)) return audits;
  return audits.map((audit) => {
    const { [studentId]: _dealt, ...dealt } = audit.dealt;
    const { [studentId]: _tap, ...taps } = audit.taps;
    return { ...audit, dealt, taps, found: audit.found && without(audit.found, [studentId]) };
  });
}

const without = (found: AuditFound, gone: readonly string[]): AuditFound => ({
  ...found,
  networks: Object.fromEntries(Object.entries(found.networks).filter(([id]) => !gone.includes(id))),
  shown: found.shown.filter(({ studentId }) => !gone.includes(studentId)),
});

const named = ({ audits }: ClassState, auditId: string) => openNamed(audits, auditId);
const change = (state: ClassState, audit: Audit) => accept(state, { audits: withLast(state.audits, audit) });
