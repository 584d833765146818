import { describe, expect, it } from 'vitest';
import { AccuracyMemory } from '@/client/console/accuracy-memory';
import { summariseClass } from '@/client/console/class-summary';
import { orderStudents, type StudentStanding } from '@/client/console/student-order';
import type { Point } from '@/protocol/run';
import type { StudentTelemetry } from '@/protocol/telemetry';

const students: StudentStanding[] = [
  { id: 'a', name: 'Student 10', activity: 'training', accuracy: 0.9 },
  { id: 'b', name: 'student 2', activity: 'diverged', accuracy: null },
  { id: 'c', name: 'Ada', activity: 'disconnected', accuracy: 0.5 },
  { id: 'd', name: 'Bo', activity: 'training', accuracy: 0.9 },
];

describe('the order of the cards', () => {
  it('by name as people count', () =>
    expect(orderStudents(students, 'name', 'all', 'en')).toEqual(['c', 'd', 'b', 'a']));
  it('by accuracy, those without one last, equals by name', () =>
    expect(orderStudents(students, 'accuracy', 'all', 'en')).toEqual(['d', 'a', 'c', 'b']));
  it('trouble first', () =>
    expect(orderStudents(students, 'trouble', 'all', 'en')).toEqual(['b', 'c', 'd', 'a']));
  it('only one state', () => expect(orderStudents(students, 'name', 'training', 'en')).toEqual(['d', 'a']));
});

describe('the class in figures', () => {
  it('counts states and takes the mean of what is known', () => {
    const summary = summariseClass(students);
    expect(summary).toMatchObject({ students: 4, connected: 3 });
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
