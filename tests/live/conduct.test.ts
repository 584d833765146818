import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, openTab, type RecordingTab } from '@/people/recording-tab';
import { studentTab, type TabStudent } from '@/people/student';
import { until } from '@/people/until';
import type { Answer } from '@/protocol/refusals';
import type { ScreenView, StudentView, TeacherView } from '@/protocol/views';
import { makeDataDir, type RunningServer, startServer } from './class-server';
import { knownTeacher, makeClass, screenTab, teacherTab } from './known-teacher';

/** How a teacher leads a class, over real sockets. */
describe('leading a class', () => {
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

  async function begun() {
    const { code, id } = await makeClass(server.url);
    const teacher = await teacherTab(server.url, code);
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    const ada = await studentTab(server.url, code, 'Ada');
    const ben = await studentTab(server.url, code, 'Ben');
    return { id, code, teacher, ada, ben };
  }
  const lastView = <V>(tab: RecordingTab) => tab.views.at(-1) as V | undefined;
  const message = (text: string, to: 'all' | string[]) =>
    ({ type: 'message:send', id: freshId(), text, to }) as const;

  it('says where each student is, and lets nobody be ahead of what is open', async () => {
    const { teacher, ada, ben } = await begun();
    const at = (id: string) =>
      teacher.frames
        .flatMap(({ conditions = [] }) => conditions)
        .filter(({ studentId }) => studentId === id)
        .at(-1)?.step;
    const report = (student: TabStudent<RecordingTab>, step: unknown) =>
      student.tab.say<Answer>('student:condition', { findings: [], hidden: false, step });
    mustBeOk(await teacher.command({ type: 'class:pace', pacing: { mode: 'range', first: 1, last: 2 } }));
    mustBeOk(await report(ada, 1));
    mustBeOk(await report(ben, 4));
    await until('both', () => at(ada.id) === 1 && at(ben.id) === 2);
    for (const wrong of [-1, 0.5, 99, '1', null])
      expect(await report(ada, wrong)).toMatchObject({ code: 'bad-request' });
    expect(ben.tab.received).not.toContain('"step":1');
  });

  it('I5: keeps pacing, countdown, messages and the history over a restart of the server', async () => {
    const { id, code, teacher, ada } = await begun();
    // Where a student is, no command says.
    const report = { findings: [], hidden: false, step: 0 };
    mustBeOk(await teacher.command({ type: 'step:next' }));
    mustBeOk(await ada.tab.say<Answer>('student:condition', report));
    const pacing = { mode: 'range', first: 0, last: 3 } as const;
    mustBeOk(await teacher.command({ type: 'class:pace', pacing }));
    mustBeOk(await teacher.command({ type: 'countdown:set', seconds: 600 }));
    mustBeOk(await teacher.command(message('Page 12', 'all')));
    const before = await until('all of it', () => {
      const view = lastView<TeacherView>(teacher);
      return view?.messages.length === 1 ? view.class : undefined;
    });
    closeTabs();
    await server.stop();
    server = await startServer(data.dataDir);
    const history = await server.store.listEvents(id);
    expect(history.map(({ kind }) => kind).filter((kind) => kind !== 'back')).toEqual([
      ...[
        'begun',
        'step',
        'pacing',
        'names',
        'membership',
        'membership',
        'step',
        'pacing',
        'countdown',
        'went',
      ],
    ]);
    expect(history.find(({ kind }) => kind === 'went')).toMatchObject({ studentId: ada.id, index: 0 });
    const back = openTab(server.url);
    const answer = mustBeOk(
      await back.attach({ code, as: { kind: 'student', credentials: ada.credentials } }),
    );
    const view = answer.view as StudentView;
    expect(view.class).toMatchObject({ pacing, countdown: before.countdown });
    expect(view.message?.text).toBe('Page 12');
    mustBeOk(await back.command({ type: 'message:dismiss', messageId: view.message!.id }));
    await until('put away', () => lastView<StudentView>(back)?.message === null);
    const desk = await teacherTab(server.url, code);
    mustBeOk(await desk.command({ type: 'countdown:stop' }));
    const seen = await until('told', () => lastView<TeacherView>(desk));
    expect(seen.messages).toMatchObject([{ text: 'Page 12', to: 2, dismissed: 1 }]);
  });

  it('I4: a message to one reaches no other student and not the projector', async () => {
    const { code, teacher, ada, ben } = await begun();
    const screen = await screenTab(server.url, code);
    mustBeOk(await teacher.command(message('Only for Ada', [ada.id])));
    await until('there', () => lastView<StudentView>(ada.tab)?.message?.text === 'Only for Ada');
    mustBeOk(await teacher.command({ type: 'step:go', index: 2 }));
    await until('all have a later view', () =>
      [ben.tab, screen].every((tab) => lastView<ScreenView>(tab)?.class.stepIndex === 2),
    );
    for (const other of [ben.tab, screen]) expect(other.received).not.toContain('Only for Ada');
    expect(await ben.tab.command({ type: 'step:go', index: 0 })).toMatchObject({ code: 'not-allowed' });
    const big = { ...message('x'.repeat(3_000), 'all') };
    expect(await teacher.command(big)).toMatchObject({ code: 'bad-request' });
  });

  it('makes a class of the chosen steps, and refuses what is no choice', async () => {
    const owner = knownTeacher(server.url);
    const ask = (steps: string[]) => owner.askForClass({ lessonId: 'perceptron', steps });
    const { code } = mustBeOk(await ask(['xor', 'weigh']));
    const teacher = await teacherTab(server.url, code);
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    mustBeOk(await teacher.command({ type: 'step:next' }));
    expect(await teacher.command({ type: 'step:next' })).toMatchObject({ code: 'no-such-step' });
    const { tab } = await studentTab(server.url, code, 'Ada');
    mustBeOk(await tab.command({ type: 'prediction:commit', stepId: 'xor', choice: 0 }));
    const view = await until('the guess', () => {
      const newest = lastView<StudentView>(tab);
      return newest?.predictions.length === 1 ? newest : undefined;
    });
    expect(view.class).toMatchObject({ steps: ['xor', 'weigh'], stepIndex: 1 });
    expect(await tab.handIn({ part: 'and' })).toMatchObject({ code: 'no-challenge' });
    for (const wrong of [['xor', 'xor'], ['nonsense']])
      expect(await ask(wrong)).toEqual({ ok: false, code: 'steps-invalid' });
    for (const wrong of [[], Array.from({ length: 40 }, () => 'xor')])
      expect(await ask(wrong)).toMatchObject({ code: 'bad-request' });
  });
});
