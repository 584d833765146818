import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, openTab, type RecordingTab } from '@/people/recording-tab';
import { batch } from '@/people/sample-run';
import { studentTab } from '@/people/student';
import { until } from '@/people/until';
import type { Answer } from '@/protocol/refusals';
import { makeDataDir, type RunningServer, startServer } from './class-server';
import { makeClass, screenTab, teacherHeaders, teacherTab } from './known-teacher';

/** What students' pages say of themselves, over real sockets. */
describe('conditions', () => {
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

  const conditionsOf = (teacher: RecordingTab, id: string) =>
    teacher.frames.flatMap(({ conditions = [] }) => conditions).filter(({ studentId }) => studentId === id);
  const report = (tab: RecordingTab, condition: unknown) => tab.say<Answer>('student:condition', condition);
  const DEAD = { kind: 'dead-units', layer: 1, share: 0.9 };

  async function begun() {
    const { code } = await makeClass(server.url);
    const teacher = await teacherTab(server.url, code);
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    const ada = await studentTab(server.url, code, 'Ada');
    const ben = await studentTab(server.url, code, 'Ben');
    return { code, teacher, ada, ben };
  }

  it('I4, I8: reach the teacher, no other student and not the projector, and whoever attaches later has them', async () => {
    const { code, teacher, ada, ben } = await begun();
    const screen = await screenTab(server.url, code);
    mustBeOk(await report(ada.tab, { findings: [DEAD], hidden: true }));
    await until('the finding', () => conditionsOf(teacher, ada.id).at(-1)?.findings.length === 1);
    expect(conditionsOf(teacher, ada.id).at(-1)).toMatchObject({ findings: [DEAD], hidden: true });
    for (const other of [ben.tab, screen]) expect(other.received).not.toContain('dead-units');
    expect(conditionsOf(teacher, ben.id).every(({ findings }) => findings.length === 0)).toBe(true);
    const later = openTab(server.url, { extraHeaders: teacherHeaders() });
    const { telemetry } = mustBeOk(await later.attach({ code, as: { kind: 'teacher' } }));
    expect(telemetry?.conditions.find(({ studentId }) => studentId === ada.id)).toMatchObject({
      hidden: true,
    });
  });

  it('go with the page that said them', async () => {
    const { code, teacher, ada } = await begun();
    mustBeOk(await report(ada.tab, { findings: [DEAD], hidden: false }));
    const again = openTab(server.url);
    mustBeOk(await again.attach({ code, as: { kind: 'student', credentials: ada.credentials } }));
    await until('nothing more', () => conditionsOf(teacher, ada.id).at(-1)?.findings.length === 0);
  });

  it('say since when a student does what it does, and points alone bring none', async () => {
    const { teacher, ada } = await begun();
    const runId = freshId();
    const { epoch } = mustBeOk(await ada.tab.attachRun(runId));
    mustBeOk(await ada.tab.append(runId, epoch, batch(1)));
    await until('training', () =>
      teacher.frames.some(({ students }) => students.some(({ activity }) => activity === 'training')),
    );
    const before = conditionsOf(teacher, ada.id).length;
    const since = conditionsOf(teacher, ada.id).at(-1)!.since;
    for (let sequence = 2; sequence < 6; sequence++)
      mustBeOk(await ada.tab.append(runId, epoch, batch(sequence)));
    mustBeOk(await ada.tab.append(runId, epoch, batch(6, 'paused')));
    await until('idle', () =>
      teacher.frames.some(({ students }) => students.some(({ activity }) => activity === 'idle')),
    );
    await until('one more', () => conditionsOf(teacher, ada.id).length === before + 1);
    expect(conditionsOf(teacher, ada.id).at(-1)!.since).toBeGreaterThan(since);
  });

  it('say since when nothing more of the step’s goals was reached, over a reload too', async () => {
    const { code, teacher, ada } = await begun();
    const told = (met: boolean, hints: number) => ({
      ...{ findings: [], hidden: false },
      done: {
        stepId: 'weigh',
        items: [],
        goals: { list: [{ id: 'theta', met, hints }], stuck: false, skipped: 0 },
      },
    });
    const newest = () => conditionsOf(teacher, ada.id).at(-1);
    const goal = () => newest()?.done?.goals?.list[0];
    mustBeOk(await report(ada.tab, told(false, 0)));
    await until('the goals', () => goal() !== undefined);
    const { progressAt } = newest()!;
    expect(progressAt).toBeGreaterThan(0);
    const again = openTab(server.url);
    mustBeOk(await again.attach({ code, as: { kind: 'student', credentials: ada.credentials } }));
    mustBeOk(await report(again, told(false, 2)));
    await until('the hints', () => goal()?.hints === 2);
    expect(newest()!.progressAt).toBe(progressAt);
    mustBeOk(await report(again, told(true, 2)));
    await until('met', () => goal()?.met === true);
    expect(newest()!.progressAt).toBeGreaterThan(progressAt!);
  });

  it('I2: are refused where a number means nothing, where there are too many, and from others than students', async () => {
    const { teacher, ada } = await begun();
    const wrong = [
      { findings: [{ ...DEAD, share: 1.5 }], hidden: false },
      { findings: [{ ...DEAD, share: Number.NaN }], hidden: false },
      { findings: [{ ...DEAD, layer: 99 }], hidden: false },
      { findings: [{ ...DEAD, note: 'x'.repeat(1_000) }], hidden: false },
      { findings: [{ kind: 'nonsense' }], hidden: false },
      { findings: [DEAD, DEAD], hidden: false },
      { findings: Array.from({ length: 9 }, () => DEAD), hidden: false },
      { findings: [] },
    ];
    for (const condition of wrong)
      expect(await report(ada.tab, condition)).toMatchObject({ ok: false, code: 'bad-request' });
    expect(await report(teacher, { findings: [], hidden: false })).toMatchObject({ code: 'not-allowed' });
    mustBeOk(
      await report(ada.tab, {
        findings: [{ kind: 'exploding-gradient', ratio: 1e300 }],
        hidden: false,
      }),
    );
    await until('what explodes', () => conditionsOf(teacher, ada.id).at(-1)?.findings.length === 1);
    expect(conditionsOf(teacher, ada.id).at(-1)!.findings).toEqual([
      { kind: 'exploding-gradient', ratio: 1e9 },
    ]);
  });
});
