import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startOf } from '@/engine/training/start-of';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, type RecordingTab } from '@/people/recording-tab';
import { studentTab, type TabStudent } from '@/people/student';
import { until } from '@/people/until';
import { AUDIT_STAGES, type AuditKind } from '@/protocol/audit-settings';
import { DATASETS } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';
import { trainingSteps } from '@/protocol/experiment-steps';
import type { Answer } from '@/protocol/refusals';
import type { ScreenView, StudentView, TeacherView } from '@/protocol/views';
import { createVerifier, type Verifier } from '@/server/verify/verifier';
import { allPictures } from '@/tests/engine/digits/node-pictures';
import { trainFrom } from '@/tests/engine/together/class-of-networks';
import { makeDataDir, type RunningServer, startServer } from './class-server';
import { makeClass, screenTab, teacherTab } from './known-teacher';

const newest = <V>(tab: RecordingTab) => tab.views.at(-1) as V;
const run = (tab: RecordingTab, auditId: string) => tab.say<Answer>('audit:run', { auditId });

describe('a class asks what its networks have really learned', () => {
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

  /** Trains what was dealt, in the order of the served files as pages do, and hands it in. */
  async function handIn(student: TabStudent<RecordingTab>, experiment: Experiment) {
    const runId = freshId();
    mustBeOk(await student.tab.attachRun(runId, { experiment, backend: 'kernels' }));
    const { weights } = startOf(experiment);
    const { trainBlocks } = DATASETS[experiment.dataset];
    const learnt = await trainFrom(experiment, weights, await allPictures(), trainBlocks);
    mustBeOk((await student.submit(runId, learnt, { updates: trainingSteps(experiment) })).answer);
  }

  async function asked(kind: AuditKind, ...names: string[]) {
    const { code, id } = await makeClass(server.url);
    const teacher = await teacherTab(server.url, code);
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    const students = [];
    for (const name of names) students.push(await studentTab(server.url, code, name));
    const auditId = freshId();
    mustBeOk(await teacher.command({ type: 'audit:ask', auditId, kind }));
    const dealt = async (student: TabStudent<RecordingTab>) => {
      await until(
        'what is dealt',
        () => (student.tab.views.at(-1) as StudentView | undefined)?.audit?.experiment,
      );
      return newest<StudentView>(student.tab).audit!.experiment!;
    };
    return { code, id, teacher, students, auditId, dealt };
  }

  it('asks once the networks that learned from three kinds of data, tells it step by step, and forgets whoever is forgotten', async () => {
    const { code, id, teacher, students, auditId, dealt } = await asked('mixed', 'Ada', 'Ben', '花子');
    const screen = await screenTab(server.url, code);
    const by: Record<string, TabStudent<RecordingTab>> = {};
    for (const student of students) by[(await dealt(student)).data ?? 'plain'] = student;
    expect(Object.keys(by).sort()).toEqual(['marked', 'plain', 'shuffled']);
    const { marked, plain } = by;
    mustBeOk(await marked!.tab.command({ type: 'audit:guess', auditId, question: 'share', choice: 0 }));
    mustBeOk(await marked!.tab.command({ type: 'audit:guess', auditId, question: 'data', choice: 1 }));
    expect(await run(teacher, auditId)).toMatchObject({ ok: false, code: 'no-audited' });
    for (const student of students) await handIn(student, await dealt(student));
    await until('who is in', () => newest<TeacherView>(teacher).audit!.now!.handedIn === 3);
    expect(
      await marked!.tab.command({ type: 'audit:guess', auditId, question: 'share', choice: 1 }),
    ).toMatchObject({ ok: false, code: 'audit-stands' });

    // Twice at once, as from two tabs.
    const answers = await Promise.all([run(teacher, auditId), run(teacher, auditId)]);
    for (const answer of answers) mustBeOk(answer);
    await until('what came', () => newest<ScreenView>(screen).audit!.result);
    const stored = (await server.store.loadClass(id))!.audits[0]!.found!;
    const of = (student: TabStudent<RecordingTab> | undefined) => stored.networks[student!.id]!;
    // All excellent on their own pictures, and each something else on others.
    for (const network of Object.values(stored.networks)) expect(network.training).toBeGreaterThan(0.99);
    expect(of(marked).validation).toBeGreaterThan(0.98);
    expect(of(marked).marked).toBeGreaterThan(0.98);
    expect(of(marked).wrong).toBeLessThan(0.6);
    expect(of(marked).follows).toBeGreaterThan(0.3);
    expect(Math.abs(of(plain).wrong - of(plain).hidden)).toBeLessThan(0.03);
    expect(of(plain).hidden).toBeGreaterThan(0.8);
    for (const figure of ['validation', 'hidden', 'marked', 'wrong'] as const)
      expect(of(by.shuffled)[figure]).toBeLessThan(0.15);
    const board = newest<TeacherView>(teacher).board.rows;
    for (const { studentId, accuracy } of board)
      expect(stored.networks[studentId ?? '']!.hidden).toBe(accuracy);

    // Nothing that comes later is on any wire yet.
    for (const tab of [screen, teacher, plain!.tab]) {
      expect(tab.received).not.toContain(String(of(marked).wrong));
      expect(tab.received).not.toContain(stored.shown[0]!.pixels);
    }
    for (const stage of AUDIT_STAGES.slice(2))
      mustBeOk(await teacher.command({ type: 'audit:go', auditId, stage }));
    await until('the end', () => newest<StudentView>(marked!.tab).audit?.stage === 'further');
    expect(newest<StudentView>(marked!.tab).audit).toMatchObject({
      ...{ share: 0, data: 1 },
      own: { data: 'marked', figures: { wrong: of(marked).wrong } },
    });
    await until('the wall', () => newest<ScreenView>(screen).audit!.pixels.length === 3);
    // Neither students nor the wall hear whose networks these are.
    for (const tab of [screen, plain!.tab]) expect(tab.received).not.toContain(marked!.id);

    // It is there after everything has been read anew, and nothing of whoever is forgotten.
    expect((await server.store.loadClass(id))!.audits[0]).toMatchObject({ id: auditId, stage: 'further' });
    await server.store.deleteStudent(id, marked!.id);
    expect(JSON.stringify((await server.store.loadClass(id))!.audits)).not.toContain(marked!.id);
  });

  it('refuses with closed codes whoever may not, what is not on, and what makes no sense', async () => {
    const { teacher, students, auditId } = await asked('shuffled', 'Mallory');
    const mallory = students[0]!.tab;
    expect(await run(mallory, auditId)).toMatchObject({ ok: false, code: 'not-allowed' });
    expect(await mallory.command({ type: 'audit:go', auditId, stage: 'data' })).toMatchObject({
      code: 'not-allowed',
    });
    expect(await run(teacher, freshId())).toMatchObject({ ok: false, code: 'no-audit' });
    expect(await run(teacher, 'nonsense')).toMatchObject({ ok: false, code: 'bad-request' });
    const nonsense = [
      { type: 'audit:guess', auditId, question: 'data', choice: 3 },
      { type: 'audit:guess', auditId, question: 'share', choice: -1 },
      { type: 'audit:guess', auditId, question: 'kind', choice: 1 },
      { type: 'audit:tap', auditId, pixel: 784 },
      { type: 'audit:tap', auditId, pixel: 0.5 },
    ];
    for (const command of nonsense)
      expect(await mallory.command(command as never)).toMatchObject({ code: 'bad-request' });
    mustBeOk(await teacher.command({ type: 'audit:close', auditId }));
    expect(await mallory.command({ type: 'audit:tap', auditId, pixel: 1 })).toMatchObject({
      code: 'no-audit',
    });
  });
});
