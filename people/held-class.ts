import { dealSeed } from '@/classroom/deal';
import { BENCHES, challengeOf } from '@/lessons/benches';
import type { Lesson } from '@/lessons/lesson';
import { CHALLENGE_ANSWERS } from './challenge-answers';
import { freshId } from './credentials';
import { leadTo, nextSteps } from './lead-to';
import { workThrough } from './lesson-work';
import { mustBeOk } from './must-be-ok';
import { onceStored } from './once-stored';
import { batch, WEIGHTS } from './sample-run';
import { studentTab, type TabStudent } from './student';
import type { RegisteredTeacher } from './teacher';

/** Every phase of a class, and the two ways to its end. */
export const HOLDINGS = [
  { phase: 'lobby', filled: false },
  { phase: 'lobby', filled: true },
  { phase: 'live', filled: false },
  { phase: 'live', filled: true },
  { phase: 'ended', filled: false },
  { phase: 'ended', filled: true },
] as const;
export type Holding = (typeof HOLDINGS)[number];

const NAMES = ['Ada', '花子', 'Grace'];

export interface HeldClass {
  owner: RegisteredTeacher;
  lesson: Lesson;
  holding: Holding;
  id: string;
  code: string;
  /** Runs with points. */
  runs: string[];
  students: { id: string; nickname: string }[];
}

/** Holds a class through the server's own doors: filled, two students do all that its lesson lets them, and one says nothing. */
export async function holdClass(
  url: string,
  teacher: RegisteredTeacher,
  lesson: Lesson,
  holding: Holding,
): Promise<HeldClass> {
  const { id, code } = await teacher.createClass(lesson.id);
  const desk = await teacher.conduct(code);
  const people = holding.filled ? await Promise.all(NAMES.map((name) => studentTab(url, code, name))) : [];
  const students = people.map((person, index) => ({ id: person.id, nickname: NAMES[index]! }));
  const held: HeldClass = { owner: teacher, lesson, holding, id, code, runs: [], students };
  if (holding.phase !== 'lobby') {
    await leadTo(desk, 0);
    for (const person of people.slice(0, 2)) held.runs.push(...(await work(held, person)));
    const challengeStep = lesson.steps.findIndex(({ bench }) => BENCHES[bench].challenge);
    if (people.length > 0) await nextSteps(desk, challengeStep);
    const challenge = challengeOf(lesson);
    if (challenge)
      for (const { tab } of people.slice(0, 2))
        await onceStored(() => tab.handIn(CHALLENGE_ANSWERS[challenge](dealSeed(id))));
  }
  if (holding.phase === 'ended') await onceStored(() => desk.command({ type: 'class:end' }));
  for (const { tab } of people) tab.close();
  desk.close();
  return held;
}

/** What one student leaves behind: guesses, drawings, a measured device, a finished and a broken-off run, a submission. */
async function work({ lesson }: HeldClass, student: TabStudent): Promise<string[]> {
  const { tab } = student;
  await workThrough(lesson, student);
  // The lessons that train digits take runs; the server takes them in any class, and so does the review.
  const runs = [freshId(), freshId()];
  for (const [index, runId] of runs.entries()) {
    const { epoch } = await onceStored(() => tab.attachRun(runId));
    await onceStored(() => tab.append(runId, epoch, batch(1)));
    await onceStored(() => tab.append(runId, epoch, batch(2, index === 0 ? 'finished' : 'training')));
  }
  if (lesson.experiment) {
    const { answer } = await student.submit(runs[0]!, new Float32Array(WEIGHTS));
    mustBeOk(answer);
  }
  return runs;
}
