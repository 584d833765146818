import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs } from '@/people/recording-tab';
import { request } from '@/people/request';
import { studentTab } from '@/people/student';
import { until } from '@/people/until';
import { LIMITS } from '@/protocol/limits';
import type { Answer } from '@/protocol/refusals';
import { type RemarkKind, type RemarkWritten, remarkPath } from '@/protocol/remarks';
import type { StudentView } from '@/protocol/views';
import { makeDataDir, OTHER_TEACHER, type RunningServer, startServer, TEACHER } from './class-server';
import { makeClass, teacherHeaders, teacherTab } from './known-teacher';

describe('what teachers write about runs', () => {
  let data: Awaited<ReturnType<typeof makeDataDir>>;
  let server: RunningServer;
  beforeAll(async () => {
    data = await makeDataDir();
    server = await startServer(data.dataDir);
  });
  afterEach(() => closeTabs());
  afterAll(async () => {
    await server.stop();
    await data.remove();
  });

  async function classWithRun() {
    const { id: classId, code } = await makeClass(server.url);
    const teacher = await teacherTab(server.url, code);
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    const ada = await studentTab(server.url, code, 'Ada');
    const runId = freshId();
    mustBeOk(await ada.tab.attachRun(runId));
    const write = async (kind: RemarkKind, text: string, teacherId = TEACHER, run = runId) =>
      (
        await request<Answer<RemarkWritten>>(server.url, 'PATCH', remarkPath(classId, run), {
          headers: { ...teacherHeaders(teacherId), 'content-type': 'application/json' },
          body: JSON.stringify({ kind, text }),
        })
      ).answer;
    const shown = () => (ada.tab.views.at(-1) as StudentView | undefined)?.message?.text;
    return { classId, teacher, ada, runId, write, shown };
  }

  it('shows feedback on the student’s page while the class goes on, and a note to nobody', async () => {
    const { teacher, ada, runId, write, shown } = await classWithRun();
    expect(await write('note', 'Ask Ada how she found the rate')).toMatchObject({ ok: true, told: false });
    expect(await write('feedback', ' A good\nrate. ')).toMatchObject({
      ok: true,
      told: true,
      remark: { runId, kind: 'feedback', text: 'A good rate.' },
    });
    await until('the message', () => shown() === 'A good rate.');
    expect(ada.tab.received).not.toContain('how she found');
    mustBeOk(await teacher.command({ type: 'class:end' }));
    expect(await write('feedback', 'Try it on clothes.')).toMatchObject({ ok: true, told: false });
    expect((await server.store.listRemarks([runId])).map(({ kind, text }) => [kind, text])).toEqual([
      ['feedback', 'Try it on clothes.'],
      ['note', 'Ask Ada how she found the rate'],
    ]);
  });

  it('shows the beginning of a feedback that is longer than a message', async () => {
    const { write, shown } = await classWithRun();
    mustBeOk(await write('feedback', 'long '.repeat(60)));
    const text = await until('the message', shown);
    expect(text).toMatch(/^long long .*…$/);
    expect(text.length).toBeLessThanOrEqual(LIMITS.messageGraphemes);
  });

  it('changes one by writing again, takes it away with nothing, and lets it go with the student', async () => {
    const { classId, ada, runId, write } = await classWithRun();
    for (const text of ['One', 'Two']) mustBeOk(await write('note', text));
    expect(await server.store.listRemarks([runId])).toMatchObject([{ text: 'Two' }]);
    expect(await write('note', '  ')).toEqual({ ok: true, remark: null, told: false });
    expect(await server.store.listRemarks([runId])).toEqual([]);
    mustBeOk(await write('note', 'Three'));
    await server.store.deleteStudent(classId, ada.id);
    expect(await server.store.listRemarks([runId])).toEqual([]);
  });

  it('refuses whoever does not own the class, other runs, and what is too long', async () => {
    const { runId, write } = await classWithRun();
    expect(await write('note', 'x', OTHER_TEACHER)).toEqual({ ok: false, code: 'not-your-class' });
    expect(await write('note', 'x', TEACHER, freshId())).toEqual({ ok: false, code: 'unknown-run' });
    expect(await write('note', 'x'.repeat(LIMITS.remarkGraphemes + 1))).toEqual({
      ok: false,
      code: 'remark-invalid',
    });
    expect(await write('note', 'x'.repeat(LIMITS.remarkUnits + 1))).toEqual({
      ok: false,
      code: 'bad-request',
    });
    expect(await server.store.listRemarks([runId])).toEqual([]);
  });
});
