import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { LiveWall } from '@/client/live/live-wall';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, openTab, type RecordingTab } from '@/people/recording-tab';
import { batch } from '@/people/sample-run';
import { studentTab } from '@/people/student';
import { until } from '@/people/until';
import type { Answer } from '@/protocol/refusals';
import type { ScreenViewId } from '@/protocol/screen';
import type { VoteOnScreen } from '@/protocol/vote';
import { makeDataDir, type RunningServer, startServer } from './class-server';
import { makeClass, screenTab, teacherHeaders, teacherTab } from './known-teacher';

/** What the teacher puts on the projector, and what then crosses the projector's wire. */
describe('the projector over real sockets', () => {
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

  async function training() {
    const { code } = await makeClass(server.url);
    const teacher = await teacherTab(server.url, code);
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    const screen = await screenTab(server.url, code);
    const students = [];
    for (const name of ['Ada', 'Ben']) {
      const student = await studentTab(server.url, code, name);
      const runId = freshId();
      const { epoch } = mustBeOk(await student.tab.attachRun(runId));
      mustBeOk(await student.tab.append(runId, epoch, batch(1)));
      students.push({ ...student, name, runId, epoch });
    }
    return { code, teacher, screen, students };
  }
  const show = (teacher: RecordingTab, view: ScreenViewId, argument: string | null = null) =>
    teacher.command({ type: 'screen:show', view, argument, pinned: false });
  /** What a projector's page would have put together of all its frames. */
  const wallOf = (screen: RecordingTab) => {
    const wall = new LiveWall();
    for (const frame of screen.screenFrames) wall.apply(frame);
    return wall.list();
  };

  it('I4: is told of a vote how many have voted, and of what only once it is shown; who comes late sees it', async () => {
    const { code } = await makeClass(server.url);
    const teacher = await teacherTab(server.url, code);
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    mustBeOk(await teacher.command({ type: 'step:next' }));
    const screen = await screenTab(server.url, code);
    const [ada, ben] = [await studentTab(server.url, code, 'Ada'), await studentTab(server.url, code, 'Ben')];
    const voteId = freshId();
    mustBeOk(await teacher.command({ type: 'vote:open', voteId, stepId: 'train', question: 'check' }));
    const wallSays = (found: (vote: VoteOnScreen) => boolean) => () => {
      const view = screen.views.at(-1);
      return view?.viewer === 'screen' && view.vote !== null && found(view.vote) ? view.vote : null;
    };
    mustBeOk(await ada.tab.command({ type: 'vote:cast', voteId, round: 'first', choice: 1 }));
    mustBeOk(await ben.tab.command({ type: 'vote:cast', voteId, round: 'first', choice: 2 }));
    expect(
      await until(
        'two votes',
        wallSays(({ voted }) => voted === 2),
      ),
    ).toEqual({
      ...{ id: voteId, stepId: 'train', question: 'check', phase: 'first', voted: 2, result: null },
    });
    // Anybody else's vote is nobody else's business: neither for those who vote, nor for whoever comes in the middle.
    const late = await studentTab(server.url, code, 'Cem');
    const seen = await until('the vote', () => {
      const view = late.tab.views.at(-1);
      return view?.viewer === 'student' && view.vote;
    });
    expect(seen).toMatchObject({
      ...{ id: voteId, phase: 'first', own: { first: null, second: null }, result: null },
    });
    expect(await ada.tab.command({ type: 'vote:cast', voteId, round: 'second', choice: 1 })).toMatchObject({
      code: 'vote-not-taken',
    });
    expect(await ada.tab.command({ type: 'vote:turn', voteId, to: 'shown' })).toMatchObject({
      code: 'not-allowed',
    });
    mustBeOk(await teacher.command({ type: 'vote:turn', voteId, to: 'shown' }));
    const shown = await until(
      'the results',
      wallSays(({ result }) => result !== null),
    );
    expect(shown.result).toEqual({
      ...{ counts: { first: [0, 1, 1], second: null }, shifts: null, right: 1 },
    });
    for (const { id } of [ada, ben]) expect(screen.received).not.toContain(id);
  });

  it('I4: is told of students one by one only while it shows them, and never a name, an id or a run', async () => {
    const { code, teacher, screen, students } = await training();
    await until('the sums', () => screen.screenFrames.some(({ activities }) => activities.training === 2));
    expect(screen.screenFrames.every((frame) => frame.students === undefined)).toBe(true);

    mustBeOk(await show(teacher, 'curves', 'loss'));
    await until('the view', () => screen.views.at(-1)?.viewer === 'screen' && wallOf(screen).length === 2);
    await expect
      .poll(() => screen.views.at(-1))
      .toMatchObject({ shows: { view: 'curves', argument: 'loss' } });
    expect(screen.screenFrames.filter(({ students: told }) => told?.whole)).toHaveLength(1);
    const [ada] = students;
    mustBeOk(await ada!.tab.append(ada!.runId, ada!.epoch, batch(2)));
    await until('the newer point', () => wallOf(screen).some(({ last }) => last?.step === 4));
    const [first, second] = wallOf(screen);
    expect(first!.curve.map(([step]) => step)).toEqual([1, 2, 4]);
    expect(second!.curve.map(([step]) => step)).toEqual([1, 2]);
    // Only who changed is told of again.
    expect(screen.screenFrames.findLast((frame) => frame.students)?.students).toMatchObject({
      whole: false,
      list: [{ key: first!.key, last: { step: 4 } }],
    });
    for (const { id, name, runId } of students)
      for (const text of [id, name, runId]) expect(screen.received).not.toContain(text);

    // Names that are shown in the lobby and on the board are still no part of the pictures.
    mustBeOk(await teacher.command({ type: 'class:show-names-on-screen', shown: true }));
    await until('names', () => screen.received.includes('Ada'));
    expect(JSON.stringify(screen.screenFrames)).not.toContain('Ada');

    mustBeOk(await show(teacher, 'step'));
    await until('another view', () => JSON.stringify(screen.views.at(-1)).includes('"step"'));
    const told = screen.screenFrames.filter((frame) => frame.students).length;
    mustBeOk(await ada!.tab.append(ada!.runId, ada!.epoch, batch(3)));
    const before = screen.screenFrames.length;
    await until('a frame', () => screen.screenFrames.length > before);
    expect(screen.screenFrames.filter((frame) => frame.students)).toHaveLength(told);

    const student = openTab(server.url);
    expect(
      await student.command({ type: 'screen:show', view: 'auto', argument: null, pinned: false }),
    ).toEqual({
      ok: false,
      code: 'not-attached',
    });
    for (const tab of [students[0]!.tab, students[1]!.tab]) {
      expect(await show(tab, 'auto')).toEqual({ ok: false, code: 'not-allowed' });
      expect(tab.received).not.toContain('curves');
    }
    expect(code).toHaveLength(6);
  });

  it('has a projector that comes later, a new run and a student who is sent out told as they are', async () => {
    const { code, teacher, students } = await training();
    mustBeOk(await show(teacher, 'curves', 'accuracy'));
    const later = await screenTab(server.url, code);
    await until('both', () => wallOf(later).length === 2);
    const ben = students[1]!;
    const runId = freshId();
    const { epoch } = mustBeOk(await ben.tab.attachRun(runId));
    mustBeOk(await ben.tab.append(runId, epoch, batch(1)));
    await until('the new run', () => wallOf(later).some(({ run }) => run === 1));
    const anew = wallOf(later).find(({ run }) => run === 1)!;
    expect(anew.curve.at(-1)?.[0]).toBe(2);
    mustBeOk(await teacher.command({ type: 'student:remove', studentId: ben.id }));
    await until('one', () => wallOf(later).length === 1);
    expect(later.received).not.toContain(ben.id);
  });

  it('I4, I8: is told how far the class is with its step in counts, and hears of nothing else that pages say', async () => {
    const { code, teacher, screen, students } = await training();
    const [ada, ben] = students;
    const say = (tab: RecordingTab, reached: number, stepId = 'look') =>
      tab.say<Answer>('student:condition', {
        findings: [{ kind: 'dead-units', layer: 1, share: 0.9 }],
        hidden: true,
        done: { stepId, items: [{ what: 'goal', reached, of: 3 }] },
      });
    mustBeOk(await say(ada!.tab, 3));
    mustBeOk(await say(ben!.tab, 1));
    const latest = () => screen.screenFrames.at(-1)?.done;
    await until('both', () => latest()?.[0]?.complete === 1 && latest()?.[0]?.begun === 1);
    expect(latest()).toEqual([{ what: 'goal', complete: 1, begun: 1 }]);
    expect(screen.received).not.toContain('dead-units');
    const conditions = () => teacher.frames.flatMap((frame) => frame.conditions ?? []);
    await until('the teacher', () =>
      conditions().some(({ studentId, done }) => studentId === ben!.id && done),
    );
    expect(conditions().findLast(({ studentId }) => studentId === ada!.id)?.done?.items[0]?.reached).toBe(3);
    // What is said of another step does not count at this one.
    mustBeOk(await say(ada!.tab, 3, 'train'));
    await until('one less', () => latest()?.[0]?.complete === 0);
    mustBeOk(await teacher.command({ type: 'step:next' }));
    const later = await screenTab(server.url, code);
    await until('the next step', () => later.screenFrames.at(-1)?.done?.[0]?.complete === 1);
    // A page that comes anew has said nothing yet.
    const again = openTab(server.url);
    mustBeOk(await again.attach({ code, as: { kind: 'student', credentials: ada!.credentials } }));
    await until('nothing', () => later.screenFrames.at(-1)?.done === undefined);
  });

  it('I5: keeps what it shows through a restart, and goes back with the next step', async () => {
    const { code, teacher } = await training();
    mustBeOk(await show(teacher, 'board'));
    closeTabs();
    await server.stop();
    server = await startServer(data.dataDir);
    const again = openTab(server.url, { extraHeaders: teacherHeaders() });
    const { view } = mustBeOk(await again.attach({ code, as: { kind: 'teacher' } }));
    expect(view).toMatchObject({ screen: { view: 'board', pinned: false } });
    const screen = await screenTab(server.url, code);
    mustBeOk(await again.command({ type: 'step:next' }));
    await until('the next step', () =>
      screen.views.some((seen) => seen.viewer === 'screen' && seen.shows.view === 'auto'),
    );
  });
});
