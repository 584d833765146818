import { describe, expect, it } from 'vitest';
import type { ClassCommand } from '@/classroom/commands';
import { decide } from '@/classroom/decide';
import { leakConsole, leakOnScreen, ownLeak, pastLeaks } from '@/classroom/leak-views';
import { leaksWithout, openLeak } from '@/classroom/leaks';
import { membersOf, phaseEndsAt, REVEALING_MS, SENDING_MS } from '@/classroom/mask-sum';
import type { ClassState } from '@/classroom/state';
import { viewForScreen, viewForStudent } from '@/classroom/view';
import { leakSchema } from '@/protocol/leak';
import { LEAK } from '@/protocol/leak-rules';
import { LIMITS } from '@/protocol/limits';
import { aGrey, aLeak, aSummed } from './a-leak';
import { aClass, asStudent, context, decided, idOf, NOW, SERVER, TEACHER, withStudents } from './made-states';

const leakId = idOf(600);
const key = (place: number) => place.toString(16).padStart(64, 'a');
const teach = (state: ClassState, command: ClassCommand) => decided(state, command, TEACHER);
const serve = (state: ClassState, command: ClassCommand) => decided(state, command, SERVER);
const refusedAs = (
  state: ClassState,
  command: ClassCommand,
  actor: Parameters<typeof decide>[2] = TEACHER,
) => {
  const decision = decide(state, command, actor, context());
  return decision.ok ? null : decision.code;
};
const inClass = () => withStudents(aClass({ phase: 'live' }), 'Ada', 'Ben', 'Cleo', 'Dan');
const asked = () => teach(inClass(), { type: 'leak:ask', leakId });
const single = () => teach(asked(), { type: 'leak:go', leakId, stage: 'single' });
const masked = () => teach(single(), { type: 'leak:go', leakId, stage: 'masked' });
const told = { pixels: aGrey(7), label: 3, shown: false };
const send = (state: ClassState, student: number, mayShow = true) =>
  serve(state, { type: 'leak:single', leakId, studentId: idOf(student), told: mayShow ? told : null });
const sum = { leakId, attempt: 1 };
const join = (state: ClassState, ...students: number[]) =>
  students.reduce(
    (so, at) => serve(so, { type: 'leak:join', ...sum, studentId: idOf(at), key: key(at) }),
    state,
  );
const begun = () => teach(join(masked(), 1, 2, 3, 4), { type: 'leak:begin', ...sum });
const now = (state: ClassState) => openLeak(state)!;

describe('asking a class what a gradient tells', () => {
  it('shows it, takes guesses until gradients are sent, and tells then what was guessed', () => {
    const guessed = decided(asked(), { type: 'leak:guess', leakId, choice: 2 }, asStudent(1));
    expect(viewForScreen(guessed).shows.view).toBe('leak');
    expect(leakOnScreen(guessed)).toMatchObject({ guessed: 1, guesses: null });
    const changed = decided(guessed, { type: 'leak:guess', leakId, choice: 3 }, asStudent(1));
    expect(ownLeak(changed, idOf(1))).toMatchObject({ guess: 3 });
    const going = teach(changed, { type: 'leak:go', leakId, stage: 'single' });
    expect(leakOnScreen(going)!.guesses).toEqual([0, 0, 0, 1]);
    expect(refusedAs(going, { type: 'leak:guess', leakId, choice: 0 }, asStudent(2))).toBe('leak-begun');
  });

  it('is the same when asked twice, ends the one before, and has its bounds', () => {
    expect(decided(asked(), { type: 'leak:ask', leakId }, TEACHER)).toMatchObject({
      leaks: [{ id: leakId }],
    });
    const other = teach(asked(), { type: 'leak:ask', leakId: idOf(601) });
    expect(other.leaks.map(({ closedAt }) => closedAt)).toEqual([NOW, null]);
    const full = {
      ...inClass(),
      leaks: Array.from({ length: LIMITS.leaksPerClass }, (_, i) => aLeak(idOf(700 + i), idOf(1), NOW)),
    };
    expect(refusedAs(full, { type: 'leak:ask', leakId })).toBe('too-many-leaks');
    expect(refusedAs(inClass(), { type: 'leak:go', leakId, stage: 'single' })).toBe('no-leak');
  });

  it('never goes back, and is over with the class', () => {
    expect(now(teach(masked(), { type: 'leak:go', leakId, stage: 'single' })).stage).toBe('masked');
    const ended = teach(join(masked(), 1), { type: 'class:end' });
    expect(ended.leaks[0]).toMatchObject({ closedAt: NOW, sum: { keys: {} } });
  });
});

describe('a single gradient', () => {
  it('is counted, and of its picture nothing is kept unless it may be shown', () => {
    const sent = send(send(single(), 1, false), 2);
    expect(now(sent).sent).toEqual({ [idOf(1)]: 1, [idOf(2)]: 1 });
    expect(Object.keys(now(sent).told)).toEqual([idOf(2)]);
    expect(leakSchema.parse(now(sent))).toEqual(now(sent));
    // What was let be shown before goes with the next one that may not.
    expect(now(send(sent, 2, false)).told).toEqual({});
  });

  it('is taken in its stage alone, and so often', () => {
    const command: ClassCommand = { type: 'leak:single', leakId, studentId: idOf(1), told };
    expect(refusedAs(asked(), command, SERVER)).toBe('leak-over');
    expect(refusedAs(masked(), command, SERVER)).toBe('leak-over');
    const often = { ...now(single()), sent: { [idOf(1)]: LEAK.sends } };
    expect(refusedAs({ ...single(), leaks: [often] }, command, SERVER)).toBe('no-sends-left');
    expect(refusedAs(single(), { ...command, studentId: idOf(99) }, SERVER)).toBe('unknown-student');
  });

  it('is on the wall when its student lets it and the teacher shows it, without whose it is, and until it is taken back', () => {
    const sent = send(single(), 2);
    expect(leakOnScreen(sent)!.tiles).toEqual([]);
    expect(leakConsole(sent)!.now!.offered).toMatchObject([{ studentId: idOf(2), shown: false }]);
    const shown = teach(sent, { type: 'leak:show', leakId, studentId: idOf(2), shown: true });
    expect(leakOnScreen(shown)!.tiles).toEqual([{ pixels: told.pixels, label: 3, noise: null }]);
    expect(JSON.stringify(viewForScreen(shown).leak)).not.toContain(idOf(2));
    expect(JSON.stringify(viewForStudent(shown, idOf(1))?.leak)).not.toContain(idOf(2));
    expect(ownLeak(shown, idOf(2))).toMatchObject({ kept: true, shown: true });
    const back = decided(shown, { type: 'leak:withdraw', leakId }, asStudent(2));
    expect(leakOnScreen(back)!.tiles).toEqual([]);
    expect(JSON.stringify(back.leaks)).not.toContain(told.pixels);
    expect(refusedAs(back, { type: 'leak:show', leakId, studentId: idOf(2), shown: true })).toBe(
      'unknown-drawing',
    );
  });

  it('keeps no more pictures than are ever needed, and shows six', () => {
    const names = Array.from({ length: LEAK.kept + 2 }, (_, at) => `S${at}`);
    let state = teach(
      teach(withStudents(aClass({ phase: 'live' }), ...names), { type: 'leak:ask', leakId }),
      { type: 'leak:go', leakId, stage: 'single' },
    );
    for (let at = 1; at <= names.length; at++) state = send(state, at);
    expect(Object.keys(now(state).told)).toHaveLength(LEAK.kept);
    expect(Object.keys(now(state).sent)).toHaveLength(names.length);
    for (let at = 1; at <= LEAK.shown; at++)
      state = teach(state, { type: 'leak:show', leakId, studentId: idOf(at), shown: true });
    expect(
      refusedAs(state, { type: 'leak:show', leakId, studentId: idOf(LEAK.shown + 1), shown: true }),
    ).toBe('too-many-shown');
  });
});

describe('a sum behind masks', () => {
  it('takes each device once, no key twice, and begins with three', () => {
    const joined = join(masked(), 1, 2);
    expect(refusedAs(joined, { type: 'leak:join', ...sum, studentId: idOf(3), key: key(2) }, SERVER)).toBe(
      'key-invalid',
    );
    expect(refusedAs(joined, { type: 'leak:begin', ...sum })).toBe('too-few-devices');
    const again = serve(joined, { type: 'leak:join', ...sum, studentId: idOf(2), key: key(9) });
    expect(now(again).sum!.keys).toEqual({ [idOf(1)]: key(1), [idOf(2)]: key(9) });
    expect(membersOf(now(begun()).sum!)).toEqual([1, 2, 3, 4].map(idOf));
    // The list is closed.
    expect(refusedAs(begun(), { type: 'leak:join', ...sum, studentId: idOf(1), key: key(7) }, SERVER)).toBe(
      'leak-over',
    );
    expect(ownLeak(begun(), idOf(1))).toMatchObject({ key: key(1), sum: { phase: 'sending', joined: 4 } });
  });

  it('goes from phase to phase, and stands with what it came to', () => {
    const revealing = serve(begun(), { type: 'leak:reveal', ...sum, missing: [idOf(4)] });
    expect(now(revealing).sum).toMatchObject({ phase: 'revealing', missing: [idOf(4)], sent: 3 });
    const over = serve(revealing, { type: 'leak:record', ...sum, summed: aSummed(NOW) });
    expect(leakOnScreen(over)).toMatchObject({
      sums: [{ took: 3, of: 4 }],
      sum: { phase: 'summed', missing: 1 },
    });
    expect(leakSchema.parse(now(over))).toEqual(now(over));
    const more = teach(over, { type: 'leak:again', ...sum });
    expect(now(more).sum).toMatchObject({ attempt: 2, phase: 'joining', keys: {} });
    expect(pastLeaks(more)).toHaveLength(1);
  });

  it('that comes to nothing is begun again with new keys, and what belongs to the one before changes nothing', () => {
    const failed = serve(begun(), { type: 'leak:fail', ...sum, trouble: 'left' });
    expect(now(failed).sum).toMatchObject({ attempt: 2, phase: 'joining', keys: {}, trouble: 'left' });
    for (const command of [
      { type: 'leak:fail', ...sum, trouble: 'few' },
      { type: 'leak:record', ...sum, summed: aSummed(NOW) },
      { type: 'leak:reveal', ...sum, missing: [] },
      { type: 'leak:count', ...sum, sent: 2, revealed: 0, noise: {} },
    ] satisfies ClassCommand[])
      expect(serve(failed, command)).toBe(failed);
  });

  it('waits for those who are here, else until its deadline', () => {
    const sending = now(begun()).sum!;
    expect(phaseEndsAt(sending, 0)).toBe(NOW);
    expect(phaseEndsAt(sending, 1)).toBe(NOW + SENDING_MS);
    expect(phaseEndsAt({ ...sending, phase: 'revealing' }, 1)).toBe(NOW + REVEALING_MS);
    for (const phase of ['joining', 'summed'] as const)
      expect(phaseEndsAt({ ...sending, phase }, 0)).toBeNull();
  });

  it('shows noise beside the picture of the same device', () => {
    const shown = teach(send(single(), 1), { type: 'leak:show', leakId, studentId: idOf(1), shown: true });
    const going = join(teach(shown, { type: 'leak:go', leakId, stage: 'masked' }), 1, 2, 3);
    const noise = { [idOf(1)]: aGrey(1), [idOf(99)]: aGrey(2) };
    const counted = serve(going, { type: 'leak:count', ...sum, sent: 1, revealed: 0, noise });
    expect(leakOnScreen(counted)).toMatchObject({ tiles: [{ noise: aGrey(1) }], noise: [aGrey(1)] });
  });
});

it('a student who is forgotten is in nothing any more', () => {
  const rest = leaksWithout([aLeak(leakId, idOf(1), NOW)], idOf(1));
  expect(JSON.stringify(rest)).not.toContain(idOf(1));
  const others = [aLeak(leakId, idOf(1), NOW)];
  expect(leaksWithout(others, idOf(2))).toBe(others);
});
