import { expect, test } from 'vitest';
import { createGroup } from '@/classroom/groups';
import { answerKey, byKey, predictionKey } from '@/classroom/kept';
import { nextSitting } from '@/classroom/sittings';
import type { ClassState } from '@/classroom/state';
import type { StepRecord } from '@/classroom/step-records';
import en from '@/client/messages/en/report.json';
import ja from '@/client/messages/ja/report.json';
import { findLesson } from '@/lessons/registry';
import { createTeacher, type RegisteredTeacher } from '@/people/teacher';
import { readEnv } from '@/server/env';
import { openDatabase } from '@/server/store/database';
import { PrismaStore } from '@/server/store/prisma-store';
import { aRun, aScore, aStudent, newId } from '@/tests/store/made-things';
import { Stage } from './lessons/lesson-walk';

/** The report of a large group on paper: one sheet, in both languages, with all that there can be to say of three lessons. */
const stage = new Stage();
const STUDENTS = 60;
const LESSONS = ['perceptron', 'combining-perceptrons', 'handwritten-digits'] as const;
const DAY = 24 * 3_600_000;
const AT = 1_790_000_000_000;

/** As long as they come: twenty letters, and half as many where each is twice as wide. */
const nameOf = (index: number) =>
  index % 2 === 0 ? `Alexandra-Maria M. ${index + 10}` : `勅使河原 さくら子${index + 10}`;

/** A group of sixty that has had three lessons: of each everything that a report can say stands in the database. */
async function heldGroup(teacher: RegisteredTeacher): Promise<{ groupId: string; lastId: string }> {
  const { id: anyClass } = await teacher.createClass('perceptron');
  // Beside the server, whose log is not to be emptied.
  const env = readEnv({ DATA_DIR: stage.server.dataDir });
  const store = new PrismaStore(await openDatabase(env), { emptiesLog: false });
  const { teacherId, code: other } = (await store.loadClass(anyClass))!;
  const code = [...other].reverse().join('');
  const group = createGroup({ id: newId(), code, name: '3年1組 情報I', teacherId }, AT);
  expect(await store.createGroup(group)).toBe('created');
  const students = Array.from({ length: STUDENTS }, (_, index) =>
    aStudent(nameOf(index), { mark: { colour: index % 8, glyph: index % 12 } }),
  );
  let last: ClassState | null = null;
  for (const [index, lessonId] of LESSONS.entries()) {
    const at = AT + index * 7 * DAY;
    const made = { id: newId(), lessonId, dataset: null, maxStudents: 80, quiz: true };
    const sitting: ClassState = nextSitting(group, made, last, at);
    const there = students.map((student, place) => ({
      ...student,
      membership: (place + index) % 8 === 7 ? ('absent' as const) : ('in' as const),
    }));
    const opened = {
      ...sitting,
      ...{ phase: 'live' as const, startedAt: at },
      students: Object.fromEntries(there.map((student) => [student.id, student])),
    };
    expect(await store.createClass(opened)).toBe('created');
    const came = there.filter(({ membership }) => membership === 'in');
    const ended: ClassState = {
      ...opened,
      ...{ phase: 'ended', endedAt: at + 3_000_000, version: opened.version + 1 },
      ...(await leftBehind(
        store,
        opened,
        came.map(({ id }) => id),
        at,
      )),
    };
    expect(await store.saveClass(opened, ended)).toBe('saved');
    last = ended;
  }
  await store.close();
  return { groupId: group.id, lastId: last!.id };
}

/** What students leave in a lesson: steps of which many stay at one, wrong answers, guesses, questions, calls for help, findings, results. */
async function leftBehind(
  store: PrismaStore,
  { id: classId, lessonId }: ClassState,
  ids: readonly string[],
  at: number,
): Promise<Partial<ClassState>> {
  const lesson = findLesson(lessonId)!;
  // The last step is reached by nobody.
  const steps = lesson.steps.slice(0, -1);
  const records = ids.flatMap((studentId, place) =>
    steps.map(({ id: stepId, check }, index): StepRecord => {
      const done = index < 2 + (place % (steps.length - 1));
      const wrong = check && (check.right + 1) % check.choices;
      return {
        ...{ studentId, stepId, firstAt: at, lastAt: at + 60_000, time: 60_000, hints: place % 3 },
        items: [{ what: 'goal', reached: done ? 1 : 0, of: 1 }],
        doneAt: done ? at + 60_000 : null,
        answers: check ? { first: place % 2 === 0 ? wrong! : check.right, last: check.right } : null,
        findings: place % 2 === 0 ? ['dead-units'] : [],
      };
    }),
  );
  await store.saveStepRecords(classId, records);
  const standing = { result: null, activity: 'stuck', finding: null } as const;
  const quiz = (studentId: string, when: 'before' | 'after', right: boolean) =>
    lesson.quiz[when].map((item, index) => ({
      studentId,
      question: `quiz ${when} ${index}`,
      choice: right ? item.right : (item.right + 1) % 3,
      answeredAt: at,
    }));
  const runs = ids.filter((_, place) => lesson.experiment && place % 3 !== 2).map((id) => aRun(classId, id));
  for (const run of runs) await store.attachRun(run, at);
  const guessed = lesson.steps.find(({ prediction }) => prediction);
  const shown = { kind: 'share', amount: 0.9, of: null } as const;
  return {
    scores: runs.map((run, index) =>
      aScore(run.studentId, run.id, {
        publicAccuracy: 0.9 - index / 200,
        privateAccuracy: 0.9 - index / 210,
      }),
    ),
    results: lesson.experiment
      ? {}
      : byKey(
          'results',
          ids.map((studentId, place) => ({
            ...{ studentId, part: 'a', parts: 2, value: 0.9, shown, reached: place % 2 === 0, at, tries: 3 },
          })),
        ),
    predictions: guessed
      ? Object.fromEntries(
          ids.map((studentId, place) => [
            predictionKey(studentId, guessed.id),
            {
              ...{ studentId, stepId: guessed.id, choice: place % 2, outcome: 1, committedAt: at },
              cameTrueAt: at + 1,
            },
          ]),
        )
      : {},
    answers: Object.fromEntries(
      ids
        .flatMap((id, place) => [
          ...quiz(id, 'before', place % 3 === 0),
          ...quiz(id, 'after', place % 3 !== 1),
        ])
        .map((answer) => [answerKey(answer.studentId, answer.question), answer]),
    ),
    helps: byKey(
      'helps',
      ids.slice(0, 12).map((studentId) => ({
        ...{ studentId, number: 1, kind: 'need' as const, askedAt: at, partnerId: null, pairedAt: null },
        ...{ endedAt: null, before: standing, after: null },
      })),
    ),
  };
}

/** Sheets of paper in a PDF, as Chromium writes them. */
const sheetsOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

test.each([
  ['en', 'en-GB', en],
  ['ja', 'ja-JP', ja],
] as const)('sixty students with three lessons are on one sheet, in %s', async (_language, locale, words) => {
  const teacher = await createTeacher(stage.server.origin);
  const { groupId, lastId } = await heldGroup(teacher);
  const context = await stage.browser.newContext({ viewport: { width: 1366, height: 768 }, locale });
  await context.addCookies(teacher.cookies());
  const page = await context.newPage();
  await page.goto(`${stage.server.origin}/review/group/${groupId}/report`);
  const table = page.getByRole('table', { name: words.group.caption });
  await expect.poll(() => table.locator('tbody tr').count()).toBe(STUDENTS);
  await page.getByRole('heading', { name: words.group.stoodOut }).waitFor();
  const sheet = await page.pdf({ preferCSSPageSize: true });
  expect(sheetsOf(sheet)).toBe(1);
  // The same of one sitting: each of the sixty with each step, who was wrong where, and who was helped.
  await page.goto(`${stage.server.origin}/review/${lastId}/report`);
  await page.getByRole('heading', { name: words.help.title }).waitFor();
  const sitting = await page.pdf({ preferCSSPageSize: true });
  expect(sheetsOf(sitting)).toBe(1);
  await context.close();
});
