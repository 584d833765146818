import { describe, expect, it } from 'vitest';
import { decide } from '@/classroom/decide';
import { nextFor, seatPlaceOf, teamCount } from '@/classroom/relay-seats';
import { heldRelays, ownRelay, relayDesk, relayOnScreen } from '@/classroom/relay-views';
import { openRelay, relaysWithout } from '@/classroom/relays';
import type { ClassState } from '@/classroom/state';
import { viewForScreen } from '@/classroom/view';
import { LIMITS } from '@/protocol/limits';
import { type RelayTeamRecord, relaySchema } from '@/protocol/relay';
import { HIDDEN_SEATS, MOST_TEAMS, RELAY_STEPS, type RelayWay } from '@/protocol/relay-settings';
import { aRelay } from './a-relay';
import {
  aClass,
  asStudent,
  context,
  decided,
  idOf,
  join,
  NOW,
  SERVER,
  TEACHER,
  withStudents,
} from './made-states';

const relayId = idOf(700);
const NAMES = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eve'];
const asked = (way: RelayWay = 'hand', names = NAMES) =>
  decided(
    withStudents(aClass({ phase: 'live' }), ...names),
    { type: 'relay:ask', relayId, way, hidden: 2 },
    TEACHER,
  );
const go = (state: ClassState, until = 0) => decided(state, { type: 'relay:go', relayId, until }, TEACHER);
const dealt = (way: RelayWay = 'hand', names = NAMES) => go(asked(way, names));
const now = (state: ClassState) => openRelay(state)!;
const team = (state: ClassState, at = 0) => now(state).teams[at]!;
const refusedAs = (state: ClassState, command: Parameters<typeof decide>[1], actor = TEACHER) => {
  const decision = decide(state, command, actor, context());
  return decision.ok ? null : decision.code;
};
const far = (given: Partial<RelayTeamRecord> = {}): RelayTeamRecord => ({
  ...{ steps: 3, answers: [0, 1, 1, 0], losses: [0.7], solvedAt: null, messages: 15, refused: 0, same: null },
  weights: Array<number>(9).fill(0.5),
  ...given,
});
const record = (state: ClassState, teams: Record<number, RelayTeamRecord>) =>
  decided(state, { type: 'relay:record', relayId, teams }, SERVER);

describe('a class that is a network', () => {
  it('is asked, guesses both questions, and hears of the guesses when it is over', () => {
    let state = asked();
    expect(viewForScreen(state).shows.view).toBe('relay');
    state = decided(state, { type: 'relay:guess', relayId, about: 'alone', choice: 2 }, asStudent(1));
    state = decided(state, { type: 'relay:guess', relayId, about: 'alone', choice: 1 }, asStudent(1));
    state = decided(state, { type: 'relay:guess', relayId, about: 'leaving', choice: 0 }, asStudent(2));
    expect(ownRelay(state, idOf(1), true)).toMatchObject({
      guess: { alone: 1, leaving: null },
      guesses: null,
    });
    expect(relayOnScreen(state, true)).toMatchObject({ guessed: 2, guesses: null, networks: 0 });
    state = go(state);
    expect(refusedAs(state, { type: 'relay:guess', relayId, about: 'alone', choice: 0 }, asStudent(3))).toBe(
      'relay-begun',
    );
    const over = decided(state, { type: 'relay:end', relayId }, TEACHER);
    expect(relayOnScreen(over, true)!.guesses).toEqual({ alone: [0, 1, 0], leaving: [1, 0, 0] });
    expect(relaySchema.parse(now(over))).toEqual(now(over));
  });

  it('gives everybody one place, for a class of any size, and each network a stand-in', () => {
    for (const hidden of HIDDEN_SEATS)
      for (let students = 1; students <= 120; students++) {
        const teams = teamCount(students, hidden);
        expect(teams).toBeLessThanOrEqual(MOST_TEAMS);
        if (teams > 1) expect(students).toBeGreaterThanOrEqual(teams * (hidden + 2));
        if (students >= hidden + 1) expect(teams * (hidden + 1)).toBeLessThanOrEqual(students);
      }
    const state = dealt();
    const places = NAMES.map((_, i) => seatPlaceOf(now(state).teams, idOf(i + 1)));
    expect(places.filter((place) => place?.seat != null)).toHaveLength(3);
    expect(places.filter((place) => place?.seat === null)).toHaveLength(2);
    const many = dealt(
      'hand',
      Array.from({ length: 24 }, (_, i) => `S${i}`),
    );
    expect(now(many).teams).toHaveLength(6);
    for (const { seats, standIns } of now(many).teams) {
      expect(seats).not.toContain(null);
      expect(standIns).toHaveLength(1);
    }
    expect(now(many).teams.map(({ seed }) => seed)).toHaveLength(
      new Set(now(many).teams.map((one) => one.seed)).size,
    );
  });

  it('has stand-ins take seats, whoever comes stand in, and whoever is sent out sit nowhere', () => {
    let state = dealt();
    const [first, second] = team(state).standIns as [string, string];
    const leaver = team(state).seats[1]!;
    state = decided(state, { type: 'relay:seat', relayId, team: 0, seat: 1, to: first }, SERVER);
    expect(team(state).seats[1]).toBe(first);
    // Whoever sat there comes back as the last of those who stand in.
    expect(team(state).standIns).toEqual([second, leaver]);
    expect(team(state).moves).toMatchObject([{ seat: 1, from: leaver, to: first, step: 0 }]);
    // Asked again, or of somebody who sits, it changes nothing.
    for (const to of [first, team(state).seats[0]!])
      expect(decided(state, { type: 'relay:seat', relayId, team: 0, seat: 1, to }, SERVER)).toBe(state);
    state = decided(state, join(6), { kind: 'newcomer' });
    expect(team(state).standIns).toEqual([second, leaver, idOf(6)]);
    state = decided(state, { type: 'student:ban', studentId: first }, TEACHER);
    expect(team(state).seats[1]).toBeNull();
    expect(team(state).standIns).toEqual([second, leaver, idOf(6)]);
    expect(relayOnScreen(state, true)).toMatchObject({ moves: 2 });
  });

  it('asks its own stand-ins first, then those of others, else nobody', () => {
    const many = dealt(
      'hand',
      Array.from({ length: 8 }, (_, i) => `S${i}`),
    );
    const { teams } = now(many);
    const everybody = () => true;
    expect(nextFor(teams, 0, everybody)).toBe(teams[0]!.standIns[0]);
    expect(nextFor(teams, 0, (id) => !teams[0]!.standIns.includes(id))).toBe(teams[1]!.standIns[0]);
    expect(nextFor(teams, 0, () => false)).toBeNull();
  });

  it('takes weights by hand of the own unit alone, and none while networks learn', () => {
    let state = dealt();
    const [hiddenUnit, , outputUnit] = team(state).seats as [string, string, string];
    const set = (studentId: string, weights: number[]) => ({
      command: { type: 'relay:weights', relayId, weights } as const,
      actor: { kind: 'student' as const, studentId },
    });
    const tried = (studentId: string, weights: number[], of = state) => {
      const { command, actor } = set(studentId, weights);
      const decision = decide(of, command, actor, context());
      return decision.ok ? decision.state : decision.code;
    };
    state = tried(hiddenUnit, [1, -1, 0.5]) as ClassState;
    state = tried(outputUnit, [2, 3, -4]) as ClassState;
    expect(team(state).weights).toEqual([1, -1, 0, 0, 0.5, 0, 2, 3, -4]);
    expect(tried(hiddenUnit, [1, 1, 1, 1])).toBe('bad-request');
    expect(tried(team(state).standIns[0]!, [1, 1, 1])).toBe('not-your-seat');
    const learning = dealt('gradient');
    expect(tried(team(learning).seats[0]!, [1, 1, 1], learning)).toBe('no-relay');
  });

  it('is over once every network that learns is through, never goes back, and keeps weights set by hand', () => {
    const state = record(dealt('gradient'), { 0: far() });
    expect(team(state)).toMatchObject({ steps: 3, messages: 15 });
    expect(team(record(state, { 0: far({ steps: 2, messages: 3 }) }))).toMatchObject({
      steps: 3,
      messages: 15,
    });
    expect(now(record(state, { 0: far({ steps: 30, solvedAt: 29 }) })).stage).toBe('over');
    expect(now(record(state, { 0: far({ steps: RELAY_STEPS }) })).stage).toBe('over');
    const byHand = record(dealt(), { 0: far({ weights: null, solvedAt: 3 }) });
    expect(now(byHand).stage).toBe('going');
    expect(team(byHand).weights).toEqual(Array<number>(9).fill(0));
  });

  it('tells names only where they are shown, and nothing of other networks to students', () => {
    const state = dealt(
      'hand',
      Array.from({ length: 8 }, (_, i) => `Secret ${i}`),
    );
    expect(JSON.stringify(relayOnScreen(state, false))).not.toContain('Secret');
    expect(JSON.stringify(relayOnScreen(state, true))).toContain('Secret');
    const [one, other] = now(state).teams;
    const own = ownRelay(state, one!.seats[0]!, false)!;
    expect(own).toMatchObject({ teamAt: 0, seat: 0, networks: 2 });
    expect(JSON.stringify(own)).not.toContain(other!.seats[0]);
    expect(relayDesk(state, true).now!.teams).toHaveLength(2);
  });

  it('forgets a student, and ends with the class', () => {
    const state = dealt();
    const gone = team(state).seats[0]!;
    const kept = relaysWithout(
      [{ ...now(state), teams: [{ ...team(state), moves: aRelay('x', gone, 1).teams[0]!.moves }] }],
      gone,
    );
    expect(JSON.stringify(kept)).not.toContain(gone);
    const ended = decided(state, { type: 'class:end' }, TEACHER, context({ now: NOW + 5 }));
    expect(ended.relays[0]).toMatchObject({ stage: 'over', closedAt: NOW + 5 });
    expect(heldRelays(ended)).toHaveLength(1);
  });

  it('is asked as often as can be kept, and begins anew where one is put away', () => {
    let state = asked();
    expect(decided(state, { type: 'relay:ask', relayId, way: 'hand', hidden: 2 }, TEACHER)).toBe(state);
    for (let i = 1; i < LIMITS.relaysPerClass; i++)
      state = decided(state, { type: 'relay:ask', relayId: idOf(700 + i), way: 'hand', hidden: 3 }, TEACHER);
    expect(refusedAs(state, { type: 'relay:ask', relayId: idOf(790), way: 'hand', hidden: 2 })).toBe(
      'too-many-relays',
    );
    expect(refusedAs(state, { type: 'relay:go', relayId, until: 1 })).toBe('no-relay');
    state = decided(state, { type: 'relay:close', relayId: now(state).id }, TEACHER);
    expect(openRelay(state)).toBeNull();
    // What never began is looked at by nobody.
    expect(heldRelays(state)).toEqual([]);
  });
});
