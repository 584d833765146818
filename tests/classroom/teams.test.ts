import { describe, expect, it } from 'vitest';
import { nextSitting } from '@/classroom/sittings';
import type { ClassState } from '@/classroom/state';
import { viewForTeacher } from '@/classroom/view';
import { aClass, asStudent, decided, idOf, join, NOW, TEACHER, withStudents } from './made-states';

const team = (state: ClassState, name: string | null, ...of: number[]) =>
  decided(state, { type: 'team:put', studentIds: of.map(idOf), team: name }, TEACHER);
const teams = (state: ClassState) => viewForTeacher(state).roster.map((entry) => entry.team);
const three = withStudents(aClass(), 'Ada', 'Ben', 'Cleo');

describe('teams', () => {
  it('are names that students bear, one at most each', () => {
    const made = team(three, ' Team  1 ', 1, 2, 9);
    expect(teams(made)).toEqual(['Team 1', 'Team 1', null]);
    expect(teams(team(made, 'Team 2', 2, 3))).toEqual(['Team 1', 'Team 2', 'Team 2']);
  });

  it('are dissolved by no name, and change nothing that is as it should be', () => {
    const made = team(three, 'Team 1', 1, 2);
    expect(team(made, 'Team 1', 1, 2)).toBe(made);
    expect(teams(team(made, null, 1, 2))).toEqual([null, null, null]);
    expect(teams(team(made, '  ', 1))).toEqual([null, 'Team 1', null]);
  });

  it('go along to the next sitting of a group, and wait there for who is absent', () => {
    const group = { id: 'g', code: 'ABCDEF', name: '7b', teacherId: 'teacher', coOwners: [], createdAt: NOW };
    const four = decided(three, join(4, 'Dana'), { kind: 'newcomer' });
    const all = team({ ...four, groupId: 'g' }, 'Team 1', 1, 2, 4);
    // Whoever has left is waited for by nobody.
    const made = decided(all, { type: 'student:leave' }, asStudent(4));
    const next = nextSitting(
      { ...group, archivedAt: null, version: 1 },
      { id: 'c2', lessonId: 'loss', dataset: null, maxStudents: 40 },
      made,
      NOW + 9,
    );
    expect(teams(next)).toEqual(['Team 1', 'Team 1', null, null]);
  });
});
