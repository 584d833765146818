import { describe, expect, it } from 'vitest';
import { AccuracyMemory } from '@/client/console/accuracy-memory';
import { summariseClass } from '@/client/console/class-summary';
import {
  filterOfTeam,
  orderStudents,
  type StudentFilter,
  type StudentSort,
  type StudentStanding,
} from '@/client/console/student-order';
import type { Need, NeedKind } from '@/client/console/triage';
import type { Point } from '@/protocol/run';
import type { StudentTelemetry } from '@/protocol/telemetry';

const need = (kind: NeedKind, since: number | null = null): Need => ({ kind, since, finding: null });
const students: StudentStanding[] = [
  { id: 'a', name: 'Student 10', activity: 'training', accuracy: 0.9, need: need('well'), team: null },
  {
    id: 'b',
    name: 'student 2',
    activity: 'diverged',
    accuracy: null,
    need: need('diverged'),
    team: 'Team 1',
  },
  { id: 'c', name: 'Ada', activity: 'disconnected', accuracy: 0.5, need: need('away'), team: 'Team 1' },
  { id: 'd', name: 'Bo', activity: 'training', accuracy: 0.9, need: need('well'), team: null },
];

const ordered = (sort: StudentSort, filter: StudentFilter = 'all', search = '') =>
  orderStudents(students, { sort, filter, search }, 'en');

describe('the order of the cards', () => {
  it('finds names by a part of them, whatever their width and case', () => {
    expect(ordered('name', 'all', 'STUDENT')).toEqual(['b', 'a']);
    expect(ordered('name', 'all', 'ａｄａ')).toEqual(['c']);
  });
  it('can be those of one team', () => {
    expect(ordered('name', filterOfTeam('Team 1'))).toEqual(['c', 'b']);
  });

  it('of those who need the same, who has waited longest comes first', () => {
    const waiting = ['a', 'b'].map((id, index) => ({
      ...students[0]!,
      id,
      need: need('idle', 20 - index * 10),
    }));
    expect(orderStudents(waiting, { sort: 'trouble', filter: 'all' }, 'en')).toEqual(['b', 'a']);
  });
  it('by name as people count', () => expect(ordered('name')).toEqual(['c', 'd', 'b', 'a']));
  it('by accuracy, those without one last, equals by name', () =>
    expect(ordered('accuracy')).toEqual(['d', 'a', 'c', 'b']));
  it('trouble first', () => expect(ordered('trouble')).toEqual(['b', 'c', 'd', 'a']));
  it('only one need', () => {
    expect(ordered('name', 'need-well')).toEqual(['d', 'a']);
    expect(ordered('name', 'need-chance')).toEqual([]);
  });
  it('only those who are chosen', () =>
    expect(
      orderStudents(students, { sort: 'name', filter: 'all', only: new Set(['a', 'c', 'gone']) }, 'en'),
    ).toEqual(['c', 'a']));
  it('only one state', () => expect(ordered('name', 'training')).toEqual(['d', 'a']));
});

describe('the class in figures', () => {
  it('counts states and takes the mean of what is known', () => {
    const summary = summariseClass(students);
    expect(summary).toMatchObject({ students: 4, connected: 3 });
    expect(summary.needs).toMatchObject({ well: 2, diverged: 1, away: 1, idle: 0 });
    expect(summary.counts).toMatchObject({ training: 2, diverged: 1, disconnected: 1, idle: 0 });
    expect(summary.meanAccuracy).toBeCloseTo(2.3 / 3);
  });
  it('has no mean of nobody', () => expect(summariseClass([]).meanAccuracy).toBeNull());
});

describe('the accuracy of a card', () => {
  const at = (runId: string, accuracy: number, validationAccuracy: number | null): StudentTelemetry => ({
    studentId: 'a',
    activity: 'training',
    runId,
    backend: 'wasm',
    totalSteps: 100,
    last: { step: 1, accuracy, validationAccuracy } as Point,
  });
  it('keeps the latest validation within a run and forgets it with the run', () => {
    const memory = new AccuracyMemory();
    expect(memory.of(undefined)).toEqual({ value: null, measured: null });
    expect(memory.of(at('1', 0.2, null))).toEqual({ value: 0.2, measured: 'training' });
    expect(memory.of(at('1', 0.3, 0.25))).toEqual({ value: 0.25, measured: 'validation' });
    expect(memory.of(at('1', 0.5, null))).toEqual({ value: 0.25, measured: 'validation' });
    expect(memory.of(at('2', 0.1, null))).toEqual({ value: 0.1, measured: 'training' });
  });
});
