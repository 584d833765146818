import { describe, expect, test } from 'vitest';
import {
  allMet,
  type GoalWork,
  goalStanding,
  NO_GOAL_WORK,
  withFacts,
} from '@/client/lesson/goals/goal-work';
import type { Facts } from '@/lessons/facts';
import { LANGUAGES } from '@/lessons/languages';
import { LESSONS } from '@/lessons/registry';
import { lessonIn, type WrittenGoal } from '@/lessons/written';
import { GOAL_LIMITS } from '@/protocol/goal-limits';
import { PLAYS } from './plays';

const STEPS = LESSONS.flatMap((lesson) =>
  lessonIn(lesson, 'en').steps.map((step) => [`${lesson.id} ${step.id}`, lesson.id, step] as const),
);

function workAfter(goals: readonly WrittenGoal[], told: readonly Facts[]): GoalWork {
  return told.reduce((work, facts) => withFacts(work, goals, facts), NO_GOAL_WORK);
}

describe.each(STEPS)('%s', (_, lessonId, { id, bench, goals }) => {
  const { opening, doing, ...played } = PLAYS[lessonId]![id]!;

  test('is met by doing what it asks for', () => {
    expect(played.bench).toBe(bench);
    const work = workAfter(goals, [opening, ...doing]);
    expect(goals.filter((goal) => !work.met.includes(goal.id)).map((goal) => goal.id)).toEqual([]);
    expect(allMet(goals, work)).toBe(true);
    // To the very end: what comes before is not all of it.
    expect(allMet(goals, workAfter(goals, [opening, ...doing.slice(0, -1)]))).toBe(false);
  });

  test('is not met by going on to the next step', () => {
    const work = workAfter(goals, [opening]);
    expect(work.met).toEqual([]);
    for (const goal of goals) expect(goalStanding(goal, work).met, goal.id).toBe(false);
  });

  test('has as many goals as are told, with ids that can be kept', () => {
    expect(goals.length).toBeGreaterThan(0);
    expect(goals.length).toBeLessThanOrEqual(GOAL_LIMITS.perStep);
    expect(new Set(goals.map((goal) => goal.id)).size).toBe(goals.length);
    for (const goal of goals) {
      expect(goal.id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
      expect(goal.id.length).toBeLessThanOrEqual(40);
      // A number of values needs a fact that has them.
      expect((goal.of ?? 1) > 1, goal.id).toBe(goal.each !== undefined || goal.upTo !== undefined);
    }
  });
});

test('goals say in each language what to do, what was seen, and how in three hints', () => {
  for (const language of LANGUAGES)
    for (const lesson of LESSONS)
      for (const step of lessonIn(lesson, language).steps)
        for (const { id, label, seen, hints } of step.goals) {
          const where = `${language} ${lesson.id} ${step.id} ${id}`;
          expect(label.length, where).toBeLessThanOrEqual(language === 'ja' ? 30 : 60);
          expect(new Set([label, seen, ...hints]).size, where).toBe(2 + GOAL_LIMITS.hints);
          for (const text of [label, seen, ...hints]) expect(text.trim(), where).toBe(text);
        }
});

test('what the goals are', () => {
  const table = LESSONS.flatMap((lesson) =>
    lessonIn(lesson, 'en').steps.flatMap(({ id, goals }) =>
      goals.map((goal) => {
        const count = (goal.of ?? 1) > 1 ? ` (${goal.of})` : '';
        return `| ${lesson.number} | ${id} | ${goal.id} | ${goal.label}${count} | ${goal.seen} |`;
      }),
    ),
  );
  const head = [
    '| lesson | step | goal | what to do | what is said once it is met |',
    '|---|---|---|---|---|',
  ];
  return expect(
    ['# Goals of the lessons', '', ...HOW, '', ...head, ...table, ''].join('\n'),
  ).toMatchFileSnapshot('../../../docs/goals.md');
});

const HOW = [
  'A step is done once its goals are met on its bench (docs/decisions/0034). `tests/lessons/goals` writes this table, and plays each of',
  'them: met by doing, and not by going on.',
];
