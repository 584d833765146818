import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { batch } from '@/people/sample-run';
import { ServerProcess } from '@/people/server-process';
import { studentTab } from '@/people/student';
import { createTeacher } from '@/people/teacher';
import { EXPORT_NAMES, EXPORTS, exportPath } from '@/protocol/exports';
import type { Checks } from './checks';
import { noFormula, openInLibreOffice } from './libreoffice';
import { saveFile } from './save-file';

/** Names that a reader could stumble over: signs of formulas, quotes, separators, other scripts. */
const NAMES = ['花子', '=1+1', '-5', '@SUM(A1)', 'O"Neil, A', '＝A1', 'Łukasz; 7', 'نور'];
const BATCHES = 40;
const TABLES = ['students', 'runs', 'points', 'gradebook'] as const;

const PANDAS = `
import sys, json, pandas as pd
runs = pd.read_csv(sys.argv[1] + "/runs.csv")
book = pd.read_csv(sys.argv[1] + "/gradebook.csv")
points = pd.read_csv(sys.argv[1] + "/points.csv")
students = pd.read_csv(sys.argv[1] + "/students.csv")
joined = points.merge(runs, on="run_id", suffixes=("", "_run"))
print(json.dumps({
  "version": pd.__version__,
  "columns": list(runs.columns[:3]),
  "runs": len(runs), "points": len(points), "joined": len(joined),
  "names": sorted(students["student"]),
  "started": str(pd.to_datetime(runs["started_at"]).dt.tz),
  "numbers": [str(points[c].dtype) for c in ["step", "loss", "accuracy", "validation_loss"]],
  "loss": float(points["loss"].sum()),
  "book": [len(book), book.columns[0], int(book["訓練"].sum()), bool(pd.api.types.is_numeric_dtype(book["訓練した時間（分）"]))],
}))
`;

/** Opens a class's tables in pandas and LibreOffice. */
export async function readTables(folder: string, checks: Checks): Promise<void> {
  const server = await ServerProcess.start();
  try {
    const expected = await makeExports(server, folder);
    const seen = JSON.parse(
      execFileSync('/usr/bin/python3', ['-c', PANDAS, folder], { encoding: 'utf8' }),
    ) as Record<string, unknown>;
    checks.check('pandas', true, seen.version);
    checks.check('no mark in the first column', (seen.columns as string[])[0] === 'run_id', seen.columns);
    checks.check('runs', seen.runs === NAMES.length, seen.runs);
    checks.check(
      'points, each joined to its run',
      seen.points === expected.points && seen.joined === seen.points,
      seen.points,
    );
    checks.check(
      'names',
      NAMES.every((name) =>
        (seen.names as string[]).some((one) => one.replace(/^'/, '') === name.normalize('NFKC')),
      ),
      seen.names,
    );
    checks.check('times are UTC', seen.started === 'UTC', seen.started);
    checks.check(
      'numbers are numbers',
      (seen.numbers as string[]).join() === 'int64,float64,float64,float64',
      seen.numbers,
    );
    checks.check(
      'gradebook in Japanese: students, a run each, minutes',
      String(seen.book) === `${NAMES.length},生徒,${NAMES.length},true`,
      seen.book,
    );
    checks.check('sum of losses', Math.abs((seen.loss as number) - expected.loss) < 1e-9, seen.loss);

    const version = execFileSync('soffice', ['--version'], { encoding: 'utf8' }).trim();
    openInLibreOffice(folder, TABLES);
    checks.check('LibreOffice', true, version);
    for (const table of TABLES) {
      noFormula(folder, table, table, checks);
      const sheet = readFileSync(path.join(folder, `${table}.fods`), 'utf8');
      if (table !== 'points') checks.check(`${table}: Japanese is read`, sheet.includes('>花子<'), '花子');
    }
  } finally {
    await server.remove();
  }
}

/** A class of these names, each with a run, and its exports in the folder. */
async function makeExports(server: ServerProcess, folder: string): Promise<{ points: number; loss: number }> {
  const teacher = await createTeacher(server.origin);
  const { id, code } = await teacher.createClass('handwritten-digits');
  const desk = await teacher.conduct(code);
  mustBeOk(await desk.command({ type: 'class:begin' }));
  const sent = { points: 0, loss: 0 };
  for (const name of NAMES) {
    const { tab } = await studentTab(server.origin, code, name);
    const runId = freshId();
    const { epoch } = mustBeOk(await tab.attachRun(runId));
    for (let sequence = 1; sequence <= BATCHES; sequence += 1) {
      const next = batch(sequence, sequence === BATCHES ? 'finished' : 'training');
      mustBeOk(await tab.append(runId, epoch, next));
      sent.points += next.points.length;
      sent.loss += next.points.reduce((sum, { loss }) => sum + loss!, 0);
    }
    tab.close();
  }
  mustBeOk(await desk.command({ type: 'class:end' }));
  desk.close();
  for (const name of EXPORT_NAMES)
    await saveFile(teacher, exportPath(id, name, true), folder, EXPORTS[name].file);
  await saveFile(teacher, `/review/${id}/gradebook`, folder, 'gradebook.csv', '; language=ja');
  return sent;
}
