import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, type RecordingTab } from '@/people/recording-tab';
import { EXPERIMENT, point } from '@/people/sample-run';
import { studentTab } from '@/people/student';
import { until } from '@/people/until';
import type { Measurement } from '@/protocol/measurement';
import type { Point } from '@/protocol/run';
import type { ScreenFrame } from '@/protocol/telemetry';
import type { TeacherView } from '@/protocol/views';
import { Presence } from '@/server/live/presence';
import { ClassTelemetry } from '@/server/live/telemetry';
import { makeDataDir, type RunningServer, startServer, TEACHER } from '@/tests/live/class-server';
import { makeClass, screenTab, teacherTab } from '@/tests/live/known-teacher';

/** One student of a class says numbers that mean nothing; nothing that is shown of the others may change. */

const HONEST = 6;
/** As an honest class has it. */
const honestPoint = (step: number) =>
  point(step, { loss: 0.4, accuracy: 0.9, validationLoss: 0.45, validationAccuracy: 0.88 });
const ABSURD: Partial<Point>[] = [
  { accuracy: 1e9 },
  { validationAccuracy: 42 },
  { accuracy: -3 },
  { accuracy: 95 },
  { validationAccuracy: -0.01 },
  { loss: -5 },
  { loss: 1e300 },
  { step: 9e15 },
  { step: -1 },
  { step: 2.5 },
  { step: Number.NaN },
  { validationExamples: 1e9 },
  { validationExamples: 0 },
  { examplesPerSecond: -1 },
  { epoch: -7 },
];
/** What the schema lets through, since an honest device may come to it by accident. */
const EXTREME: Partial<Point> = { loss: 3e38, examplesPerSecond: 1e300, epoch: 1e300, accuracy: 0 };

describe('numbers that mean nothing', () => {
  let data: Awaited<ReturnType<typeof makeDataDir>>;
  let server: RunningServer;
  let code: string;
  let teacher: RecordingTab;
  let screen: RecordingTab;
  beforeAll(async () => {
    data = await makeDataDir();
    server = await startServer(data.dataDir);
  });
  afterEach(closeTabs);
  afterAll(async () => {
    await server.stop();
    await data.remove();
  });

  async function classOf(lessonId?: string) {
    ({ code } = await makeClass(server.url, TEACHER, lessonId));
    teacher = await teacherTab(server.url, code);
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    screen = await screenTab(server.url, code);
  }

  async function joined(name: string) {
    const student = await studentTab(server.url, code, name);
    const runId = freshId();
    const { epoch } = mustBeOk(await student.tab.attachRun(runId, { startedAt: Number.MAX_SAFE_INTEGER }));
    return { ...student, runId, epoch };
  }

  const batchOf = (sequence: number, ...points: Point[]) => ({
    sequence,
    points,
    state: 'training' as const,
    report: null,
  });
  const frameWith = (seen: (frame: ScreenFrame) => boolean) =>
    until('the sums', () => {
      const frame = screen.screenFrames.at(-1);
      return frame && seen(frame) ? frame : null;
    });

  it('are refused with a code, and what is shown of the class stays what the honest ones make it', async () => {
    await classOf();
    for (let i = 0; i < HONEST; i += 1) {
      const { tab, runId, epoch } = await joined(`Honest ${i + 1}`);
      mustBeOk(await tab.append(runId, epoch, batchOf(1, honestPoint(10))));
    }
    const before = await frameWith(({ activities }) => activities.training === HONEST);
    const mallory = await joined('Mallory');
    for (const absurd of ABSURD)
      expect(await mallory.tab.append(mallory.runId, mallory.epoch, batchOf(1, point(10, absurd)))).toEqual({
        ok: false,
        code: 'bad-request',
      });
    mustBeOk(await mallory.tab.append(mallory.runId, mallory.epoch, batchOf(1, point(10, EXTREME))));
    const after = await frameWith(({ activities }) => activities.training === HONEST + 1);
    expect(after.meanLoss).toBeCloseTo(before.meanLoss!, 5);
    expect(after.examplesPerSecond).toBeLessThan(before.examplesPerSecond * 3);
    // An accuracy is a share: one of seven moves the mean by a seventh at most.
    expect(Math.abs(after.meanAccuracy! - before.meanAccuracy!)).toBeLessThanOrEqual(1 / (HONEST + 1));
    const told = await until('the card', () =>
      teacher.frames
        .flatMap(({ students }) => students)
        .find(({ studentId, last }) => studentId === mallory.id && last),
    );
    expect(told.last).toMatchObject({ accuracy: 0, loss: 1e6, epoch: 1 });
    const { points } = mustBeOk(await teacher.readRun(mallory.runId));
    expect(points).toHaveLength(1);
    expect(points[0]!.examplesPerSecond).toBeLessThanOrEqual(1e7);
  });

  it('a client that goes back in its steps changes nothing that is shown', async () => {
    await classOf();
    const { tab, id, runId, epoch } = await joined('Mallory');
    mustBeOk(await tab.append(runId, epoch, batchOf(1, honestPoint(10), honestPoint(30))));
    const shown = () =>
      teacher.frames
        .flatMap(({ students }) => students)
        .findLast(({ studentId, last }) => studentId === id && last);
    await until('the card', () => shown()?.last?.step === 30);
    const back = point(2, { accuracy: 1, validationAccuracy: 1, validationLoss: 0 });
    mustBeOk(await tab.append(runId, epoch, batchOf(2, back, back)));
    mustBeOk(await tab.append(runId, epoch, batchOf(3, honestPoint(40))));
    await until('what came after', () => shown()?.last?.step === 40);
    const steps = teacher.frames
      .flatMap(({ students }) => students)
      .flatMap(({ studentId, last }) => (studentId === id && last ? [last.step] : []));
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    for (const { meanAccuracy } of screen.screenFrames) expect(meanAccuracy ?? 0).toBeLessThan(0.95);
  });

  it('the control: the same points past the schema deface what everybody sees', () => {
    const presence = new Presence(() => undefined);
    const telemetry = new ClassTelemetry(presence, () => undefined);
    const ids = Array.from({ length: HONEST + 1 }, (_, i) => `student ${i}`);
    for (const [index, studentId] of ids.entries())
      telemetry.attached(
        { id: `run ${index}`, studentId, experiment: EXPERIMENT, backend: 'cpu', createdAt: 0 },
        'training',
        [index === HONEST ? point(10, { accuracy: 1e9 }) : honestPoint(10)],
      );
    expect(telemetry.aggregate(ids, 0).meanAccuracy).toBeGreaterThan(1e6);
  });

  it('a diverged run still ends as one: null for what is no number', async () => {
    await classOf();
    const { tab, id, runId, epoch } = await joined('Ada');
    const diverged = point(20, { loss: null, accuracy: null });
    mustBeOk(await tab.append(runId, epoch, { ...batchOf(1, honestPoint(10), diverged), state: 'diverged' }));
    await until('told as diverged', () =>
      teacher.frames
        .flatMap(({ students }) => students)
        .find((each) => each.studentId === id && each.activity === 'diverged' && each.last?.loss === null),
    );
  });

  it('nobody has trained longer than the class has gone on', async () => {
    await classOf();
    const { tab, runId, epoch } = await joined('Ada');
    const report = { confusion: [[1]], seconds: 1e9 };
    mustBeOk(await tab.append(runId, epoch, { ...batchOf(1, honestPoint(10)), state: 'finished', report }));
    const { run } = mustBeOk(await teacher.readRun(runId));
    expect(run.report!.seconds).toBeLessThan(600);
    const counted = { confusion: [[1e12]], seconds: 1 };
    const other = await joined('Ben');
    expect(
      await other.tab.append(other.runId, other.epoch, {
        ...batchOf(1, honestPoint(10)),
        state: 'finished',
        report: counted,
      }),
    ).toEqual({ ok: false, code: 'bad-request' });
  });

  it('figures of a device that no device has are refused', async () => {
    await classOf('gpu');
    const device = (ms: number): Measurement => ({
      software: false,
      figures: [
        { task: 'matrix-product', backend: 'javascript', size: 512, ms: 100 },
        { task: 'matrix-product', backend: 'webgl', size: 512, ms },
      ],
    });
    const ada = await studentTab(server.url, code, 'Ada');
    const mallory = await studentTab(server.url, code, 'Mallory');
    mustBeOk(await ada.tab.command({ type: 'measurement:report', ...device(2.5) }));
    for (const ms of [0.000_01, 599_999, 1e300])
      expect(await mallory.tab.command({ type: 'measurement:report', ...device(ms) })).toEqual({
        ok: false,
        code: 'bad-request',
      });
    const devices = await until('the picture', () => {
      const view = teacher.views.at(-1) as TeacherView | undefined;
      return view?.devices?.total ? view.devices : null;
    });
    expect(devices.total).toBe(1);
  });
});
