import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findLesson } from '@/lessons/registry';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, type RecordingTab } from '@/people/recording-tab';
import { request } from '@/people/request';
import { studentTab } from '@/people/student';
import { until } from '@/people/until';
import { type AssistantMade, type AssistantRole, assistantsPath } from '@/protocol/assistants';
import type { Credentials } from '@/protocol/attach';
import type { Command } from '@/protocol/commands';
import {
  assistantAuthorization,
  handedWeightsPath,
  type WeightsBrought,
} from '@/protocol/handed-weights-paths';
import { LIMITS } from '@/protocol/limits';
import type { Answer } from '@/protocol/refusals';
import type { Sight, SightFrame, Watched } from '@/protocol/sight';
import { SIGHT, WORK } from '@/protocol/sight-bounds';
import { studentAuthorization } from '@/protocol/submission';
import { LESSON, makeDataDir, OTHER_TEACHER, type RunningServer, startServer } from './class-server';
import { makeClass, screenTab, teacherHeaders, teacherTab } from './known-teacher';

/** Looking over a student's shoulder, over real sockets. */
describe('sights', () => {
  let data: Awaited<ReturnType<typeof makeDataDir>>;
  let server: RunningServer;
  beforeAll(async () => {
    data = await makeDataDir();
    server = await startServer(data.dataDir);
  });
  afterEach(closeTabs);
  afterAll(async () => {
    await server.stop();
    await data.remove();
  });

  const watch = (tab: RecordingTab, studentId: string, on = true) =>
    tab.say<Answer>('sight:watch', { studentId, on });
  const show = (tab: RecordingTab, sight: unknown) => tab.say<Answer>('sight:show', sight);
  const sight = (value: number) => ({
    stepId: 'build',
    works: [{ name: 'build', text: JSON.stringify({ value }) }],
  });

  /** What a tab is told from now on. */
  function heard(tab: RecordingTab) {
    const frames: SightFrame[] = [];
    const watched: Watched[] = [];
    tab.socket.on('sight', (frame) => frames.push(frame));
    tab.socket.on('watched', (by) => watched.push(by));
    return { frames, watched };
  }

  async function begun() {
    const { code } = await makeClass(server.url);
    const teacher = await teacherTab(server.url, code);
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    const ada = await studentTab(server.url, code, 'Ada');
    const ben = await studentTab(server.url, code, 'Ben');
    return { code, teacher, ada, ben, seen: heard(teacher), told: heard(ada.tab) };
  }

  it('I4: reach the teacher who looks, no other teacher’s page, student or projector, and only while it looks', async () => {
    const { code, teacher, ada, ben, seen, told } = await begun();
    const other = await teacherTab(server.url, code);
    const screen = await screenTab(server.url, code);
    // Before anybody looks it goes nowhere.
    mustBeOk(await show(ada.tab, sight(1)));
    mustBeOk(await watch(teacher, ada.id));
    await until('the student is told', () => told.watched.at(-1) === 'teacher');
    mustBeOk(await show(ada.tab, sight(2)));
    await until('the sight', () => seen.frames.length > 0);
    expect(seen.frames).toEqual([{ studentId: ada.id, sight: sight(2) }]);
    mustBeOk(await watch(teacher, ada.id, false));
    await until('the student is told of the end', () => told.watched.at(-1) === 'nobody');
    mustBeOk(await show(ada.tab, sight(3)));
    mustBeOk(await watch(teacher, ben.id));
    mustBeOk(await show(ben.tab, sight(4)));
    await until('the next', () => seen.frames.length > 1);
    expect(seen.frames.at(-1)).toEqual({ studentId: ben.id, sight: sight(4) });
    for (const tab of [other, screen, ada.tab, ben.tab]) expect(tab.received).not.toContain('"works"');
  });

  it('end with the teacher’s page, and with the student’s place', async () => {
    const { code, teacher, ada, ben, seen, told } = await begun();
    const second = await teacherTab(server.url, code);
    mustBeOk(await watch(second, ada.id));
    await until('the student is told', () => told.watched.at(-1) === 'teacher');
    second.close();
    await until('it has ended', () => told.watched.at(-1) === 'nobody');
    mustBeOk(await watch(teacher, ben.id));
    mustBeOk(await teacher.command({ type: 'student:remove', studentId: ben.id }));
    await until('nothing more to see', () => seen.frames.at(-1)?.sight === null);
    expect(seen.frames.at(-1)!.studentId).toBe(ben.id);
    expect(await watch(teacher, ben.id)).toMatchObject({ code: 'unknown-student' });
  });

  it('I8: are told anew to a page that comes back, and to one that joins the looking, the newest alone', async () => {
    const { code, teacher, ada, told } = await begun();
    mustBeOk(await watch(teacher, ada.id));
    await until('the student is told', () => told.watched.length > 0);
    for (const value of [1, 2, 3, 4]) mustBeOk(await show(ada.tab, sight(value)));
    const second = await teacherTab(server.url, code);
    const later = heard(second);
    mustBeOk(await watch(second, ada.id));
    await until('the newest', () => later.frames.length > 0);
    expect(later.frames).toEqual([{ studentId: ada.id, sight: sight(4) }]);
    const back = await studentTab(server.url, code, 'Ada again', ada.credentials).catch(() => null);
    expect(back).not.toBeNull();
    await until('the page that came is told', () => back!.tab.received.includes('watched ["teacher"]'));
  });

  it('I2: are refused where they are too long, too many, no work, or from others than students', async () => {
    const { teacher, ada } = await begun();
    const piece = (name: string, text: string) => ({ name, text });
    const long = 'x'.repeat(WORK.characters);
    const wrong = [
      { ...sight(1), stepId: '' },
      { ...sight(1), stepId: '<b>Ada</b>' },
      { ...sight(1), stepId: 'a'.repeat(41) },
      { ...sight(1), note: 'x' },
      { stepId: 'build', works: [piece('a', `${long}x`)] },
      { stepId: 'build', works: [piece('a', long), piece('b', long)] },
      { stepId: 'build', works: [piece('a', '1'), piece('a', '2')] },
      { stepId: 'build', works: [piece('<b>', '1')] },
      {
        stepId: 'build',
        works: Array.from({ length: WORK.pieces + 1 }, (_, i) => piece(`a${'b'.repeat(i)}`, '1')),
      },
    ];
    for (const one of wrong) {
      const answer = await show(ada.tab, one);
      expect(answer).toMatchObject({ ok: false });
      expect(['bad-request', 'rate-limited']).toContain((answer as { code: string }).code);
    }
    expect(await show(teacher, sight(1))).toMatchObject({ code: 'not-allowed' });
    expect(await watch(ada.tab, ada.id)).toMatchObject({ code: 'not-allowed' });
    server.clock.frozen = Date.now();
    const answers = await Promise.all(Array.from({ length: 30 }, (_, i) => show(ada.tab, sight(i))));
    server.clock.frozen = null;
    expect(answers.filter(({ ok }) => ok).length).toBeLessThanOrEqual(SIGHT.burst + 2);
    expect(answers.some((answer) => !answer.ok && answer.code === 'rate-limited')).toBe(true);
  });

  it('are of a few students at a time', async () => {
    const { code, teacher } = await begun();
    const ids: string[] = [];
    for (let i = 0; i <= SIGHT.watchedByOne; i += 1)
      ids.push((await studentTab(server.url, code, `Student ${i}`)).id);
    for (const id of ids.slice(0, -1)) mustBeOk(await watch(teacher, id));
    expect(await watch(teacher, ids.at(-1)!)).toMatchObject({ code: 'too-many-watched' });
    mustBeOk(await watch(teacher, ids[0]!, false));
    mustBeOk(await watch(teacher, ids.at(-1)!));
  });

  it('I4: what is in a set-up is read by those whom it was handed to, and is committed once it is answered', async () => {
    const { code, teacher, ada, ben } = await begun();
    const handed = {
      type: 'setup:hand' as const,
      setUpId: 'f'.repeat(32),
      stepId: findLesson(LESSON)!.steps[0]!.id,
      to: [ada.id],
      works: [{ name: 'draft', text: '{}' }],
    } satisfies Command;
    mustBeOk(await teacher.command(handed));
    const read = (tab: RecordingTab) =>
      tab.say<Answer<{ works: unknown }>>('setup:read', { setUpId: handed.setUpId });
    await until('she is told', () => ada.tab.received.includes(handed.setUpId));
    expect(mustBeOk(await read(ada.tab)).works).toEqual(handed.works);
    expect(await read(ben.tab)).toMatchObject({ code: 'unknown-set-up' });
    expect(await read(teacher)).toMatchObject({ code: 'not-allowed' });
    expect(ben.tab.received).not.toContain(handed.setUpId);
    expect((await server.store.findClassByCode(code))!.setUps).toMatchObject([{ id: handed.setUpId }]);
  });

  it('I4, I9: weights that go along with a set-up are brought by who leads, and come to those whom it was handed to', async () => {
    const { code, teacher, ada, ben } = await begun();
    const weights = new Uint8Array(Float32Array.of(0.5, -2, 3).buffer);
    const bring = async (headers: Record<string, string>, body = weights) =>
      (
        await request<Answer<WeightsBrought>>(server.url, 'POST', handedWeightsPath(code), {
          headers: { ...headers, 'content-type': 'application/octet-stream' },
          body,
        })
      ).answer;
    const { digest } = mustBeOk(await bring(teacherHeaders()));
    expect(digest).toBe(createHash('sha256').update(weights).digest('hex'));
    expect(mustBeOk(await bring(teacherHeaders())).digest).toBe(digest);
    const fetchBy = (credentials: Credentials, wanted = digest) =>
      fetch(`${server.url}${handedWeightsPath(code, wanted)}`, {
        headers: { authorization: studentAuthorization(credentials) },
      });
    // Nobody was handed them yet.
    expect((await fetchBy(ada.credentials)).status).toBe(404);
    mustBeOk(
      await teacher.command({
        type: 'setup:hand',
        setUpId: 'e'.repeat(32),
        stepId: findLesson(LESSON)!.steps[0]!.id,
        to: [ada.id],
        works: [{ name: 'draft', text: '{}' }],
        weights: digest,
      }),
    );
    const told = await fetchBy(ada.credentials);
    expect(new Uint8Array(await told.arrayBuffer())).toEqual(weights);
    expect((await fetchBy(ben.credentials)).status).toBe(404);
    expect((await fetchBy(ada.credentials, 'f'.repeat(64))).status).toBe(404);
    expect((await fetchBy({ ...ada.credentials, secret: ben.credentials.secret })).status).toBe(404);
    const damaged = [
      ['weights-not-finite', new Uint8Array(Float32Array.of(1, Number.NaN).buffer)],
      ['weights-too-large', new Uint8Array(Float32Array.of(1e9).buffer)],
      ['weights-wrong-length', weights.slice(1)],
      ['weights-wrong-length', new Uint8Array()],
      ['upload-too-large', new Uint8Array(LIMITS.uploadBytes + 4)],
    ] as const;
    for (const [fault, body] of damaged)
      expect(await bring(teacherHeaders(), body)).toMatchObject({ ok: false, code: fault });
    expect(await bring({})).toMatchObject({ code: 'not-signed-in' });
    expect(await bring(teacherHeaders(OTHER_TEACHER))).toMatchObject({ code: 'not-your-class' });
    expect(await bring({ authorization: studentAuthorization(ada.credentials) })).toMatchObject({
      ok: false,
    });
  });

  it('I2: weights are brought by a link that leads, too, not by one that helps, and a few at a time are kept', async () => {
    const { id, code } = await makeClass(server.url);
    const teacher = await teacherTab(server.url, code);
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    const token = async (role: AssistantRole) =>
      mustBeOk(
        (
          await request<Answer<AssistantMade>>(server.url, 'POST', assistantsPath(id), {
            headers: { 'content-type': 'application/json', ...teacherHeaders() },
            body: JSON.stringify({ name: '', role }),
          })
        ).answer,
      ).token;
    const bring = async (by: string, value: number) =>
      (
        await request<Answer<WeightsBrought>>(server.url, 'POST', handedWeightsPath(code), {
          headers: { authorization: assistantAuthorization(by), 'content-type': 'application/octet-stream' },
          body: new Uint8Array(Float32Array.of(value).buffer),
        })
      ).answer;
    expect(await bring(await token('help'), 1)).toMatchObject({ code: 'not-allowed' });
    expect(await bring('x'.repeat(32), 1)).toMatchObject({ code: 'unknown-link' });
    const lead = await token('lead');
    const digests: string[] = [];
    for (let value = 1; value <= 6; value += 1) digests.push(mustBeOk(await bring(lead, value)).digest);
    const kept = await Promise.all(digests.map((digest) => server.store.readHandedWeights(id, digest)));
    expect(kept.map((weights) => weights !== null)).toEqual([false, false, true, true, true, true]);
  });

  it('I4: in the spotlight a bench reaches the projector without whose it is, live, and nobody’s after it', async () => {
    const { code, teacher, ada, ben, told } = await begun();
    const screen = await screenTab(server.url, code);
    const wall = heard(screen);
    const spotlight = (argument: string): Command => ({
      type: 'screen:show',
      view: 'spotlight',
      argument,
      pinned: false,
    });
    mustBeOk(await teacher.command(spotlight(ada.id)));
    await until('she reads it', () => told.watched.at(-1) === 'class');
    const typed = { stepId: 'build', works: [...sight(7).works, { name: 'gradients', text: '"Ada"' }] };
    mustBeOk(await show(ada.tab, typed));
    await until('the wall has it', () => wall.frames.some((frame) => frame.sight !== null));
    expect(wall.frames.at(-1)).toEqual({ studentId: null, sight: sight(7) });
    // One who comes later has it at once.
    const second = heard(await screenTab(server.url, code));
    await until('the second wall, too', () => second.frames.some((frame) => frame.sight !== null));
    mustBeOk(await teacher.command(spotlight(`${ben.id} named`)));
    await until('hers is gone from the wall', () => wall.frames.at(-1)?.sight === null);
    await until('she reads that it is over', () => told.watched.at(-1) === 'nobody');
    mustBeOk(await show(ada.tab, sight(8)));
    mustBeOk(await show(ben.tab, sight(9)));
    await until('his', () => wall.frames.at(-1)?.sight !== null);
    expect(wall.frames.at(-1)!.sight).toEqual(sight(9));
    for (const text of [ada.id, ben.id, '"Ada"']) expect(screen.received).not.toContain(text);
    await until('released', () => screen.received.includes('"Ben"'));
  });

  it('I4: a snapshot is what the student’s own page has shown, and is read by the teacher, and by the projector while it shows it', async () => {
    const { code, teacher, ada, seen } = await begun();
    const screen = await screenTab(server.url, code);
    const snapshotId = 'd'.repeat(32);
    const take = () => teacher.say<Answer>('snapshot:take', { snapshotId, studentId: ada.id });
    const read = (tab: RecordingTab) => tab.say<Answer<{ sight: Sight }>>('snapshot:read', { snapshotId });
    expect(await take()).toMatchObject({ code: 'nothing-to-show' });
    mustBeOk(await watch(teacher, ada.id));
    mustBeOk(await show(ada.tab, sight(5)));
    await until('the sight', () => seen.frames.length > 0);
    mustBeOk(await take());
    expect(mustBeOk(await read(teacher)).sight).toEqual(sight(5));
    expect(await read(screen)).toMatchObject({ code: 'not-allowed' });
    expect(await read(ada.tab)).toMatchObject({ code: 'not-allowed' });
    expect(await ada.tab.say('snapshot:take', { snapshotId, studentId: ada.id })).toMatchObject({
      code: 'not-allowed',
    });
    mustBeOk(
      await teacher.command({ type: 'screen:show', view: 'snapshot', argument: snapshotId, pinned: true }),
    );
    expect(mustBeOk(await read(screen)).sight).toEqual(sight(5));
    expect((await server.store.findClassByCode(code))!.snapshots).toMatchObject([{ id: snapshotId }]);
    for (const text of [ada.id, 'Ada']) expect(screen.received).not.toContain(text);
  });
});
