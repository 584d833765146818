import { describe, expect, it } from 'vitest';
import { teamsOf, teamThatIs } from '@/client/console/teams/teams-of';

const students = [
  { id: 'a', team: 'Team 10' },
  { id: 'b', team: null },
  { id: 'c', team: 'Team 2' },
  { id: 'd', team: 'Team 10' },
];
const teams = teamsOf(students, 'en');

describe('the teams of a class', () => {
  it('are listed by name, with who is in them', () => {
    expect(teams).toEqual([
      { name: 'Team 2', ids: ['c'] },
      { name: 'Team 10', ids: ['a', 'd'] },
    ]);
  });

  it('are chosen when all of one are, and nobody else', () => {
    expect(teamThatIs(teams, new Set(['d', 'a']))?.name).toBe('Team 10');
    expect(teamThatIs(teams, new Set(['a']))).toBeNull();
    expect(teamThatIs(teams, new Set(['a', 'd', 'b']))).toBeNull();
    expect(teamThatIs(teams, new Set())).toBeNull();
  });
});
