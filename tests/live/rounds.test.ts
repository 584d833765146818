import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { LEAST_ROUND_MS, ROUND_MS } from '@/classroom/round-due';
import type { Examples } from '@/engine/digits/examples';
import { deviceRound, ownPictures, startOfRounds } from '@/engine/together/device-round';
import { meanOf } from '@/engine/together/mean-of';
import { medianOf } from '@/engine/together/median-of';
import { freshId, newCredentials } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, openTab, type RecordingTab } from '@/people/recording-tab';
import { studentTab, TabStudent } from '@/people/student';
import { fetchInRound, sendInRound } from '@/people/take-part';
import { until } from '@/people/until';
import type { Answer } from '@/protocol/refusals';
import type { RoundRule } from '@/protocol/rounds-settings';
import type { OwnRounds, RoundsDesk } from '@/protocol/rounds-views';
import type { ScreenView, StudentView, TeacherView } from '@/protocol/views';
import { allPictures } from '@/tests/engine/digits/node-pictures';
import { onKernels } from '@/tests/engine/kernels-module';
import { makeDataDir, type RunningServer, startServer } from './class-server';
import { knownTeacher, makeClass, screenTab, teacherTab } from './known-teacher';

type Student = TabStudent<RecordingTab>;

const desk = (teacher: RecordingTab): RoundsDesk =>
  (teacher.views.at(-1) as TeacherView | undefined)?.rounds?.now as RoundsDesk;
const own = ({ tab }: Student): OwnRounds =>
  (tab.views.at(-1) as StudentView | undefined)?.rounds as OwnRounds;
const PLACE = { network: onKernels, breathe: async () => {}, now: () => performance.now() };

/** Float32 numbers of the dealt network, all the same. */
const all = (value: number) => startOfRounds('digits', 1).map(() => value);

describe('a class learns in rounds', () => {
  let data: Awaited<ReturnType<typeof makeDataDir>>;
  let server: RunningServer;
  let train: Examples;
  beforeAll(async () => {
    ({ train } = await allPictures());
    data = await makeDataDir();
    await start();
  });
  afterEach(closeTabs);
  afterAll(async () => {
    await server.stop();
    await data.remove();
  });

  /** Time stands still but where a test lets it pass: how long a training takes here decides nothing. */
  async function start() {
    server = await startServer(data.dataDir);
    server.clock.frozen = Date.now();
  }

  async function asked(names: readonly string[], rule: RoundRule = 'mean') {
    const { code, id } = await makeClass(server.url);
    const teacher = await teacherTab(server.url, code);
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    const students: Student[] = [];
    for (const name of names) students.push(await studentTab(server.url, code, name));
    const roundsId = freshId();
    mustBeOk(await teacher.command({ type: 'rounds:ask', roundsId, rule, each: 2, saboteurs: 0, epochs: 1 }));
    const go = async (stage: 'going' | 'held' | 'over') =>
      mustBeOk(await teacher.command({ type: 'rounds:go', roundsId, stage }));
    return { code, id, teacher, students, roundsId, go };
  }

  /** What this student's device makes of the round that is on. */
  async function learn(student: Student): Promise<Float32Array> {
    const rounds = own(student);
    const { id: roundsId, round, place } = rounds;
    const start = round > 1 ? await fetchInRound(student, { roundsId, round }) : null;
    const asked = { ...rounds, place: place!, start };
    return deviceRound(asked, ownPictures(train, asked), PLACE);
  }
  /** All of these have sent: after the least time of a round it closes. */
  async function send(
    teacher: RecordingTab,
    students: readonly Student[],
    round: number,
    of: readonly Float32Array[],
  ) {
    const { id: roundsId } = own(students[0]!);
    for (const [i, student] of students.entries())
      mustBeOk((await sendInRound(student, { roundsId, round }, of[i % of.length]!)).answer);
    await later(teacher, LEAST_ROUND_MS);
  }
  const seesRound = (student: Student, round: number) =>
    until(`round ${round}`, () => own(student)?.round === round && own(student)?.stage === 'going');
  /** Time passes, and something happens in the class, so that it is looked at. */
  async function later(teacher: RecordingTab, milliseconds: number) {
    server.clock.ahead += milliseconds;
    mustBeOk(await teacher.command({ type: 'screen:show', view: 'board', argument: null, pinned: false }));
    mustBeOk(await teacher.command({ type: 'screen:show', view: 'rounds', argument: null, pinned: false }));
  }

  it('trains alone, then together: the mean of what was sent, judged by the server, with the bytes that crossed the wire', async () => {
    const { code, id, teacher, students, roundsId, go } = await asked(['Ada', 'Ben', '花子']);
    const screen = await screenTab(server.url, code);
    mustBeOk(await students[0]!.tab.command({ type: 'rounds:guess', roundsId, choice: 3 }));
    await go('going');
    for (const student of students) await seesRound(student, 0);
    await send(teacher, students, 0, await Promise.all(students.map(learn)));
    await seesRound(students[0]!, 1);
    // Nobody knows more than the own two digits.
    const known = own(students[0]!).ownAlone!;
    expect(known.right).toBeLessThan(0.21);
    expect(known.byLabel.filter((share) => share > 0.5)).toHaveLength(2);
    await expect.poll(() => (screen.views.at(-1) as ScreenView).rounds!.networks).toHaveLength(3);
    // Before the first round there is nothing to be fetched.
    await expect(fetchInRound(students[0]!, { roundsId, round: 1 })).rejects.toThrow('round-over');

    const sent = await Promise.all(students.map(learn));
    await send(teacher, students, 1, sent);
    await seesRound(students[0]!, 2);
    const { done, byLabel } = desk(teacher);
    const bytes = sent[0]!.byteLength;
    expect(bytes).toBe(203_560);
    expect(done).toMatchObject([{ round: 1, took: 3, here: 3, up: 3 * bytes, down: 0 }]);
    expect(byLabel).toHaveLength(10);
    expect(done[0]!.other).not.toBe(done[0]!.right);
    const network = await fetchInRound(students[1]!, { roundsId, round: 2 });
    expect(network).toEqual(meanOf(sent));
    // The second round's bytes are counted both ways.
    await send(teacher, students, 2, await Promise.all(students.map(learn)));
    await until('the second', () => desk(teacher)?.done.length === 2);
    expect(desk(teacher).done[1]).toMatchObject({ up: 3 * bytes, down: 4 * bytes });
    // Of nobody is it told on any wire of others whose network knows what.
    for (const tab of [screen, students[1]!.tab]) expect(tab.received).not.toContain(students[0]!.id);

    await go('over');
    await until('the end', () => own(students[0]!)?.stage === 'over');
    expect(own(students[0]!)).toMatchObject({ guesses: [0, 0, 0, 1], saboteurs: 0 });
    expect((await server.store.loadClass(id))!.rounds[0]!.done).toHaveLength(2);
  });

  it('goes on without stragglers and closed laptops, and with whoever comes late; each costs its own part', async () => {
    const { code, teacher, students, roundsId, go } = await asked(['Ada', 'Ben', 'Cleo'], 'median');
    const [ada, ben, cleo] = students;
    await go('going');
    for (const student of students) await seesRound(student, 0);
    await send(teacher, students, 0, [all(0.001)]);
    await seesRound(ada!, 1);
    // Cleo's device is slow: at the deadline the round closes with two, and hers is too late for it.
    mustBeOk((await sendInRound(ada!, { roundsId, round: 1 }, all(0.01))).answer);
    mustBeOk((await sendInRound(ben!, { roundsId, round: 1 }, all(0.02))).answer);
    await later(teacher, ROUND_MS);
    await until('the first', () => desk(teacher)?.done.length === 1);
    expect(desk(teacher).done[0]).toMatchObject({ took: 2, here: 3 });
    await seesRound(cleo!, 2);
    expect((await sendInRound(cleo!, { roundsId, round: 1 }, all(9))).answer).toMatchObject({
      code: 'round-over',
    });
    expect(await fetchInRound(cleo!, { roundsId, round: 2 })).toEqual(medianOf([all(0.01), all(0.02)]));
    // Ben closes his laptop, and Dan comes: nobody waits for the one, and the other takes part at once.
    ben!.tab.close();
    const dan = await studentTab(server.url, code, 'Dan');
    await seesRound(dan, 2);
    await send(teacher, [ada!, cleo!, dan], 2, [all(0.03)]);
    await until('the second', () => desk(teacher)?.done.length === 2);
    expect(desk(teacher).done[1]).toMatchObject({ took: 3, here: 3 });
    // While the class is held nothing closes.
    await seesRound(ada!, 3);
    await go('held');
    await send(teacher, [ada!, cleo!, dan], 3, [all(0.04)]);
    await later(teacher, 2 * ROUND_MS);
    expect(desk(teacher).done).toHaveLength(2);
    await go('going');
    await later(teacher, LEAST_ROUND_MS);
    await until('the third', () => desk(teacher)?.done.length === 3);
  });

  it('refuses whatever is no network of the round, and counts one student once', async () => {
    const { teacher, students, roundsId, go } = await asked(['Ada', 'Ben']);
    const [ada, ben] = students;
    const tried = (
      weights: Float32Array | Uint8Array,
      round = 0,
      student: Parameters<typeof sendInRound>[0] = ada!,
    ) =>
      sendInRound(student, { roundsId, round }, weights).then(({ answer }) =>
        answer.ok ? null : answer.code,
      );
    expect(await tried(all(0))).toBe('no-rounds');
    await go('going');
    await seesRound(ada!, 0);
    const withOne = (value: number) => {
      const weights = all(0.1);
      weights[777] = value;
      return weights;
    };
    expect(await tried(withOne(Number.NaN))).toBe('weights-not-finite');
    expect(await tried(withOne(Number.POSITIVE_INFINITY))).toBe('weights-not-finite');
    expect(await tried(withOne(1e9))).toBe('weights-too-large');
    expect(await tried(all(0).subarray(1))).toBe('weights-wrong-length');
    expect(await tried(new Float32Array(2_000_000))).toBe('weights-wrong-length');
    expect(await tried(new Uint8Array(3))).toBe('weights-wrong-length');
    expect(await tried(all(0), 1)).toBe('round-over');
    expect(await sendInRound(ada!, { roundsId: freshId(), round: 0 }, all(0))).toMatchObject({
      answer: { code: 'no-rounds' },
    });
    expect((await sendInRound(ada!, { roundsId, round: 99 }, all(0))).answer).toMatchObject({ ok: false });
    const stranger = { tab: ada!.tab, code: ada!.code, credentials: newCredentials() };
    expect(await tried(all(0), 0, stranger)).toBe('unknown-student');
    const thief = { ...stranger, credentials: { ...newCredentials(), studentId: ben!.id } };
    expect(await tried(all(0), 0, thief)).toBe('unknown-student');
    expect(desk(teacher).arrived).toBe(0);
    // One student as ten: what is under way is refused, what has come is the same, and it counts once.
    const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => tried(all(i / 10))));
    expect(answers.filter((code) => code !== null && code !== 'rate-limited')).toEqual([]);
    expect(await tried(all(5))).toBeNull();
    await until('the one', () => desk(teacher)?.arrived === 1);
    expect(await tried(all(0.5), 0, ben!)).toBeNull();
    await later(teacher, LEAST_ROUND_MS);
    await seesRound(ada!, 1);
    // Replayed in another round it is refused.
    expect(await tried(all(0.5), 0, ben!)).toBe('round-over');
    expect(own(ada!).alone).toMatchObject({ networks: 2 });
  });

  it('goes on where it was when the server is started again in the middle of a round', async () => {
    const { code, id, teacher: before, students, roundsId, go } = await asked(['Ada', 'Ben']);
    const [ada, ben] = students;
    await go('going');
    await seesRound(ada!, 0);
    await send(before, students, 0, [all(0.2)]);
    await seesRound(ada!, 1);
    mustBeOk((await sendInRound(ada!, { roundsId, round: 1 }, all(0.25))).answer);
    closeTabs();
    await server.stop();
    await start();
    // What had been acknowledged is still there: only the other one is waited for.
    const teacher = await teacherTab(server.url, code);
    const again = await new TabStudent(openTab(server.url), code, 'Ben', ben!.credentials).comeBack();
    await until('how many have come', () => desk(teacher)?.arrived === 1);
    mustBeOk((await sendInRound(again, { roundsId, round: 1 }, all(0.75))).answer);
    await later(teacher, LEAST_ROUND_MS);
    await until('the first', () => desk(teacher)?.done.length === 1);
    expect(desk(teacher).done[0]).toMatchObject({ took: 2 });
    expect(await fetchInRound(again, { roundsId, round: 2 })).toEqual(all(0.5));
    expect((await server.store.loadClass(id))!.rounds[0]!.round).toBe(2);
  });

  describe('leaves nothing of what devices have sent', () => {
    const folder = () => path.join(data.dataDir, 'round-uploads');
    const files = () => readdir(folder());
    const owner = () => knownTeacher(server.url);
    /** Ada has sent, and Ben is waited for. */
    async function oneHasSent() {
      const made = await asked(['Ada', 'Ben']);
      const [ada] = made.students;
      await made.go('going');
      await seesRound(ada!, 0);
      mustBeOk((await sendInRound(ada!, { roundsId: made.roundsId, round: 0 }, all(0.1))).answer);
      const own = (await files()).filter((name) => name.includes(made.roundsId));
      expect(own).toHaveLength(1);
      return { ...made, ada: ada! };
    }
    const isGone = (roundsId: string) =>
      expect
        .poll(async () => (await files()).filter((name) => name.includes(roundsId)), { timeout: 120_000 })
        .toEqual([]);

    it('when they are put away or ended in the middle of a round', async () => {
      const put = await oneHasSent();
      mustBeOk(await put.teacher.command({ type: 'rounds:close', roundsId: put.roundsId }));
      await isGone(put.roundsId);
      const ended = await oneHasSent();
      await ended.go('over');
      await isGone(ended.roundsId);
      const over = await oneHasSent();
      mustBeOk(await over.teacher.command({ type: 'class:end' }));
      await isGone(over.roundsId);
    });

    it('when the student or the class is deleted', async () => {
      const student = await oneHasSent();
      mustBeOk(await owner().ask<Answer>('DELETE', `/api/classes/${student.id}/students/${student.ada.id}`));
      await isGone(student.roundsId);
      const whole = await oneHasSent();
      mustBeOk(await owner().ask<Answer>('DELETE', `/api/classes/${whole.id}`));
      await isGone(whole.roundsId);
    });

    it('when their class has gone while no server saw to it; what is on stays', async () => {
      const on = await oneHasSent();
      closeTabs();
      await server.stop();
      const [name] = (await files()).filter((one) => one.includes(on.roundsId));
      // Of a class that is no more, of rounds that are not on any more, and of a name that nobody gives now.
      const orphans = [
        name!.replace(on.id, freshId()),
        name!.replace(on.roundsId, freshId()),
        `${freshId()}.0.${freshId()}.weights`,
      ];
      for (const orphan of orphans) await writeFile(path.join(folder(), orphan), 'left');
      await start();
      await expect
        .poll(async () => (await files()).filter((one) => orphans.includes(one)), { timeout: 120_000 })
        .toEqual([]);
      expect(await files()).toContain(name);
    });
  });
});
