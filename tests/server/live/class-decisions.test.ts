import { pino } from 'pino';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type ClassState, createClass } from '@/classroom/state';
import { ClassDecisions } from '@/server/live/class-decisions';
import { StorageError } from '@/server/store/storage-trouble';

const TEACHER = { kind: 'teacher', teacherId: 't' } as const;
const LOBBY = createClass(
  { id: 'c', code: 'ABCDEF', teacherId: 't', lessonId: 'handwritten-digits', maxStudents: 40 },
  1,
);

/** A store that commits, and whose answer is lost; or which commits what was given up only later. */
class LosingAnswers {
  stored: ClassState = LOBBY;
  fate: 'well' | 'done' | 'late' = 'well';
  private late: (() => void) | null = null;

  loadClass = async () => this.stored;
  saveClass = async (before: ClassState, after: ClassState) => {
    const { fate } = this;
    const commit = () => {
      if (before.version !== this.stored.version) return 'conflict' as const;
      this.stored = after;
      return 'saved' as const;
    };
    if (fate === 'well') return commit();
    if (fate === 'done') commit();
    else this.late = commit;
    throw new StorageError('unreachable');
  };

  /** What was given up is done all the same, if it still can be. */
  doLate(): void {
    this.late?.();
  }
}

let store: LosingAnswers;
let decisions: ClassDecisions;
let told: ClassState[];

beforeEach(() => {
  vi.useFakeTimers();
  store = new LosingAnswers();
  told = [];
  decisions = new ClassDecisions(LOBBY, {
    store,
    log: pino({ level: 'silent' }),
    context: () => ({ now: 2, isNicknameFit: () => true }),
    changed: () => told.push(decisions.state),
  });
});
afterEach(() => {
  decisions.close();
  vi.useRealTimers();
});

it('what a save was about is answered by what is stored, when nobody knows whether that was done (I5)', async () => {
  store.fate = 'done';
  expect(await decisions.ask({ type: 'class:lock', locked: true }, TEACHER)).toMatchObject({ ok: false });
  store.fate = 'well';
  // In memory it is open: nothing to do. In the store it is locked.
  expect(await decisions.ask({ type: 'class:lock', locked: false }, TEACHER)).toMatchObject({ ok: true });
  expect(store.stored.locked).toBe(false);
  expect(decisions.state).toEqual(store.stored);
});

it('everybody is shown what is stored although nobody asks for anything', async () => {
  store.fate = 'done';
  await decisions.ask({ type: 'class:lock', locked: true }, TEACHER);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(told).toEqual([]);
  store.fate = 'well';
  await vi.advanceTimersByTimeAsync(3_000);
  expect(told.at(-1)).toEqual(store.stored);
  expect(store.stored.locked).toBe(true);
});

it('a save that was given up is not done later over what was shown since', async () => {
  store.fate = 'late';
  await decisions.ask({ type: 'class:lock', locked: true }, TEACHER);
  store.fate = 'well';
  await vi.advanceTimersByTimeAsync(3_000);
  store.doLate();
  expect(store.stored.locked).toBe(false);
  expect(decisions.state).toEqual(store.stored);
});

it('whoever comes back meanwhile is let in by what is known; nothing else is decided by it', async () => {
  const studentId = '1'.repeat(32);
  const join = { type: 'student:join', studentId, secretHash: 'x', nickname: 'Ada' } as const;
  expect(await decisions.ask(join, { kind: 'newcomer' })).toMatchObject({ ok: true });
  store.fate = 'late';
  await decisions.ask({ type: 'class:lock', locked: true }, TEACHER);
  const [back, unlocked] = await Promise.all([
    decisions.ask({ type: 'student:return' }, { kind: 'student', studentId }),
    decisions.ask({ type: 'class:lock', locked: false }, TEACHER),
  ]);
  expect(back).toMatchObject({ ok: true });
  expect(unlocked).toEqual({ ok: false, code: 'storage-unreachable' });
});
