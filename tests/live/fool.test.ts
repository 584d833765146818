import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startOf } from '@/engine/training/start-of';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, type RecordingTab } from '@/people/recording-tab';
import { studentTab, type TabStudent } from '@/people/student';
import { until } from '@/people/until';
import { bytesToText } from '@/protocol/bytes-text';
import type { FoolPicturesAnswer } from '@/protocol/events';
import type { Experiment } from '@/protocol/experiment';
import { FOOL } from '@/protocol/fool-rules';
import { POOL } from '@/protocol/pool-rules';
import type { Answer } from '@/protocol/refusals';
import type { ScreenView, StudentView, TeacherView } from '@/protocol/views';
import { createVerifier, type Verifier } from '@/server/verify/verifier';
import { inkText } from '@/tests/classroom/a-fool';
import { allPictures } from '@/tests/engine/digits/node-pictures';
import { trainFrom } from '@/tests/engine/together/class-of-networks';
import { makeDataDir, type RunningServer, startServer } from './class-server';
import { makeClass, screenTab, teacherTab } from './known-teacher';

const newest = <V>(tab: RecordingTab) => tab.views.at(-1) as V;
const EXPERIMENT: Experiment = {
  ...{ dataset: 'digits', examples: 500, seed: 5, loss: 'cross-entropy', optimizer: 'momentum' },
  network: { kind: 'dense', hidden: [16], activation: 'relu' },
  ...{ learningRate: 0.05, batchSize: 20, epochs: 10, l2: 0 },
};

describe('a class fools the network that leads', () => {
  let data: Awaited<ReturnType<typeof makeDataDir>>;
  let server: RunningServer;
  let verifier: Verifier;
  beforeAll(async () => {
    data = await makeDataDir();
    verifier = createVerifier({ timeoutMs: 60_000 });
    server = await startServer(data.dataDir, { score: () => verifier });
  });
  afterEach(closeTabs);
  afterAll(async () => {
    await server.stop();
    await verifier.close();
    await data.remove();
  });

  /** Trained once: the leader of every class here. */
  let trainedOnce: Promise<Float32Array> | null = null;
  async function trainedWeights() {
    return trainFrom(EXPERIMENT, startOf(EXPERIMENT).weights, await allPictures());
  }

  async function handIn(student: TabStudent<RecordingTab>, experiment: Experiment) {
    const runId = freshId();
    mustBeOk(await student.tab.attachRun(runId, { experiment, backend: 'kernels' }));
    trainedOnce ??= trainedWeights();
    const weights = experiment === EXPERIMENT ? await trainedOnce : startOf(experiment).weights;
    mustBeOk((await student.submit(runId, weights)).answer);
  }

  /** Ben leads by far; Ada and 花子 have handed in as well; Dan and Eve have not. */
  async function playing() {
    const { code, id } = await makeClass(server.url);
    const teacher = await teacherTab(server.url, code);
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    const [ada, ben, hanako, dan, eve] = await Promise.all(
      ['Ada', 'Ben', '花子', 'Dan', 'Eve'].map((name) => studentTab(server.url, code, name)),
    );
    await handIn(ben!, EXPERIMENT);
    await handIn(ada!, { ...EXPERIMENT, seed: 6 });
    await handIn(hanako!, { ...EXPERIMENT, seed: 7 });
    const foolId = freshId();
    mustBeOk(await teacher.command({ type: 'fool:ask', foolId }));
    return { code, id, teacher, foolId, ada: ada!, ben: ben!, hanako: hanako!, dan: dan!, eve: eve! };
  }
  type Tried = { foolId: string; drawingId: string; label: number; pixels: string };
  const tryIt = ({ tab }: TabStudent<RecordingTab>, tried: Tried) => tab.say<Answer>('fool:try', tried);
  const pictures = (tab: RecordingTab, foolId: string, ids: string[]) =>
    tab.say<FoolPicturesAnswer>('fool:pictures', { foolId, ids });
  const own = ({ tab }: TabStudent<RecordingTab>) => newest<StudentView>(tab).fool!.own;

  it('reads, judges and shows, and forgets whoever is forgotten', async () => {
    const { code, id, teacher, foolId, ada, ben, dan, hanako, eve } = await playing();
    const screen = await screenTab(server.url, code);
    await until('who leads', () => newest<StudentView>(ben.tab).fool?.leads);
    await expect
      .poll(() => newest<TeacherView>(teacher).fool!.now)
      .toMatchObject({ leaderId: ben.id, others: 2 });

    // Several at once, one student twice with the same try: one reading each.
    const one = { foolId, drawingId: freshId(), label: 0, pixels: inkText(1) };
    const other = { foolId, drawingId: freshId(), label: 1, pixels: inkText(2) };
    const answers = await Promise.all([tryIt(ada, one), tryIt(ada, one), tryIt(dan, other)]);
    for (const answer of answers) mustBeOk(answer);
    mustBeOk(await tryIt(ada, one));
    await until('the own try', () => own(ada).length === 1);
    const [read] = own(ada);
    expect(read!.asked).toBe(2);
    await expect.poll(() => newest<TeacherView>(teacher).fool!.now!.tries).toBe(2);

    // The very networks were asked: what all of them read of one picture has one answer each.
    const stored = Object.values((await server.store.loadClass(id))!.fooled);
    for (const { said, asked, right, label } of stored) {
      expect(said.reduce((sum, count) => sum + count, 0)).toBe(asked);
      expect(said[label]).toBe(right);
    }
    // A label that the leader does not read fools it.
    const label = (read!.answer + 1) % 10;
    const fooling = { foolId, drawingId: freshId(), label, pixels: inkText(3) };
    mustBeOk(await tryIt(ada, fooling));
    await until('a drawing that fools', () => own(ada).some((mine) => mine.answer !== mine.label));
    const fooled = own(ada).findLast((mine) => mine.answer !== mine.label)!;
    const shownTo = async (tab: RecordingTab) => {
      const answer = await pictures(tab, foolId, [fooled.id]);
      if (!answer.ok) throw new Error(answer.code);
      return answer.pictures.length;
    };
    expect(await shownTo(ada.tab)).toBe(1);
    expect(await shownTo(teacher)).toBe(1);
    for (const tab of [ben.tab, screen]) expect(await shownTo(tab)).toBe(0);

    mustBeOk(await teacher.command({ type: 'fool:go', foolId, stage: 'judging' }));
    await until('what is to be judged', () => newest<StudentView>(ben.tab).fool?.dealt.includes(fooled.id));
    await until('the judging', () => newest<StudentView>(ada.tab).fool!.stage === 'judging');
    expect(newest<StudentView>(ada.tab).fool!.dealt).not.toContain(fooled.id);
    expect(await shownTo(ben.tab)).toBe(1);
    expect(await shownTo(screen)).toBe(0);
    const judge = ({ tab }: TabStudent<RecordingTab>, choice: number) =>
      tab.command({ type: 'fool:judge', foolId, drawingId: fooled.id, choice });
    for (const who of [ben, hanako]) mustBeOk(await judge(who, fooled.label));
    // Neither judges nor the wall hear whose it is.
    for (const tab of [screen, ben.tab, dan.tab]) expect(tab.received).not.toContain(ada.id);
    expect(await judge(ada, fooled.label)).toMatchObject({ ok: false, code: 'own-drawing' });
    expect(await judge(ben, 10)).toMatchObject({ ok: false, code: 'already-answered' });
    mustBeOk(await judge(eve, 10));
    await until(
      'a verdict',
      () =>
        newest<TeacherView>(teacher).fool!.now!.drawings.find((mine) => mine.id === fooled.id)!.verdict ===
        'read',
    );
    mustBeOk(await teacher.command({ type: 'fool:go', foolId, stage: 'shown' }));
    await until('the gallery', () =>
      newest<ScreenView>(screen).fool?.gallery?.some((tile) => tile.id === fooled.id),
    );
    expect(await shownTo(screen)).toBe(1);
    const tile = newest<ScreenView>(screen).fool!.gallery!.find((mine) => mine.id === fooled.id)!;
    expect(tile).toMatchObject({ label: fooled.label, answer: fooled.answer, read: 2, judged: 3 });
    const points = 2 * fooled.right >= fooled.asked ? fooled.right : 0;
    expect(tile.points).toBe(points);
    await until('points', () => newest<StudentView>(ada.tab).fool!.points !== null);

    // It is there after everything has been read anew, and nothing of whoever is forgotten.
    const kept = (await server.store.loadClass(id))!;
    expect(kept.fools[0]).toMatchObject({ id: foolId, stage: 'shown' });
    expect(Object.values(kept.fooled)).toHaveLength(3);
    await server.store.deleteStudent(id, ada.id);
    await server.store.deleteStudent(id, ben.id);
    const left = (await server.store.loadClass(id))!;
    expect(JSON.stringify([left.fools, left.fooled])).not.toContain(ada.id);
    expect(JSON.stringify([left.fools, left.fooled])).not.toContain(ben.id);
    expect(left.fools[0]).toMatchObject({ leader: null, others: [{ studentId: hanako.id }] });
    expect(Object.values(left.fooled)).toHaveLength(1);
  });

  it('goes on after a restart of the server, with every try that was answered', async () => {
    const { id, foolId, dan } = await playing();
    mustBeOk(await tryIt(dan, { foolId, drawingId: freshId(), label: 2, pixels: inkText(4) }));
    closeTabs();
    await server.stop();
    server = await startServer(data.dataDir, { score: () => verifier });
    const { fools, fooled } = (await server.store.loadClass(id))!;
    expect(fools).toMatchObject([{ id: foolId, stage: 'drawing', closedAt: null }]);
    expect(Object.values(fooled)).toMatchObject([{ studentId: dan.id, pixels: inkText(4) }]);
  });

  it('refuses with closed codes what is hostile, and loses nothing', async () => {
    const { teacher, foolId, ada, dan } = await playing();
    const good = { foolId, drawingId: freshId(), label: 3, pixels: inkText(5) };
    const codeOf = async (payload: unknown) => {
      const answer = await ada.tab.say<Answer>('fool:try', payload as Tried);
      return answer.ok ? null : answer.code;
    };
    expect(await codeOf({ ...good, pixels: bytesToText(new Uint8Array(POOL.pixels)) })).toBe('drawing-empty');
    expect(await codeOf({ ...good, pixels: 'A'.repeat(100_000) })).toBe('bad-request');
    expect(await codeOf({ ...good, pixels: '!'.repeat(good.pixels.length) })).toBe('bad-request');
    for (const label of [-1, 10, 0.5, Number.NaN, '3'])
      expect(await codeOf({ ...good, label })).toBe('bad-request');
    expect(await codeOf({ ...good, foolId: freshId() })).toBe('no-fool');
    expect(await codeOf({ ...good, drawingId: 'nonsense' })).toBe('bad-request');
    expect(await codeOf({ ...good, answer: 3 })).toBe('bad-request');
    expect(await teacher.say<Answer>('fool:try', good)).toMatchObject({ code: 'not-allowed' });
    expect(await ada.tab.command({ type: 'fool:go', foolId, stage: 'shown' })).toMatchObject({
      code: 'not-allowed',
    });
    mustBeOk(await ada.tab.say<Answer>('fool:try', good));
    // Another's id is nobody's way to that drawing; two at once are one after another.
    expect(await dan.tab.say<Answer>('fool:try', { ...good, pixels: inkText(6) })).toMatchObject({
      code: 'bad-request',
    });
    expect(await pictures(dan.tab, foolId, [good.drawingId])).toMatchObject({ ok: true, pictures: [] });
    const [first, second] = await Promise.all([
      dan.tab.say<Answer>('fool:try', { ...good, drawingId: freshId(), pixels: inkText(7) }),
      dan.tab.say<Answer>('fool:try', { ...good, drawingId: freshId(), pixels: inkText(8) }),
    ]);
    mustBeOk(first);
    expect(second).toMatchObject({ ok: false, code: 'rate-limited' });
    expect(newest<TeacherView>(teacher).fool!.now!.tries).toBeLessThanOrEqual(FOOL.tries);
    mustBeOk(await teacher.command({ type: 'fool:close', foolId }));
    expect(await codeOf({ ...good, drawingId: freshId() })).toBe('no-fool');
  });
});
