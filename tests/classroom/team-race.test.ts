import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '@/classroom/decide';
import { rank } from '@/classroom/scoring';
import type { ClassState, VerifiedScore } from '@/classroom/state';
import { dueTeamRace, rankedTeams, teamRaceWithout } from '@/classroom/team-race';
import { viewForScreen, viewForStudent, viewForTeacher } from '@/classroom/view';
import { USUAL_RACE } from '@/protocol/race';
import { raceRulesSchema } from '@/protocol/race-schema';
import { teamRaceSchema } from '@/protocol/team-race-schema';
import {
  aClass,
  aScore,
  context,
  decided,
  idOf,
  join,
  NOW,
  SERVER,
  TEACHER,
  withStudents,
} from './made-states';
import { rightsOf } from './rights-of';

const NAMES = ['Ada', 'Ben', 'Cem', 'Dana', 'Emil'];
const byTeams = { ...USUAL_RACE, teams: true as const };
const put = (state: ClassState, team: string | null, ...of: number[]) =>
  decided(state, { type: 'team:put', studentIds: of.map(idOf), team }, TEACHER);
const scored = (student: number, shown: number, hidden = shown, given: Partial<VerifiedScore> = {}) =>
  aScore(student, shown, { privateAccuracy: hidden, right: rightsOf(shown, hidden), ...given });
const began = decided(withStudents(aClass(), ...NAMES), { type: 'class:begin' }, TEACHER);
const sorted = put(put(began, 'Red', 1, 2), 'Blue', 3, 4);
const live = decided(sorted, { type: 'race:set', rules: byTeams }, TEACHER);
const scores = [scored(1, 0.9, 0.7), scored(2, 0.8, 0.6), scored(3, 0.7, 0.8), scored(4, 0.6, 0.9)];
const raced: ClassState = { ...live, scores };
const end = (state: ClassState) => decided(state, { type: 'class:end' }, TEACHER);
const told = (state: ClassState) =>
  rankedTeams(state).map(({ team, publicAccuracy, size, missing }) => [team, publicAccuracy, size, missing]);
const finals = (state: ClassState) =>
  viewForScreen(state).board!.teams!.rows.map(({ nickname, finalAccuracy }) => [nickname, finalAccuracy]);

describe('a race by teams', () => {
  it('gives a team the mean of its members, of whom nobody is left out', () => {
    expect(told(raced)).toEqual([
      ['Red', 0.85, 2, 0],
      ['Blue', 0.65, 2, 0],
    ]);
    // Whoever has handed nothing in guesses: one digit of ten.
    expect(told({ ...raced, scores: scores.slice(0, 3) })).toEqual([
      ['Red', 0.85, 2, 0],
      ['Blue', 0.4, 2, 1],
    ]);
    // A team of which nobody has anything has no result, as a student has none.
    expect(told({ ...raced, scores: scores.slice(2) }).map(([team]) => team)).toEqual(['Blue']);
    expect(told({ ...raced, race: USUAL_RACE })).toEqual([]);
  });

  it('is no better for a team when its weakest member leaves, and better when that one learns', () => {
    const without = { ...raced, scores: scores.slice(0, 3) };
    const left = decided(without, { type: 'student:leave' }, { kind: 'student', studentId: idOf(4) });
    expect(told(left)).toEqual(told(without));
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.1, max: 0.99, noNaN: true }), { minLength: 2, maxLength: 4 }),
        fc.double({ min: 0.001, max: 0.01, noNaN: true }),
        (accuracies, by) => {
          const all = put(live, 'Red', 1, 2, 3, 4);
          const of = (each: readonly number[]) =>
            rankedTeams({ ...all, scores: each.map((accuracy, at) => aScore(at + 1, accuracy)) })[0]!
              .publicAccuracy;
          const weakest = accuracies.indexOf(Math.min(...accuracies));
          const helped = accuracies.map((accuracy, at) => (at === weakest ? accuracy + by : accuracy));
          expect(of(helped)).toBeGreaterThan(of(accuracies));
          // One more who hands in is never worse than one who does not.
          if (accuracies.length < 4) expect(of([...accuracies, 0.1])).toBeGreaterThanOrEqual(of(accuracies));
          expect(of(accuracies)).toBeLessThanOrEqual(Math.max(...accuracies));
        },
      ),
    );
  });

  it('lets nobody hear more of a network than the ladder tells', () => {
    const own = scored(1, 0.9);
    const better = decided(
      raced,
      { type: 'score:record', score: { ...scored(1, 0.9005), id: 'again' } },
      SERVER,
    );
    expect(better.scores.at(-1)!.shownAccuracy).toBe(own.publicAccuracy);
    expect(told(better)).toEqual(told(raced));
  });

  it('shares places where the pictures cannot tell two teams apart', () => {
    const close = { ...raced, scores: [scored(1, 0.9), scored(2, 0.8), scored(3, 0.9), scored(4, 0.798)] };
    expect(rankedTeams(close).map(({ before }) => before)).toEqual([
      { rank: 1, place: { first: 1, last: 2 } },
      { rank: 2, place: { first: 1, last: 2 } },
    ]);
    expect(rankedTeams(raced).map(({ before }) => before.place)).toEqual([
      { first: 1, last: 1 },
      { first: 2, last: 2 },
    ]);
    const unknown = { ...raced, scores: [...scores.slice(0, 3), aScore(4, 0.6)] };
    expect(rankedTeams(unknown).map(({ before }) => before.place)).toEqual([{ first: 1, last: 1 }, null]);
  });

  it('is decided by the hidden half, and moves for nobody once the class has ended', () => {
    const over = end(raced);
    expect(finals(over)).toEqual([
      ['Blue', 0.85],
      ['Red', 0.65],
    ]);
    expect(over.teamRace!.teams.map(({ team, before, final }) => [team, before.rank, final.rank])).toEqual([
      ['Red', 1, 2],
      ['Blue', 2, 1],
    ]);
    const others = [
      decided(over, { type: 'student:remove', studentId: idOf(4) }, TEACHER),
      decided(over, { type: 'student:ban', studentId: idOf(3) }, TEACHER),
      put(over, 'Red', 3, 4, 5),
      { ...over, teamRace: teamRaceWithout(over.teamRace!, idOf(4)) },
    ];
    for (const other of others) expect(finals(other)).toEqual(finals(over));
    // Of whom nobody is left of that nothing is told.
    const none = [3, 4].reduce((race, student) => teamRaceWithout(race, idOf(student)), over.teamRace!);
    expect(finals({ ...over, teamRace: none })).toEqual([['Red', 0.65]]);
    expect(teamRaceSchema.parse(over.teamRace)).toEqual(over.teamRace);
  });

  it('counts a network that waited as the class ended', () => {
    const over = end({ ...raced, scores: scores.slice(0, 3) });
    expect(finals(over)[0]).toEqual(['Red', 0.65]);
    const late = decided(over, { type: 'score:record', score: scores[3]! }, SERVER);
    expect(finals(late)[0]).toEqual(['Blue', 0.85]);
  });

  it('is run again once it is over, and kept for the very teams that raced', () => {
    expect(dueTeamRace(raced)).toBeNull();
    const over = end(raced);
    expect(dueTeamRace(over)!.teams).toEqual(['Blue', 'Red']);
    const row = (team: string, wins: number) => ({ team, first: 1, last: 2, wins });
    const keep = (...rows: ReturnType<typeof row>[]) =>
      decided(over, { type: 'race:keep-teams', again: { races: 9, rows } }, SERVER);
    expect(keep(row('Red', 4), row('Blue', 5))).toBe(over);
    const kept = keep(row('Blue', 5), row('Red', 4));
    expect(dueTeamRace(kept)).toBeNull();
    expect(viewForTeacher(kept).board.teams).toMatchObject({ again: { races: 9, shownAt: null } });
    expect(viewForTeacher(kept).board.teams!.rows.map(({ could, wins }) => [could, wins])).toEqual([
      [{ first: 1, last: 2 }, undefined],
      [{ first: 1, last: 2 }, undefined],
    ]);
    const shown = viewForScreen({ ...kept, rerunShownAt: NOW }).board!.teams!;
    expect(shown.rows.map(({ wins }) => wins)).toEqual([5, 4]);
  });

  it('is for accuracy, and its rules say so', () => {
    const set = (rules: object) =>
      decide(sorted, { type: 'race:set', rules: { ...byTeams, ...rules } }, TEACHER, context());
    expect(set({ metric: 'weights' })).toEqual({ ok: false, code: 'race-teams' });
    expect(set({ metric: 'examples' })).toEqual({ ok: false, code: 'race-teams' });
    expect(set({ limits: { ...USUAL_RACE.limits, weights: 7_000 } }).ok).toBe(true);
    expect(raceRulesSchema.parse(USUAL_RACE)).toEqual(USUAL_RACE);
    expect(raceRulesSchema.safeParse({ ...USUAL_RACE, teams: false }).success).toBe(false);
  });

  it('leaves the board of students as it is without', () => {
    const plain = { ...raced, race: USUAL_RACE };
    expect(rank(raced)).toEqual(rank(plain));
    expect(viewForScreen(raced).board!.rows).toEqual(viewForScreen(plain).board!.rows);
    expect(viewForScreen(plain).board).not.toHaveProperty('teams');
    expect(end(plain).teamRace).toBeNull();
  });
});

describe('a student in a race by teams', () => {
  it('sees the own team with what each of it has, by the names that are shown to students', () => {
    const without = { ...raced, scores: scores.slice(0, 3) };
    const own = viewForStudent(without, idOf(3))!.ownTeam!;
    expect(own).toMatchObject({
      name: 'Blue',
      row: { rank: 2, nickname: 'Blue', team: { size: 2, missing: 1 } },
    });
    expect(own.members.map(({ nickname, accuracy, own: isOwn }) => [nickname, accuracy, isOwn])).toEqual([
      ['Cem', 0.7, true],
      ['Dana', null, undefined],
    ]);
    // Who has left counts still, and is told of.
    const left = decided(without, { type: 'student:leave' }, { kind: 'student', studentId: idOf(4) });
    expect(viewForStudent(left, idOf(3))!.ownTeam!.members).toHaveLength(2);
    // What the end found stays one's team, in whichever one is put later.
    const moved = put(end(without), 'Red', 3);
    expect(viewForStudent(moved, idOf(3))!.ownTeam).toMatchObject({
      name: 'Blue',
      row: { nickname: 'Blue' },
    });
    expect(viewForStudent(moved, idOf(1))!.ownTeam!.members).toHaveLength(2);
    const marks = viewForStudent({ ...without, ranking: 'anonymous' }, idOf(3))!.ownTeam!;
    expect(marks.members.map(({ nickname }) => nickname)).toEqual(['Cem', null]);
    expect(viewForStudent({ ...without, ranking: 'off' }, idOf(3))!.ownTeam).toBeNull();
    expect(viewForStudent(without, idOf(5))!.ownTeam).toBeNull();
    expect(viewForStudent({ ...without, race: USUAL_RACE }, idOf(3))!.ownTeam).toBeNull();
    // The wall names teams and nobody in them.
    expect(JSON.stringify(viewForScreen(without))).not.toMatch(/Ada|Dana/);
  });

  it('joins the smallest team by coming late, where there is one and teams rank', () => {
    const late = decided(put(live, 'Red', 5), join(6, 'Fay'), { kind: 'newcomer' });
    expect(late.students[idOf(6)]!.team).toBe('Blue');
    const later = decided(late, join(7, 'Gil'), { kind: 'newcomer' });
    expect(later.students[idOf(7)]!.team).toBe('Red');
    expect(decided(sorted, join(6, 'Fay'), { kind: 'newcomer' }).students[idOf(6)]!.team).toBeNull();
    const none = decided(began, { type: 'race:set', rules: byTeams }, TEACHER);
    expect(decided(none, join(6, 'Fay'), { kind: 'newcomer' }).students[idOf(6)]!.team).toBeNull();
    const waiting = decided({ ...live, approvalRequired: true }, join(6, 'Fay'), { kind: 'newcomer' });
    expect(waiting.students[idOf(6)]!.team).toBeNull();
    const admitted = decided(waiting, { type: 'student:admit', studentId: idOf(6) }, TEACHER);
    expect(admitted.students[idOf(6)]!.team).toBe('Red');
  });

  it('is dealt to a team by lot: evenly, and out of none unless all are dealt anew', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 6 }), (students, teams) => {
        const names = Array.from({ length: teams }, (_, at) => `Team ${at + 1}`);
        const all = withStudents(aClass(), ...Array.from({ length: students }, (_, at) => `Student ${at}`));
        const dealt = decided(all, { type: 'team:deal', teams: names, anew: true }, TEACHER);
        const sizes = names.map(
          (name) => Object.values(dealt.students).filter(({ team }) => team === name).length,
        );
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(students);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
    const rest = decided(sorted, { type: 'team:deal', teams: ['Red', 'Blue'], anew: false }, TEACHER);
    expect(Object.values(rest.students).map(({ team }) => team)).toEqual([
      'Red',
      'Red',
      'Blue',
      'Blue',
      'Red',
    ]);
    expect(decide(sorted, { type: 'team:deal', teams: ['  '], anew: true }, TEACHER, context())).toEqual({
      ok: false,
      code: 'bad-request',
    });
  });
});

describe('the reveal of a race by teams', () => {
  const go = (state: ClassState, phase: 'half' | 'moved' | 'picture', shown = 0) =>
    decided(state, { type: 'reveal:go', phase, shown }, TEACHER);
  const begun = decided(raced, { type: 'reveal:begin' }, TEACHER);
  const stage = (state: ClassState) => viewForScreen(state).reveal!;

  it('shows teams row by row, then what moved, and all networks at the end', () => {
    expect(viewForTeacher(begun).reveal.now!.stops.filter(({ phase }) => phase === 'half')).toHaveLength(2);
    expect(stage(begun)).toMatchObject({
      total: 2,
      rows: [
        { nickname: 'Red', rank: 1, accuracy: 0.85, finalAccuracy: null, team: { size: 2, missing: 0 } },
        { nickname: 'Blue', rank: 2, accuracy: 0.65, finalAccuracy: null },
      ],
    });
    expect(viewForScreen(begun).board!.teams!.rows.map(({ finalAccuracy }) => finalAccuracy)).toEqual([
      null,
      null,
    ]);
    const first = go(begun, 'half', 1);
    expect(stage(first).rows.map(({ finalAccuracy }) => finalAccuracy)).toEqual([null, 0.85]);
    // With the own team's row a student hears of the own network, and of the other team's nobody.
    expect(viewForStudent(first, idOf(4))!.ownRow!.finalAccuracy).toBe(0.9);
    expect(viewForStudent(first, idOf(1))!.ownRow!.finalAccuracy).toBeNull();
    expect(viewForStudent(first, idOf(4))!.reveal!.rows.map(({ own }) => own)).toEqual([undefined, true]);
    const moved = stage(go(first, 'moved'));
    expect(moved.rows.map(({ nickname, final }) => [nickname, final!.rank])).toEqual([
      ['Blue', 1],
      ['Red', 2],
    ]);
    expect(moved.moves).toEqual({ networks: 2, changed: 2, most: 1, within: null, alike: 0, ofTeams: true });
    expect(stage(go(first, 'picture')).picture).toHaveLength(4);
  });

  it('stays as it was while students go', () => {
    const shown = go(begun, 'half', 2);
    const gone = decided(shown, { type: 'student:ban', studentId: idOf(4) }, TEACHER);
    expect(stage(gone).rows).toEqual(stage(shown).rows);
  });
});
