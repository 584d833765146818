import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs } from '@/people/recording-tab';
import { ServerProcess } from '@/people/server-process';
import { createTeacher } from '@/people/teacher';
import { EXPORTS, exportPath } from '@/protocol/exports';
import type { Answer } from '@/protocol/refusals';
import { raceOf } from '@/tests/browser/race-class';
import type { Checks } from './checks';
import { noFormula, openInLibreOffice } from './libreoffice';
import { saveFile } from './save-file';

/** As in the other tables: names that a reader could stumble over. */
const NAMES = ['花子', '=1+1', 'O"Neil, A'];
const TABLES = ['board', 'network-votes', 'network-vote-students'] as const;

const PANDAS = `
import sys, json, pandas as pd
read = lambda name: pd.read_csv(sys.argv[1] + "/" + name + ".csv")
board, votes, guesses = read("board"), read("network-votes"), read("network-vote-students")
print(json.dumps({
  "board": [len(board), int(board["student"].nunique()), "花子" in set(board["student"]), str(board["score"].dtype), str(board["private_accuracy"].dtype), bool(board["rank"].is_monotonic_increasing)],
  "votes": [len(votes), int(votes["networks"][0]), str(votes["more_than_luck"].dtype), bool(0 < votes["vote_accuracy"][0] <= 1)],
  "guesses": [len(guesses), len(guesses.merge(board, on="student_id")), len(guesses.merge(votes, on="vote_id"))],
}))
`;

/** Opens what a race and a vote of its networks leave in pandas and LibreOffice. */
export async function readRaceTables(folder: string, checks: Checks): Promise<void> {
  const server = await ServerProcess.start();
  try {
    await makeExports(server, folder);
  } finally {
    closeTabs();
    await server.remove();
  }
  const seen = JSON.parse(execFileSync('/usr/bin/python3', ['-c', PANDAS, folder], { encoding: 'utf8' })) as {
    board: unknown[];
    votes: unknown[];
    guesses: unknown[];
  };
  const all = NAMES.length;
  const told = (what: string, found: unknown, expected: unknown) =>
    checks.check(what, JSON.stringify(found) === JSON.stringify(expected), found);
  told('board: everybody, numbers, in its order', seen.board, [all, all, true, 'float64', 'float64', true]);
  told('votes of networks: one, of all', seen.votes, [1, all, 'bool', true]);
  told('votes of networks: each student with its vote and place', seen.guesses, [all, all, all]);
  openInLibreOffice(folder, TABLES);
  for (const table of TABLES) noFormula(folder, table, table, checks);
  const sheet = readFileSync(path.join(folder, 'board.fods'), 'utf8');
  checks.check('board: Japanese is read', sheet.includes('>花子<'), '花子');
}

async function makeExports(server: ServerProcess, folder: string): Promise<void> {
  const teacher = await createTeacher(server.origin);
  const { id, code } = await teacher.createClass('handwritten-digits');
  const desk = await teacher.conduct(code);
  mustBeOk(await desk.command({ type: 'class:begin' }));
  const students = await raceOf(server.origin, code, NAMES);
  const ensembleId = freshId();
  mustBeOk(await desk.command({ type: 'ensemble:ask', ensembleId }));
  for (const [choice, { tab }] of students.entries())
    mustBeOk(await tab.command({ type: 'ensemble:guess', ensembleId, choice }));
  mustBeOk(await desk.say<Answer>('ensemble:count', { ensembleId }));
  mustBeOk(await desk.command({ type: 'class:end' }));
  desk.close();
  for (const name of TABLES) await saveFile(teacher, exportPath(id, name, true), folder, EXPORTS[name].file);
}
