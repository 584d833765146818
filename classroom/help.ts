import type { HelpKind } from '@/protocol/help';
import type { HelpCall, HelpStanding } from '@/protocol/help-call';
import { LIMITS } from '@/protocol/limits';
import { refuse } from '@/protocol/refusals';
import type { OwnHelp } from '@/protocol/views';
import { rankClass } from './board';
import type { DecisionContext } from './commands';
import type { Decision } from './decision';
import { keep } from './kept';
import { refuseHandingIn } from './scoring';
import type { ClassState } from './state';

/** Each student's calls in the order in which they were made; by the calls' own identity, since a broadcast asks for everybody's. */
const callsBy = new WeakMap<ClassState['helps'], ReadonlyMap<string, readonly HelpCall[]>>();

function callsOf({ helps }: ClassState): ReadonlyMap<string, readonly HelpCall[]> {
  const known = callsBy.get(helps);
  if (known) return known;
  const made = new Map<string, HelpCall[]>();
  for (const call of Object.values(helps)) {
    const own = made.get(call.studentId);
    if (own) own.push(call);
    else made.set(call.studentId, [call]);
  }
  callsBy.set(helps, made);
  return made;
}

const countOf = (state: ClassState, studentId: string) => callsOf(state).get(studentId)?.length ?? 0;

const isIn = (state: ClassState, id: string | null) => id !== null && state.students[id]?.membership === 'in';

/** The call that a student has open; null: none. */
function openCall(state: ClassState, studentId: string): HelpCall | null {
  const last = callsOf(state).get(studentId)?.at(-1);
  return last?.endedAt === null ? last : null;
}

/** With whom a call is paired; null where that student is in the class no more. */
const partnerOf = (state: ClassState, { partnerId }: HelpCall) => (isIn(state, partnerId) ? partnerId : null);

/** A student asks for help, or offers some: one call at a time, and whoever says the other takes the first back. */
export function askHelp(
  state: ClassState,
  studentId: string,
  kind: HelpKind,
  context: DecisionContext,
): Decision {
  const refusal = refuseHandingIn(state, studentId);
  if (refusal) return refusal;
  const open = openCall(state, studentId);
  if (open?.kind === kind) return { ok: true, state };
  if (open && partnerOf(state, open)) return refuse('help-paired');
  const closed = open ? ended(state, open, context) : state;
  const number = countOf(state, studentId) + 1;
  if (number > LIMITS.helpCallsPerStudent) return refuse('too-many-calls');
  return { ok: true, state: keep(closed, 'helps', newCall(closed, studentId, number, kind, context)) };
}

/** A student's call is over, and with it the other's with whom it is paired: by either, or by the teacher. */
export function endHelp(state: ClassState, studentId: string, context: DecisionContext): Decision {
  const open = openCall(state, studentId);
  if (!open) return { ok: true, state };
  const partner = open.partnerId === null ? null : openCall(state, open.partnerId);
  const after = ended(state, open, context);
  return {
    ok: true,
    state: partner?.partnerId === studentId ? ended(after, partner, context) : after,
  };
}

/** The teacher has one student help another who has asked; the helper need not have offered. */
export function pairHelp(
  state: ClassState,
  studentId: string,
  helperId: string,
  context: DecisionContext,
): Decision {
  if (state.phase !== 'live') return refuse(state.phase === 'ended' ? 'class-ended' : 'wrong-phase');
  if (studentId === helperId || !isIn(state, studentId) || !isIn(state, helperId))
    return refuse('unknown-student');
  const asked = openCall(state, studentId);
  if (asked?.kind !== 'need') return refuse('no-help-asked');
  const offered = openCall(state, helperId);
  if (partnerOf(state, asked) || offered?.kind === 'need' || (offered && partnerOf(state, offered)))
    return refuse('help-paired');
  const number = countOf(state, helperId) + 1;
  const helper = offered ?? newCall(state, helperId, number, 'can', context);
  const pairedAt = context.now;
  const helped = keep(state, 'helps', { ...asked, partnerId: helperId, pairedAt });
  return { ok: true, state: keep(helped, 'helps', { ...helper, partnerId: studentId, pairedAt }) };
}

function newCall(
  state: ClassState,
  studentId: string,
  number: number,
  kind: HelpKind,
  context: DecisionContext,
): HelpCall {
  return {
    studentId,
    number,
    kind,
    askedAt: context.now,
    partnerId: null,
    pairedAt: null,
    endedAt: null,
    before: standing(state, studentId, context),
    after: null,
  };
}

function ended(state: ClassState, call: HelpCall, context: DecisionContext): ClassState {
  return keep(state, 'helps', {
    ...call,
    endedAt: context.now,
    after: standing(state, call.studentId, context),
  });
}

function standing(state: ClassState, studentId: string, { students }: DecisionContext): HelpStanding {
  const result = rankClass(state).places.find(({ student }) => student.id === studentId)?.accuracy ?? null;
  return { activity: 'connected', finding: null, ...students?.howIs?.(studentId), result };
}

/** A student's own call, as the page shows it; null: none. @param named students see names */
export function ownHelp(state: ClassState, studentId: string, named: boolean): OwnHelp | null {
  const open = openCall(state, studentId);
  if (!open) return null;
  const partnerId = partnerOf(state, open);
  const partner = partnerId === null ? null : state.students[partnerId]!;
  return {
    kind: open.kind,
    askedAt: open.askedAt,
    partner: partner && { mark: partner.mark, nickname: named ? partner.nickname : null },
  };
}

/** By the calls' own identity and the students', who may leave. */
const shownOf = new WeakMap<ClassState['helps'], { students: ClassState['students']; calls: HelpCall[] }>();

/** What the teacher sees: of each student who is in the open call, else the last; whose partner has gone is paired no more. */
export function helpCalls(state: ClassState): HelpCall[] {
  const known = shownOf.get(state.helps);
  if (known?.students === state.students) return known.calls;
  const last = [...callsOf(state).values()].map((own) => own.at(-1)!);
  const calls = last
    .filter(({ studentId }) => isIn(state, studentId))
    .map((call) =>
      call.endedAt !== null || call.partnerId === null || partnerOf(state, call)
        ? call
        : { ...call, partnerId: null, pairedAt: null },
    );
  shownOf.set(state.helps, { students: state.students, calls });
  return calls;
}
