import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { gatesChallenge } from '@/engine/challenges/gates';
import { LESSONS } from '@/lessons/registry';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, openTab, type RecordingTab } from '@/people/recording-tab';
import { solveGate } from '@/people/solutions';
import { studentTab } from '@/people/student';
import { until } from '@/people/until';
import { CHALLENGE_GATES, type ChallengeGate } from '@/protocol/challenges/gates';
import type { GatesAnswer } from '@/protocol/challenges/gates-answer';
import { LIMITS } from '@/protocol/limits';
import type { ScreenView, StudentView, TeacherView } from '@/protocol/views';
import { authSecret } from '@/server/env';
import { hiddenSeed } from '@/server/verify/challenge-checker';
import { makeDataDir, type RunningServer, startServer, TEACHER } from './class-server';
import { makeClass, screenTab, teacherHeaders, teacherTab } from './known-teacher';

const lesson = LESSONS.find(({ steps }) => steps.some(({ bench }) => bench === 'perceptron-challenge'))!;
const guessed = LESSONS.find(({ steps }) => steps.some(({ prediction }) => prediction !== undefined))!;
const step = guessed.steps.find(({ prediction }) => prediction !== undefined)!;

describe('a challenge in a class', () => {
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

  async function classWith(names: string[], lessonId = lesson.id) {
    const { id, code } = await makeClass(server.url, TEACHER, lessonId);
    const teacher = await teacherTab(server.url, code);
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    const students = [];
    for (const name of names) students.push(await studentTab(server.url, code, name));
    return { id, code, teacher, students };
  }

  const viewOf = <View>(tab: RecordingTab) => tab.views.at(-1) as unknown as View;
  const seedOf = (tab: RecordingTab) => until('a view', () => viewOf<StudentView>(tab)?.class.dealSeed);

  function solution(seed: number, gate: ChallengeGate): GatesAnswer {
    const task = gatesChallenge.deal(seed).find((one) => one.gate === gate)!;
    const { weights, threshold } = solveGate(task);
    return { part: gate, weights: [...weights], threshold };
  }

  it('is checked by the server, recorded, and shown to everybody as they may see it', async () => {
    const { code, teacher, students } = await classWith(['Ada', 'Ben']);
    const [ada, ben] = [students[0]!.tab, students[1]!.tab];
    const screen = await screenTab(server.url, code);
    const seed = await seedOf(teacher);

    expect(mustBeOk(await ada.handIn(solution(seed, 'and')))).toMatchObject({
      part: 'and',
      value: 1,
      reached: true,
      shown: { kind: 'count', amount: 4, of: 4 },
      total: 0.2,
      reachedParts: ['and'],
    });
    const wrong: GatesAnswer = { ...solution(seed, 'or'), threshold: 99 };
    expect(mustBeOk(await ada.handIn(wrong))).toMatchObject({ reached: false, total: 0.2 });
    for (const gate of CHALLENGE_GATES) mustBeOk(await ben.handIn(solution(seed, gate)));

    const view = await until('the whole board', () => {
      const newest = viewOf<TeacherView>(teacher);
      return newest.board.rows[0]?.accuracy === 1 && newest;
    });
    expect(view.board).toMatchObject({ kind: 'parts', total: 2, revealed: false });
    expect(view.board.rows.map(({ nickname, shown }) => [nickname, shown.amount, shown.of])).toEqual([
      ['Ben', 5, 5],
      ['Ada', 1, 5],
    ]);
    expect(view.roster.map(({ submissions }) => submissions)).toEqual([2, 5]);
    const own = await until('the own standing', () => {
      const newest = viewOf<StudentView>(ada);
      return newest.standing?.part === 'or' && newest.board?.total === 2 && newest;
    });
    expect(own.ownRow).toMatchObject({ rank: 2, nickname: 'Ada', accuracy: 0.2 });
    const wall = await until('the wall', () => {
      const newest = viewOf<ScreenView>(screen);
      return newest?.board?.total === 2 && newest;
    });
    expect(wall.board!.rows.map(({ nickname }) => nickname)).toEqual([null, null]);
  });

  it('I4: the hidden seed reaches nobody', async () => {
    const { id, teacher, students } = await classWith(['Ada']);
    const [ada] = students;
    const seed = await seedOf(teacher);
    mustBeOk(await ada!.tab.handIn(solution(seed, 'not')));
    await until('the result', () => viewOf<TeacherView>(teacher).board.total === 1);
    const hidden = String(hiddenSeed(authSecret(server.env), id));
    expect(ada!.tab.received + teacher.received).not.toContain(hidden);
  });

  it('deals every class its own: an answer does not fit another class', async () => {
    const first = await classWith(['Ada']);
    const second = await classWith(['Ada']);
    const seed = await seedOf(first.teacher);
    const otherSeed = await seedOf(second.teacher);
    expect(otherSeed).not.toBe(seed);
    const differs = CHALLENGE_GATES.filter((gate) => {
      const other = gatesChallenge.check(gatesChallenge.deal(otherSeed), solution(seed, gate), 0);
      return !other.reached;
    });
    expect(differs.length).toBeGreaterThan(0);
  });

  it('I2: refuses what is no answer, from whom it does not come, and where there is no challenge', async () => {
    const { teacher, students } = await classWith(['Ada']);
    const [ada] = students;
    const seed = await seedOf(teacher);
    const sound = solution(seed, 'and');
    const broken = [
      null,
      [],
      'and',
      { ...sound, part: 'xor' },
      { ...sound, weights: [1, Number.MAX_VALUE] },
      { ...sound, extra: 1 },
      { part: 'and', weights: [], threshold: 0 },
    ];
    server.clock.frozen = Date.now();
    for (const answer of broken) {
      server.clock.frozen += 10_000;
      expect(await ada!.tab.handIn(answer)).toEqual({ ok: false, code: 'bad-request' });
    }
    for (const payload of [undefined, { answer: sound, challenge: 'gates' }, sound])
      expect(await ada!.tab.say('challenge:submit', payload)).toMatchObject({
        ok: false,
        code: 'bad-request',
      });
    expect(await teacher.handIn(sound)).toEqual({ ok: false, code: 'not-allowed' });
    expect(await openTab(server.url).handIn(sound)).toEqual({ ok: false, code: 'not-attached' });
    const digits = await classWith(['Ada'], 'handwritten-digits');
    expect(await digits.students[0]!.tab.handIn(sound)).toEqual({ ok: false, code: 'no-challenge' });

    mustBeOk(await teacher.command({ type: 'class:pause' }));
    mustBeOk(await ada!.tab.handIn(sound));
    mustBeOk(await teacher.command({ type: 'class:end' }));
    server.clock.frozen += 10_000;
    expect(await ada!.tab.handIn(sound)).toEqual({ ok: false, code: 'class-ended' });
  });

  it('limits how often a student may try, over all of the student’s tabs', async () => {
    const { code, teacher, students } = await classWith(['Ada', 'Ben']);
    const [ada, ben] = students;
    const seed = await seedOf(teacher);
    server.clock.frozen = Date.now();
    const second = openTab(server.url);
    mustBeOk(await second.attach({ code, as: { kind: 'student', credentials: ada!.credentials } }));
    const sound = solution(seed, 'and');
    for (let i = 0; i < LIMITS.answerBurst; i += 1)
      mustBeOk(await (i % 2 === 0 ? ada!.tab : second).handIn(sound));
    expect(await second.handIn(sound)).toEqual({ ok: false, code: 'rate-limited' });
    mustBeOk(await ben!.tab.handIn(sound));
    server.clock.frozen += 1000 / LIMITS.answersPerSecond;
    mustBeOk(await ada!.tab.handIn(sound));
  });

  it('I5: what was acknowledged is there after a restart, and so is what was dealt', async () => {
    const { id, code, teacher, students } = await classWith(['Ada']);
    const [ada] = students;
    const seed = await seedOf(teacher);
    mustBeOk(await ada!.tab.handIn(solution(seed, 'nand')));
    await server.stop();
    server = await startServer(data.dataDir);
    const back = openTab(server.url);
    const answer = mustBeOk(
      await back.attach({ code, as: { kind: 'student', credentials: ada!.credentials } }),
    );
    const view = answer.view as StudentView;
    expect(view.class.dealSeed).toBe(seed);
    expect(view.standing).toMatchObject({ part: 'nand', reachedParts: ['nand'], total: 0.2 });
    expect((await server.store.loadClass(id))!.results).toEqual(
      expect.objectContaining({ [`${ada!.id} nand`]: expect.objectContaining({ tries: 1, reached: true }) }),
    );
    expect(mustBeOk(await back.handIn(solution(seed, 'and')))).toMatchObject({ total: 0.4 });
  });

  it('removes a student’s results and guesses with the student', async () => {
    const { id, teacher, students } = await classWith(['Ada', 'Ben']);
    const seed = await seedOf(teacher);
    for (const { tab } of students) mustBeOk(await tab.handIn(solution(seed, 'and')));
    await until('a board of two', () => viewOf<TeacherView>(teacher).board.total === 2);
    const route = `/api/classes/${id}/students/${students[0]!.id}`;
    await fetch(`${server.url}${route}`, {
      method: 'DELETE',
      headers: { origin: server.url, ...teacherHeaders() },
    });
    const view = await until('a board of one', () => {
      const newest = viewOf<TeacherView>(teacher);
      return newest.board.total === 1 && newest;
    });
    expect(view.board.rows[0]!.nickname).toBe('Ben');
    expect(Object.keys((await server.store.loadClass(id))!.results)).toHaveLength(1);
  });

  it('keeps guesses, and tells the class’s to those who have made theirs', async () => {
    const { id, teacher, students } = await classWith(['Ada', 'Ben'], guessed.id);
    const [ada, ben] = [students[0]!.tab, students[1]!.tab];
    const say = (type: 'prediction:commit' | 'prediction:outcome', choice: number) =>
      ({ type, stepId: step.id, choice }) as const;
    mustBeOk(await ada.command(say('prediction:commit', 1)));
    mustBeOk(await ada.command(say('prediction:commit', 1)));
    expect(await ada.command(say('prediction:commit', 0))).toEqual({ ok: false, code: 'already-predicted' });
    expect(await ben.command(say('prediction:outcome', 0))).toEqual({ ok: false, code: 'no-prediction' });
    expect(await teacher.command(say('prediction:commit', 0))).toEqual({ ok: false, code: 'not-allowed' });
    mustBeOk(await ada.command(say('prediction:outcome', 0)));
    const tally = await until('the outcome', () => {
      const [first] = viewOf<TeacherView>(teacher).predictions;
      return first?.outcomes[0] === 1 && first;
    });
    expect(tally.guesses[1]).toBe(1);
    await until('the view of Ada', () => viewOf<StudentView>(ada).predictions[0]?.outcome === 0);
    expect(viewOf<StudentView>(ben).predictions).toEqual([]);
    mustBeOk(await ben.command(say('prediction:commit', 0)));
    const seen = await until('the view of Ben', () => viewOf<StudentView>(ben).predictions[0]);
    expect(seen).toMatchObject({ choice: 0, outcome: null });
    expect(seen.guesses.slice(0, 2)).toEqual([1, 1]);
    expect(Object.values((await server.store.loadClass(id))!.predictions)).toHaveLength(2);
  });
});
