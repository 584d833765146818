import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { REVEALING_MS, SENDING_MS } from '@/classroom/mask-sum';
import type { Examples } from '@/engine/digits/examples';
import { sliceExamples } from '@/engine/digits/examples';
import { MaskDevice } from '@/engine/together/mask-device';
import { pictureGradient } from '@/engine/together/picture-gradient';
import { addWords, wholeGradient, wordsToBytes } from '@/engine/together/whole-gradient';
import { freshId, newCredentials } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, type RecordingTab } from '@/people/recording-tab';
import { sayInLeak, sendKey, sendMasked, sendRevealed, sendSingle } from '@/people/send-gradient';
import { studentTab, TabStudent } from '@/people/student';
import { until } from '@/people/until';
import { bytesToText } from '@/protocol/bytes-text';
import { leakNumbers } from '@/protocol/leak-rules';
import type { LeakDesk, OwnLeak } from '@/protocol/leak-views';
import type { Answer } from '@/protocol/refusals';
import type { ScreenView, StudentView, TeacherView } from '@/protocol/views';
import { allPictures } from '@/tests/engine/digits/node-pictures';
import { onKernels } from '@/tests/engine/kernels-module';
import { makeDataDir, type RunningServer, startServer } from './class-server';
import { makeClass, screenTab, teacherTab } from './known-teacher';

type Student = TabStudent<RecordingTab>;

const desk = (teacher: RecordingTab): LeakDesk =>
  (teacher.views.at(-1) as TeacherView | undefined)?.leak?.now as LeakDesk;
const own = ({ tab }: Student): OwnLeak => (tab.views.at(-1) as StudentView | undefined)?.leak as OwnLeak;
const codeOf = (answer: Answer) => (answer.ok ? null : answer.code);
const NUMBERS = leakNumbers('digits');

describe('what a gradient tells a class', () => {
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
  /** Time stands still but where a test lets it pass. */
  async function start() {
    server = await startServer(data.dataDir);
    server.clock.frozen = Date.now();
  }

  async function asked(names: readonly string[], stage: 'single' | 'masked' = 'single') {
    const { code, id } = await makeClass(server.url);
    const teacher = await teacherTab(server.url, code);
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    const students: Student[] = [];
    for (const name of names) students.push(await studentTab(server.url, code, name));
    const leakId = freshId();
    mustBeOk(await teacher.command({ type: 'leak:ask', leakId }));
    mustBeOk(await teacher.command({ type: 'leak:go', leakId, stage: 'single' }));
    if (stage === 'masked') mustBeOk(await teacher.command({ type: 'leak:go', leakId, stage }));
    for (const student of students) await until('the stage', () => own(student)?.stage === stage);
    return { code, id, teacher, students, leakId };
  }
  const pictureOf = (at: number) => {
    const { pixels, labels } = sliceExamples(train, at, 1);
    return { pixels, label: labels[0]! };
  };
  const gradientOf = async (at: number, { seed }: Pick<OwnLeak, 'seed'>) =>
    wholeGradient(await pictureGradient({ dataset: 'digits', seed, ...pictureOf(at) }, onKernels));

  /** Everybody's device, with the gradient of a picture each, takes part. */
  async function joined(students: readonly Student[], sum: { leakId: string; attempt: number }) {
    const gradients: Int32Array[] = [];
    const devices: MaskDevice[] = [];
    for (const [at, student] of students.entries()) {
      const gradient = await gradientOf(at, own(student));
      const device = new MaskDevice(gradient, `${sum.leakId} ${sum.attempt}`);
      mustBeOk(await sendKey(student, sum, device));
      gradients.push(gradient);
      devices.push(device);
    }
    return { gradients, devices };
  }
  function digestOf(gradients: readonly Int32Array[]): string {
    const sum = new Int32Array(NUMBERS);
    for (const gradient of gradients) addWords(sum, gradient, 1);
    return createHash('sha256').update(wordsToBytes(sum)).digest('hex');
  }
  const sees = (teacher: RecordingTab, phase: string, attempt = 1) =>
    until(phase, () => desk(teacher)?.sum?.phase === phase && desk(teacher)?.sum?.attempt === attempt);
  /** Time passes, and something happens in the class, so that it is looked at. */
  async function later(teacher: RecordingTab, milliseconds: number) {
    server.clock.ahead += milliseconds;
    mustBeOk(await teacher.command({ type: 'screen:show', view: 'board', argument: null, pinned: false }));
    mustBeOk(await teacher.command({ type: 'screen:show', view: 'leak', argument: null, pinned: false }));
  }

  it('reads the picture in a single gradient, tells its student, and keeps it only with leave', async () => {
    const { code, id, teacher, students, leakId } = await asked(['Ada', 'Ben']);
    const [ada, ben] = students;
    const screen = await screenTab(server.url, code);
    const alone = await sendSingle(ada!, leakId, await gradientOf(3, own(ada!)));
    const { pixels, label } = pictureOf(3);
    const read = { pixels: bytesToText(pixels), label };
    expect(alone).toEqual({ ok: true, read });
    await until('that it came', () => desk(teacher)?.sent === 1);
    // Nothing of it is anywhere: neither kept nor told to anybody else.
    expect(JSON.stringify(await server.store.loadClass(id))).not.toContain(read.pixels);
    expect(desk(teacher).offered).toEqual([]);

    expect(await sendSingle(ben!, leakId, await gradientOf(3, own(ben!)), true)).toEqual({ ok: true, read });
    await until('the offer', () => desk(teacher)?.offered.length === 1);
    expect(screen.received).not.toContain(read.pixels);
    const show = { type: 'leak:show', leakId, studentId: ben!.id, shown: true } as const;
    mustBeOk(await teacher.command(show));
    await until('the tile', () => (screen.views.at(-1) as ScreenView).leak?.tiles.length === 1);
    expect((screen.views.at(-1) as ScreenView).leak!.tiles[0]).toEqual({ ...read, noise: null });
    expect(screen.received).not.toContain(ben!.id);
    mustBeOk(await ben!.tab.command({ type: 'leak:withdraw', leakId }));
    await until('that it is gone', () => (screen.views.at(-1) as ScreenView).leak?.tiles.length === 0);
    expect(JSON.stringify(await server.store.loadClass(id))).not.toContain(read.pixels);
  });

  it('refuses what is no gradient, and counts a student once', async () => {
    const { teacher, students, leakId } = await asked(['Ada', 'Ben']);
    const [ada, ben] = students;
    const gradient = await gradientOf(1, own(ada!));
    const said = async (body: Uint8Array, student: Student = ada!) =>
      codeOf(await sayInLeak(student, { leakId, attempt: 0 }, 'gradient', body));
    expect(await said(wordsToBytes(gradient).subarray(4))).toBe('gradient-wrong');
    expect(await said(new Uint8Array(4 * NUMBERS + 4))).toBe('gradient-wrong');
    expect(await said(new Uint8Array(0))).toBe('gradient-wrong');
    const floats = new Float32Array(NUMBERS).fill(Number.NaN);
    expect(await said(new Uint8Array(floats.buffer))).toBe('gradient-wrong');
    expect(await said(wordsToBytes(gradient.map(() => 2 ** 31 - 1)))).toBe('gradient-wrong');
    expect(await said(new Uint8Array(4 * NUMBERS))).toBe('gradient-empty');
    const thief = new TabStudent(ben!.tab, ben!.code, 'Ben', { ...newCredentials(), studentId: ben!.id });
    expect(await said(wordsToBytes(gradient), thief as Student)).toBe('unknown-student');
    expect(desk(teacher).sent).toBe(0);
    for (let at = 0; at < 3; at++) mustBeOk(await sendSingle(ada!, leakId, gradient, true));
    await until('the one', () => desk(teacher)?.sent === 1 && desk(teacher).offered.length === 1);
    // Nothing of a sum before there is one.
    expect(codeOf(await sayInLeak(ada!, { leakId, attempt: 1 }, 'key', new Uint8Array(32).fill(9)))).toBe(
      'no-leak',
    );
  });

  it('sees noise behind masks, and the sum to the bit', async () => {
    const { code, id, teacher, students, leakId } = await asked(['Ada', 'Ben', '花子'], 'masked');
    const sum = { leakId, attempt: 1 };
    const { gradients, devices } = await joined(students, sum);
    await until('all', () => desk(teacher)?.sum?.joined === 3);
    mustBeOk(await teacher.command({ type: 'leak:begin', ...sum }));
    const screen = await screenTab(server.url, code);
    for (const [at, student] of students.entries()) {
      const answer = await sendMasked(student, sum, devices[at]!);
      expect(answer.ok && answer.read.pixels).not.toBe(bytesToText(pictureOf(at).pixels));
    }
    expect(new Set(devices.map(({ check }) => check)).size).toBe(1);
    await sees(teacher, 'revealing');
    for (const [at, student] of students.entries()) mustBeOk(await sendRevealed(student, sum, devices[at]!));
    await sees(teacher, 'summed');
    expect(desk(teacher).sums).toMatchObject([{ took: 3, of: 3, digest: digestOf(gradients) }]);
    await until('the wall', () => (screen.views.at(-1) as ScreenView).leak?.sums.length === 1);
    for (const student of students) expect(screen.received).not.toContain(student.id);
    // Of single uploads nothing but some noise is kept.
    const kept = (await server.store.loadClass(id))!.leaks[0]!;
    expect(Object.keys(kept.sum!.noise)).toHaveLength(3);
    expect(JSON.stringify(kept).length).toBeLessThan(8_000);
  });

  it('goes on without who has left, and never unmasks what comes late', async () => {
    const { teacher, students, leakId } = await asked(['Ada', 'Ben', 'Cleo', 'Dan'], 'masked');
    const sum = { leakId, attempt: 1 };
    const { gradients, devices } = await joined(students, sum);
    mustBeOk(await teacher.command({ type: 'leak:begin', ...sum }));
    for (const at of [0, 1, 2]) mustBeOk(await sendMasked(students[at]!, sum, devices[at]!));
    await until('three', () => desk(teacher)?.sum?.sent === 3);
    expect(desk(teacher).sum!.phase).toBe('sending');
    await later(teacher, SENDING_MS);
    await sees(teacher, 'revealing');
    expect(desk(teacher).sum!.missing).toBe(1);
    for (const at of [0, 1, 2]) mustBeOk(await sendRevealed(students[at]!, sum, devices[at]!));
    await sees(teacher, 'summed');
    expect(desk(teacher).sums[0]).toMatchObject({ took: 3, of: 4, digest: digestOf(gradients.slice(0, 3)) });
    await expect(sendMasked(students[3]!, sum, devices[3]!)).rejects.toThrow('leak-over');
    const words = new Uint8Array(4 * NUMBERS);
    expect(codeOf(await sayInLeak(students[3]!, sum, 'masked', words))).toBe('leak-over');
  });

  it('begins again with new keys where somebody leaves who alone knows a mask, or too few have sent', async () => {
    const { teacher, students, leakId } = await asked(['Ada', 'Ben', 'Cleo'], 'masked');
    const first = { leakId, attempt: 1 };
    const { devices } = await joined(students, first);
    mustBeOk(await teacher.command({ type: 'leak:begin', ...first }));
    for (const [at, student] of students.entries()) mustBeOk(await sendMasked(student, first, devices[at]!));
    await sees(teacher, 'revealing');
    for (const at of [0, 1]) mustBeOk(await sendRevealed(students[at]!, first, devices[at]!));
    await later(teacher, REVEALING_MS);
    await sees(teacher, 'joining', 2);
    expect(desk(teacher)).toMatchObject({ sums: [], sum: { joined: 0, trouble: 'left' } });
    const second = { leakId, attempt: 2 };
    const again = await joined(students, second);
    mustBeOk(await teacher.command({ type: 'leak:begin', ...second }));
    for (const at of [0, 1]) mustBeOk(await sendMasked(students[at]!, second, again.devices[at]!));
    await until('two', () => desk(teacher)?.sum?.sent === 2);
    await later(teacher, SENDING_MS);
    await sees(teacher, 'joining', 3);
    expect(desk(teacher).sum!.trouble).toBe('few');
  });

  it('refuses keys that lay everybody open, second uploads, strangers, and masks that do not cancel', async () => {
    const { teacher, students, leakId } = await asked(['Ada', 'Ben', 'Cleo', 'Dan'], 'masked');
    const sum = { leakId, attempt: 1 };
    const [ada, ben, cleo, dan] = students;
    for (const key of [new Uint8Array(32), Uint8Array.of(1, ...new Uint8Array(31)), new Uint8Array(33)])
      expect(codeOf(await sayInLeak(ada!, sum, 'key', key))).toBe('key-invalid');
    const { devices } = await joined([ada!, ben!, cleo!], sum);
    // One student as two: somebody else's key, and more keys of one's own.
    expect(codeOf(await sayInLeak(dan!, sum, 'key', devices[0]!.key))).toBe('key-invalid');
    const other = new MaskDevice(new Int32Array(NUMBERS), `${leakId} 1`);
    mustBeOk(await sendKey(ada!, sum, other));
    mustBeOk(await sendKey(ada!, sum, devices[0]!));
    await until('three', () => desk(teacher)?.sum?.joined === 3);
    mustBeOk(await teacher.command({ type: 'leak:begin', ...sum }));
    const said = async (student: Student, body: Uint8Array) =>
      codeOf(await sayInLeak(student, sum, 'masked', body));
    expect(await said(dan!, new Uint8Array(4 * NUMBERS))).toBe('leak-over');
    expect(await said(ada!, new Uint8Array(4 * NUMBERS - 4))).toBe('gradient-wrong');
    mustBeOk(await sendMasked(ada!, sum, devices[0]!));
    mustBeOk(await sendMasked(ada!, sum, devices[0]!));
    expect(await said(ada!, new Uint8Array(4 * NUMBERS).fill(7))).toBe('leak-over');
    mustBeOk(await sendMasked(ben!, sum, devices[1]!));
    // Cleo sends something else than its masks say.
    expect(await said(cleo!, new Uint8Array(4 * NUMBERS).fill(0x55))).toBeNull();
    await sees(teacher, 'revealing');
    expect(codeOf(await sayInLeak(ada!, sum, 'reveal', new Uint8Array(64)))).toBe('key-invalid');
    expect(codeOf(await sayInLeak(dan!, sum, 'reveal', new Uint8Array(32)))).toBe('leak-over');
    for (const at of [0, 1]) mustBeOk(await sendRevealed(students[at]!, sum, devices[at]!));
    expect(codeOf(await sayInLeak(cleo!, sum, 'reveal', new Uint8Array(32)))).toBeNull();
    await sees(teacher, 'joining', 2);
    expect(desk(teacher)).toMatchObject({ sums: [], sum: { trouble: 'noise' } });
  });

  it('begins a sum again after a restart, and forgets a student wholly', async () => {
    const { code, id, teacher: before, students, leakId } = await asked(['Ada', 'Ben', 'Cleo']);
    mustBeOk(await sendSingle(students[0]!, leakId, await gradientOf(3, own(students[0]!)), true));
    mustBeOk(await before.command({ type: 'leak:go', leakId, stage: 'masked' }));
    await until('masks', () => own(students[0]!)?.stage === 'masked');
    const sum = { leakId, attempt: 1 };
    await joined(students, sum);
    mustBeOk(await before.command({ type: 'leak:begin', ...sum }));
    closeTabs();
    await server.stop();
    await start();
    const teacher = await teacherTab(server.url, code);
    await sees(teacher, 'joining', 2);
    expect(desk(teacher).sum!.trouble).toBe('restarted');
    expect(desk(teacher).offered).toHaveLength(1);
    const ada = students[0]!;
    await server.store.deleteStudent(id, ada.id);
    expect(JSON.stringify((await server.store.loadClass(id))!.leaks)).not.toContain(ada.id);
  });
});
