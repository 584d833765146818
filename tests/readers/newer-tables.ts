import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findLesson } from '@/lessons/registry';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { batch, POINTS_EXPERIMENT } from '@/people/sample-run';
import { ServerProcess } from '@/people/server-process';
import { studentTab } from '@/people/student';
import { createTeacher } from '@/people/teacher';
import { EXPORTS, exportPath } from '@/protocol/exports';
import type { Answer } from '@/protocol/refusals';
import { remarkPath } from '@/protocol/remarks';
import type { Checks } from './checks';
import { noFormula, openInLibreOffice } from './libreoffice';
import { saveFile } from './save-file';

/** As in the other tables: names that a reader could stumble over. */
const NAMES = ['花子', '=1+1', 'O"Neil, A'];
const TABLES = ['runs', 'votes', 'quiz', 'students'] as const;
const REMARK = '=HYPERLINK("x") 花';

const PANDAS = `
import sys, json, pandas as pd
read = lambda name: pd.read_csv(sys.argv[1] + "/" + name + ".csv")
runs, votes, quiz, students = read("runs"), read("votes"), read("quiz"), read("students")
records = pd.DataFrame(json.load(open(sys.argv[1] + "/class.json", encoding="utf-8")))
print(json.dumps({
  "runs": [len(runs), sorted(set(runs["features"])), sorted(set(runs["network"])), str(runs["learning_rate"].dtype), int(runs["setup"].notna().sum())],
  "votes": [len(votes), sorted(votes["choice"].tolist()), str(votes["right"].dtype), len(votes.merge(students, on="student_id"))],
  "quiz": [len(quiz), sorted(set(quiz["when"])), sorted(set(quiz["question"].tolist())), str(quiz["right"].dtype)],
  "kinds": {kind: int(count) for kind, count in records["kind"].value_counts().items()},
  "team": [one.get("team") for one in records[records["kind"] == "student"]["data"]],
  "remarks": [one.get("text") for one in records[records["kind"] == "remark"]["data"]],
}))
`;

/** Opens what a class on the 2-D bench leaves in pandas and LibreOffice: runs on points, votes, questions, teams, remarks. */
export async function readNewerTables(folder: string, checks: Checks): Promise<void> {
  const server = await ServerProcess.start();
  try {
    await makeExports(server, folder);
  } finally {
    await server.remove();
  }
  const seen = JSON.parse(execFileSync('/usr/bin/python3', ['-c', PANDAS, folder], { encoding: 'utf8' })) as {
    runs: unknown[];
    votes: unknown[];
    quiz: unknown[];
    kinds: Record<string, number>;
    team: unknown[];
    remarks: unknown[];
  };
  const all = NAMES.length;
  const told = (what: string, found: unknown, expected: unknown) =>
    checks.check(what, JSON.stringify(found) === JSON.stringify(expected), found);
  told('runs on points: features, network, rate, set-up', seen.runs, [
    all,
    ['x1 x2'],
    ['dense'],
    'float64',
    all,
  ]);
  told('votes: each with its student', seen.votes, [all, [0, 1, 2], 'bool', all]);
  told('quiz: two questions each', seen.quiz, [2 * all, ['before'], [1, 2], 'bool']);
  checks.check(
    'class.json: a record of each run, student and vote',
    seen.kinds.run === all && seen.kinds.student === all && seen.kinds.vote === 1,
    seen.kinds,
  );
  told(
    'class.json: teams',
    seen.team,
    NAMES.map(() => '組 A'),
  );
  told('class.json: remarks, as they were written', seen.remarks, [REMARK]);
  openInLibreOffice(folder, TABLES);
  for (const table of TABLES) noFormula(folder, table, `${table} of points`, checks);
  const sheet = readFileSync(path.join(folder, 'votes.fods'), 'utf8');
  checks.check('votes: Japanese is read', sheet.includes('>花子<'), '花子');
}

async function makeExports(server: ServerProcess, folder: string): Promise<void> {
  const teacher = await createTeacher(server.origin);
  const lesson = findLesson('neural-networks')!;
  const made = await teacher.askForClass({ lessonId: lesson.id, quiz: true });
  const { id, code } = mustBeOk(made);
  const desk = await teacher.conduct(code);
  mustBeOk(await desk.command({ type: 'class:begin' }));
  mustBeOk(await desk.command({ type: 'step:go', index: lesson.steps.findIndex(({ check }) => check) }));
  const voteId = freshId();
  const { id: stepId } = lesson.steps.find(({ check }) => check)!;
  mustBeOk(await desk.command({ type: 'vote:open', voteId, stepId, question: 'check' }));
  const runIds: string[] = [];
  for (const [index, name] of NAMES.entries()) {
    const { tab, id: studentId } = await studentTab(server.origin, code, name);
    mustBeOk(await tab.command({ type: 'quiz:answer', when: 'before', choices: [index % 2, 1] }));
    mustBeOk(await tab.command({ type: 'vote:cast', voteId, round: 'first', choice: index }));
    mustBeOk(await desk.command({ type: 'team:put', studentIds: [studentId], team: '組 A' }));
    const runId = freshId();
    runIds.push(runId);
    const about = { experiment: POINTS_EXPERIMENT, backend: 'javascript' as const, startedAt: Date.now() };
    const { epoch } = mustBeOk(await tab.attachRun(runId, about));
    mustBeOk(await tab.append(runId, epoch, batch(1, 'finished')));
    tab.close();
  }
  mustBeOk(await desk.command({ type: 'vote:turn', voteId, to: 'shown' }));
  mustBeOk(await desk.command({ type: 'class:end' }));
  desk.close();
  mustBeOk(await teacher.ask<Answer>('PATCH', remarkPath(id, runIds[0]!), { kind: 'note', text: REMARK }));
  for (const name of [...TABLES, 'class'] as const)
    await saveFile(teacher, exportPath(id, name, true), folder, EXPORTS[name].file);
}
