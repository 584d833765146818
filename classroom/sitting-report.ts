import { BENCHES } from '@/lessons/benches';
import type { FindingKind } from '@/protocol/finding';
import type { HelpCall } from '@/protocol/help-call';
import type {
  ReportHelp,
  ReportQuestion,
  ReportStep,
  ReportStudent,
  SittingReport,
  StepStanding,
} from '@/protocol/report';
import type { RunSummary } from '@/protocol/run';
import { voted } from '@/protocol/vote';
import { wentBetter } from './help-better';
import { predictionKey } from './kept';
import { lessonRecords } from './lesson-record';
import { gainOfClass } from './quiz';
import { adviceOf } from './report-advice';
import { middleValue } from './robust-sums';
import type { ClassState } from './state';
import type { StepRecord } from './step-records';
import { stepsOf } from './steps';
import { voteResult } from './vote-result';

/** What a report is made of: all that is kept of a sitting. */
export interface ReportSource {
  state: ClassState;
  runs: readonly RunSummary[];
  records: readonly StepRecord[];
}

/** The report of a sitting: who reached what, who was helped, what was answered, and what to do next. */
export function sittingReport(source: ReportSource): SittingReport {
  const { state } = source;
  const students = reportStudents(source);
  const come = new Set(students.map(({ id }) => id));
  const ofThose: ReportSource = {
    ...source,
    records: source.records.filter(({ studentId }) => come.has(studentId)),
  };
  const report = {
    students,
    steps: reportSteps(ofThose, students),
    questions: [...checkQuestions(ofThose), ...guessQuestions(state, come)],
    votes: state.votes.flatMap((vote) => {
      const result = voteResult(state, vote);
      const { id, stepId, question } = vote;
      return voted(result.counts.first) === 0 ? [] : [{ id, stepId, question, ...result }];
    }),
    gain: gainOfClass(state, come),
    help: reportHelp(Object.values(state.helps)),
    findings: reportFindings(ofThose),
  };
  return { ...report, advice: adviceOf(report, state) };
}

function reportStudents({ state, runs, records }: ReportSource): ReportStudent[] {
  const known = new Map(lessonRecords(state, runs).map((record) => [record.studentId, record]));
  const left = new Set(records.map(({ studentId }) => studentId));
  const helps = Object.values(state.helps);
  return Object.values(state.students)
    .filter(({ id, membership }) => known.has(id) || (left.has(id) && membership !== 'waiting'))
    .map(({ id, nickname, mark }) => {
      const record = known.get(id);
      const calls = (kind: HelpCall['kind']) =>
        helps.filter((call) => call.studentId === id && call.kind === kind).length;
      return {
        ...{ id, nickname, mark },
        steps: stepsOf(state).map((_, index) => standingAt(state, records, id, index)),
        best: record?.best ?? null,
        runs: record?.runs ?? 0,
        trained: record?.time ?? 0,
        guesses: record?.guesses ?? { made: 0, right: 0 },
        help: { asked: calls('need'), offered: calls('can') },
      };
    });
}

function standingAt(
  state: ClassState,
  records: readonly StepRecord[],
  studentId: string,
  index: number,
): ReportStudent['steps'][number] {
  const steps = stepsOf(state);
  const { id: stepId } = steps[index]!;
  const own = records.filter((one) => one.studentId === studentId);
  const record = own.find((one) => one.stepId === stepId);
  const { time = 0, hints = 0 } = record ?? {};
  const handedIn = handedInAt(state, studentId, stepId);
  if (handedIn) return { standing: handedIn, time, hints };
  const guessed = state.predictions[predictionKey(studentId, stepId)] !== undefined;
  if (!record) return { standing: guessed ? 'part' : 'none', time, hints };
  if (record.doneAt !== null) return { standing: 'done', time, hints };
  if (guessed || record.items.some(({ reached }) => reached > 0)) return { standing: 'part', time, hints };
  const later = new Set(steps.slice(index + 1).map(({ id }) => id));
  return { standing: own.some((one) => later.has(one.stepId)) ? 'skipped' : 'there', time, hints };
}

/** What the server knows by itself of a step at which something is handed in; null: nothing was, or nothing can be. */
function handedInAt(state: ClassState, studentId: string, stepId: string): StepStanding | null {
  const step = stepsOf(state).find(({ id }) => id === stepId);
  if (step?.bench === 'digits-challenge')
    return state.scores.some((score) => score.studentId === studentId) ? 'done' : null;
  if (!step || BENCHES[step.bench].challenge === null) return null;
  const own = Object.values(state.results).filter((result) => result.studentId === studentId);
  if (own.length === 0) return null;
  return own.filter(({ reached }) => reached).length >= own[0]!.parts ? 'done' : 'part';
}

function reportSteps({ state, records }: ReportSource, students: readonly ReportStudent[]): ReportStep[] {
  return stepsOf(state).map(({ id: stepId }, index) => {
    const there = students.filter(({ steps }) => steps[index]!.standing !== 'none');
    const own = records.filter((record) => record.stepId === stepId);
    const standings = there.map(({ steps }) => steps[index]!.standing);
    const measured = own.some(({ items }) => items.length > 0) || standings.includes('done');
    return {
      stepId,
      reached: there.length,
      done: measured ? standings.filter((standing) => standing === 'done').length : null,
      time: middleValue(own.map(({ time }) => time)),
    };
  });
}

/** By the first answer: it says what somebody thought; the explanation comes with it. */
function checkQuestions({ state, records }: ReportSource): ReportQuestion[] {
  return stepsOf(state).flatMap(({ id: stepId, check }): ReportQuestion[] => {
    if (!check) return [];
    const answered = records.flatMap(({ stepId: at, studentId, answers }) =>
      at === stepId && answers && answers.first < check.choices ? [{ studentId, ...answers }] : [],
    );
    if (answered.length === 0) return [];
    const wrong = answered.filter(({ first }) => first !== check.right);
    return [
      {
        ...{ stepId, kind: 'check', right: check.right },
        counts: counted(
          answered.map(({ first }) => first),
          check.choices,
        ),
        wrong: byChoice(wrong.map(({ studentId, first }) => ({ studentId, choice: first }))),
        corrected: wrong.filter(({ last }) => last === check.right).length,
      },
    ];
  });
}

/** A guess is wrong where something else came true on the student's own bench. */
function guessQuestions(state: ClassState, come: ReadonlySet<string>): ReportQuestion[] {
  return stepsOf(state).flatMap(({ id: stepId, prediction }): ReportQuestion[] => {
    if (!prediction) return [];
    const made = Object.values(state.predictions).filter(
      (one) => one.stepId === stepId && come.has(one.studentId),
    );
    if (made.length === 0) return [];
    const outcomes = counted(
      made.flatMap(({ outcome }) => outcome ?? []),
      prediction.choices,
    );
    const most = Math.max(...outcomes);
    return [
      {
        ...{ stepId, kind: 'guess', corrected: 0 },
        counts: counted(
          made.map(({ choice }) => choice),
          prediction.choices,
        ),
        right: most === 0 ? null : outcomes.indexOf(most),
        wrong: byChoice(made.filter(({ outcome, choice }) => outcome !== null && outcome !== choice)),
      },
    ];
  });
}

function counted(choices: readonly number[], of: number): number[] {
  const counts = new Array<number>(of).fill(0);
  for (const choice of choices) if (choice < of) counts[choice]! += 1;
  return counts;
}

/** The commonest first. */
function byChoice(wrong: readonly { studentId: string; choice: number }[]): ReportQuestion['wrong'] {
  const found = new Map<number, string[]>();
  for (const { studentId, choice } of wrong) found.set(choice, [...(found.get(choice) ?? []), studentId]);
  return [...found]
    .map(([choice, studentIds]) => ({ choice, studentIds }))
    .sort((a, b) => b.studentIds.length - a.studentIds.length);
}

function reportHelp(helps: readonly HelpCall[]): ReportHelp {
  const asked = helps.filter(({ kind }) => kind === 'need');
  const paired = asked.filter(({ pairedAt }) => pairedAt !== null);
  const waits = asked.flatMap(({ askedAt, pairedAt, endedAt }) => {
    const came = pairedAt ?? endedAt;
    return came === null ? [] : [came - askedAt];
  });
  const without = asked.filter(({ pairedAt }) => pairedAt === null);
  return {
    asked: asked.length,
    paired: paired.length,
    ended: without.filter(({ endedAt }) => endedAt !== null).length,
    open: without.filter(({ endedAt }) => endedAt === null).length,
    wait: middleValue(waits),
    better: paired.filter(({ before, after }) => after !== null && wentBetter(before, after)).length,
  };
}

function reportFindings({ records }: ReportSource): SittingReport['findings'] {
  const whose = new Map<FindingKind, Set<string>>();
  for (const { studentId, findings } of records)
    for (const kind of findings) whose.set(kind, (whose.get(kind) ?? new Set()).add(studentId));
  return [...whose]
    .map(([kind, ids]) => ({ kind, studentIds: [...ids] }))
    .sort((a, b) => b.studentIds.length - a.studentIds.length);
}
