import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { relayPass, relayStart, relayUndisturbed } from '@/engine/together/relay-network';
import { unitWork } from '@/engine/together/unit-work';
import { freshId, newCredentials } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, openTab, type RecordingTab } from '@/people/recording-tab';
import { studentTab, TabStudent } from '@/people/student';
import { until } from '@/people/until';
import { workAsUnit } from '@/people/work-as-unit';
import type { Answer } from '@/protocol/refusals';
import type { Relay } from '@/protocol/relay';
import { type HiddenSeats, RELAY_STEPS, type RelayWay } from '@/protocol/relay-settings';
import type { UnitAsked, UnitSent } from '@/protocol/relay-unit';
import type { OwnRelay, RelayOnWall } from '@/protocol/relay-views';
import type { StudentView, TeacherView } from '@/protocol/views';
import { makeDataDir, type RunningServer, startServer } from './class-server';
import { makeClass, screenTab, teacherTab } from './known-teacher';

type Student = TabStudent<RecordingTab>;
const desk = (teacher: RecordingTab) =>
  (teacher.views.at(-1) as TeacherView | undefined)?.relay.now as RelayOnWall;
const own = ({ tab }: Student) => (tab.views.at(-1) as StudentView | undefined)?.relay as OwnRelay;

describe('a class that is a network', () => {
  let data: Awaited<ReturnType<typeof makeDataDir>>;
  let server: RunningServer;
  beforeAll(async () => {
    data = await makeDataDir();
    server = await startServer(data.dataDir);
  });
  afterEach(() => {
    closeTabs();
    server.clock.frozen = null;
  });
  afterAll(async () => {
    await server.stop();
    await data.remove();
  });

  /** @param relayId draws seeds and seats */
  async function asked(
    names: readonly string[],
    way: RelayWay,
    hidden: HiddenSeats = 2,
    relayId = freshId(),
  ) {
    const { code, id } = await makeClass(server.url);
    const teacher = await teacherTab(server.url, code);
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    const students: Student[] = [];
    for (const name of names) students.push(await studentTab(server.url, code, name));
    mustBeOk(await teacher.command({ type: 'relay:ask', relayId, way, hidden }));
    const go = async (step: number) =>
      mustBeOk(await teacher.command({ type: 'relay:go', relayId, until: step }));
    return { code, id, teacher, students, relayId, go };
  }
  const kept = async (id: string): Promise<Relay> => (await server.store.loadClass(id))!.relays.at(-1)!;
  const at = (students: readonly Student[], relay: Relay, seat: number) =>
    students.find(({ id }) => id === relay.teams[0]!.seats[seat])!;
  /** The newest that a tab was asked of its unit. */
  const newest = (student: Student) => {
    const all: UnitAsked[] = [];
    student.tab.socket.on('unit', (one) => all.push(one));
    return all;
  };

  it('learns exclusive or over the room, to the bits of the engine, and says what was guessed', async () => {
    const { code, id, teacher, students, relayId, go } = await asked(
      ['Ada', 'Ben', 'Cleo', 'Dan', '花子'],
      'gradient',
      4,
      // Learns in 59 steps.
      '4'.repeat(32),
    );
    const screen = await screenTab(server.url, code);
    mustBeOk(await students[0]!.tab.command({ type: 'relay:guess', relayId, about: 'leaving', choice: 2 }));
    for (const student of students) workAsUnit(student);
    await go(0);
    await until('seats', () => own(students[0]!)?.team?.weights.length === 17);
    await go(3);
    await until('three steps', () => desk(teacher)?.teams[0]?.steps === 3);
    const { seed } = (await kept(id)).teams[0]!;
    expect(desk(teacher).teams[0]!.weights).toEqual([...relayUndisturbed(4, seed, 3)]);
    expect(desk(teacher).teams[0]!.answers).toEqual(
      relayPass('gradient', 4, relayUndisturbed(4, seed, 2)).answers,
    );
    // Four hidden units twice and the output unit once a step; nobody was needed from the server.
    expect(desk(teacher)).toMatchObject({ messages: 27, refused: 0, moves: 0, stage: 'going' });
    await go(RELAY_STEPS);
    await until('exclusive or', () => desk(teacher)?.stage === 'over');
    expect(desk(teacher).solved).toBe(1);
    await until('the comparison', () => desk(teacher)?.same === true);
    expect(own(students[0]!).guesses).toEqual({ alone: [0, 0, 0], leaving: [0, 0, 1] });
    for (const { id: studentId } of students) expect(screen.received).not.toContain(studentId);
  });

  it('gives the seat of whoever leaves to a stand-in within five seconds, and comes to the same bits', async () => {
    const { id, teacher, students, relayId, go } = await asked(['Ada', 'Ben', 'Cleo', 'Dan'], 'gradient');
    for (const student of students) workAsUnit(student);
    await go(0);
    const leaver = at(students, await kept(id), 0);
    const [standInId] = (await kept(id)).teams[0]!.standIns;
    const standIn = students.find((student) => student.id === standInId)!;
    await go(RELAY_STEPS);
    await until('some steps', () => (desk(teacher)?.teams[0]?.steps ?? 0) >= 5);
    const left = performance.now();
    leaver.tab.close();
    await until('the stand-in', () => own(standIn)?.seat === 0);
    expect(performance.now() - left).toBeLessThan(5_000);
    const then = desk(teacher).teams[0]!.steps;
    await until('more steps', () => (desk(teacher)?.teams[0]?.steps ?? 0) > then + 5);
    mustBeOk(await teacher.command({ type: 'relay:end', relayId }));
    await until('the comparison', () => desk(teacher)?.same !== null);
    const { teams } = await kept(id);
    expect(desk(teacher).same).toBe(true);
    expect(teams[0]!.weights).toEqual([...relayUndisturbed(2, teams[0]!.seed, teams[0]!.steps)]);
    expect(teams[0]!.moves).toMatchObject([{ seat: 0, from: leaver.id, to: standIn.id }]);
  });

  it('does a unit’s work itself where nobody is left, says so, and gives the seat back to whoever returns', async () => {
    const { code, id, teacher, students, go } = await asked(['Ada', 'Ben', 'Cleo'], 'gradient');
    for (const student of students) workAsUnit(student);
    await go(RELAY_STEPS);
    await until('some steps', () => (desk(teacher)?.teams[0]?.steps ?? 0) >= 2);
    const leaver = at(students, await kept(id), 2);
    leaver.tab.close();
    await until('the server', () => desk(teacher)?.teams[0]?.seats[2] === null);
    const then = desk(teacher).teams[0]!.steps;
    await until('more steps', () => (desk(teacher)?.teams[0]?.steps ?? 0) > then + 2);
    const back = new TabStudent(openTab(server.url), code, leaver.nickname, leaver.credentials);
    workAsUnit(back);
    await back.comeBack();
    await until('the own seat', () => own(back)?.seat === 2);
    const again = desk(teacher).teams[0]!.steps;
    await until('more steps with it', () => (desk(teacher)?.teams[0]?.steps ?? 0) > again + 2);
    const { weights, seed, steps } = (await kept(id)).teams[0]!;
    expect(weights).toEqual([...relayUndisturbed(2, seed, steps)]);
  });

  it('gives the seat of a device that says nothing to somebody else', async () => {
    const { id, teacher, students, go } = await asked(['Ada', 'Ben', 'Cleo', 'Dan'], 'gradient');
    await go(0);
    const silent = at(students, await kept(id), 1);
    for (const student of students) if (student !== silent) workAsUnit(student);
    const begun = performance.now();
    await go(RELAY_STEPS);
    await until('a step', () => (desk(teacher)?.teams[0]?.steps ?? 0) >= 1);
    expect(performance.now() - begun).toBeLessThan(5_000);
    const { moves, seats } = (await kept(id)).teams[0]!;
    expect(moves).toMatchObject([{ seat: 1, from: silent.id }]);
    expect(seats).not.toContain(silent.id);
  });

  it('answers by hand with what students set, and everybody hears', async () => {
    const { id, teacher, students, relayId, go } = await asked(['Ada', 'Ben', 'Cleo'], 'hand');
    for (const student of students) workAsUnit(student);
    await go(0);
    await until(
      'answers',
      () => desk(teacher)?.teams[0]?.answers !== null && desk(teacher)?.teams.length === 1,
    );
    // All weights are 0, and a sum of 0 says 1.
    expect(desk(teacher).teams[0]!.answers).toEqual([1, 1, 1, 1]);
    const relay = await kept(id);
    const set = async (seat: number, weights: number[]) =>
      mustBeOk(await at(students, relay, seat).tab.command({ type: 'relay:weights', relayId, weights }));
    await set(0, [1, 1, -0.5]);
    await set(1, [1, 1, -1.5]);
    await set(2, [1, -1, -0.5]);
    await until('exclusive or', () => desk(teacher)?.solved === 1);
    expect(desk(teacher).teams[0]!.answers).toEqual([0, 1, 1, 0]);
  });

  it('refuses what is not the engine’s, not the own unit’s, or said twice', async () => {
    const { id, teacher, students, relayId, go } = await asked(['Ada', 'Ben', 'Cleo'], 'gradient');
    // Nobody is too slow here.
    server.clock.frozen = Date.now();
    const told = new Map(students.map((student) => [student.id, newest(student)]));
    await go(1);
    await until('asked', () => [...told.values()].filter((all) => all.length > 0).length === 2);
    const relay = await kept(id);
    const [first, second, last] = [0, 1, 2].map((seat) => at(students, relay, seat));
    const right = (student: Student): UnitSent => {
      const asked = told.get(student.id)!.at(-1)!;
      return unitWork(asked, asked.weights!).sent;
    };
    const say = async (student: Student, sent: object) => {
      const answer = await student.tab.say<Answer>('relay:send', sent);
      return answer.ok ? null : answer.code;
    };
    const good = right(first!);
    expect(await say(first!, { ...good, outputs: [0, 0, 0, Number.NaN] })).toBe('bad-request');
    expect(await say(first!, { ...good, outputs: [0, 0, 0, 1e9] })).toBe('bad-request');
    expect(await say(first!, { ...good, outputs: Array(5_000).fill(0) })).toBe('bad-request');
    expect(await say(first!, { ...good, more: 1 })).toBe('bad-request');
    expect(await say(first!, { ...good, outputs: good.outputs.slice(1) })).toBe('not-the-engines');
    expect(await say(first!, { ...good, outputs: good.outputs.map((y) => y + 1e-16 + Number.EPSILON) })).toBe(
      'not-the-engines',
    );
    expect(await say(first!, { ...good, weights: [1, 2, 3] })).toBe('not-the-engines');
    // One student as all of them.
    for (const other of [second!, last!])
      expect(await say(first!, { ...right(second!), seat: other === second ? 1 : 2 })).toBe('not-your-seat');
    expect(await say(first!, { ...good, team: 3 })).toBe('unit-over');
    expect(await say(first!, { ...good, step: 7 })).toBe('unit-over');
    expect(await say(first!, { ...good, relayId: freshId() })).toBe('no-relay');
    const answers = await Promise.all(Array.from({ length: 10 }, () => say(first!, good)));
    expect(answers.filter((code) => code === null)).toHaveLength(1);
    expect(new Set(answers)).toEqual(new Set([null, 'unit-over']));
    const stranger = await studentTab(server.url, first!.code, 'Eve', newCredentials());
    expect(await say(stranger, right(second!))).toBe('not-your-seat');
    expect(await say(second!, right(second!))).toBeNull();
    await until('the output unit', () => (told.get(last!.id)?.length ?? 0) > 0);
    expect(await say(last!, right(last!))).toBeNull();
    expect(await say(first!, good)).toBe('unit-over');
    // A teacher is no unit.
    expect(await teacher.say<Answer>('relay:send', good)).toMatchObject({ code: 'not-allowed' });
    await until('refusals', () => desk(teacher)?.refused === 3);
    expect(relayId).toBe(good.relayId);
  });

  it('stands still while the class is paused, and goes on', async () => {
    const { teacher, students, go } = await asked(['Ada', 'Ben', 'Cleo'], 'gradient');
    for (const student of students) workAsUnit(student);
    await go(RELAY_STEPS);
    await until('some steps', () => (desk(teacher)?.teams[0]?.steps ?? 0) >= 2);
    mustBeOk(await teacher.command({ type: 'class:pause' }));
    mustBeOk(await teacher.command({ type: 'class:resume' }));
    const then = desk(teacher).teams[0]!.steps;
    await until('more', () => (desk(teacher)?.teams[0]?.steps ?? 0) > then + 2);
    expect(desk(teacher)).toMatchObject({ moves: 0, refused: 0 });
  });

  it('goes on after a restart of the server, and forgets whoever is forgotten', async () => {
    const {
      code,
      id,
      teacher: before,
      students,
      relayId,
      go,
    } = await asked(['Ada', 'Ben', 'Cleo'], 'gradient');
    for (const student of students) workAsUnit(student);
    await go(RELAY_STEPS);
    await until('some steps', () => (desk(before)?.teams[0]?.steps ?? 0) >= 4);
    closeTabs();
    await server.stop();
    server = await startServer(data.dataDir);
    const teacher = await teacherTab(server.url, code);
    for (const { nickname, credentials } of students) {
      const back = new TabStudent(openTab(server.url), code, nickname, credentials);
      workAsUnit(back);
      await back.comeBack();
    }
    const then = (await kept(id)).teams[0]!.steps;
    expect(then).toBeGreaterThanOrEqual(4);
    await until('more steps', () => (desk(teacher)?.teams[0]?.steps ?? 0) > then + 4);
    mustBeOk(await teacher.command({ type: 'relay:end', relayId }));
    await until('the comparison', () => desk(teacher)?.same === true);
    const { weights, seed, steps } = (await kept(id)).teams[0]!;
    expect(weights).toEqual([...relayUndisturbed(2, seed, steps)]);
    expect(relayStart('gradient', 2, seed)).not.toEqual(Float64Array.from(weights));
    const [gone] = students;
    expect(JSON.stringify(await kept(id))).toContain(gone!.id);
    await server.store.deleteStudent(id, gone!.id);
    expect(JSON.stringify(await kept(id))).not.toContain(gone!.id);
  });
});
