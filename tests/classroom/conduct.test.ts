import { describe, expect, it } from 'vitest';
import { decide } from '@/classroom/decide';
import { viewForReview, viewForScreen, viewForStudent, viewForTeacher } from '@/classroom/view';
import { aClass, aScore, context, decided, idOf, SERVER, TEACHER, withStudents } from './made-states';

const hide = { type: 'class:anonymise', anonymised: true } as const;
const show = { type: 'class:anonymise', anonymised: false } as const;

describe('hiding names', () => {
  it('I4: leaves no name on any wire of the class but the own one', () => {
    const named = withStudents(aClass({ namesOnScreen: true }), 'Rumpelstilz', 'Ben');
    const scored = decided(named, { type: 'score:record', score: aScore(1, 0.9) }, SERVER);
    const hidden = decided(scored, hide, TEACHER);
    for (const view of [viewForTeacher(hidden), viewForScreen(hidden), viewForStudent(hidden, idOf(2))])
      expect(JSON.stringify(view)).not.toContain('Rumpelstilz');
    for (const view of [viewForTeacher(scored), viewForScreen(scored), viewForStudent(hidden, idOf(1))])
      expect(JSON.stringify(view)).toContain('Rumpelstilz');
    // The review brings marks and names together.
    expect(viewForReview(hidden).roster[0]).toMatchObject({ nickname: 'Rumpelstilz' });
    expect(viewForReview(hidden).board.rows[0]).toMatchObject({ nickname: 'Rumpelstilz' });
  });

  it('may be taken back until the class begins, and by nobody afterwards', () => {
    const hidden = decided(aClass(), hide, TEACHER);
    expect(decided(hidden, show, TEACHER).anonymised).toBe(false);
    for (const phase of ['live', 'ended'] as const) {
      const later = { ...hidden, phase };
      expect(decide(later, show, TEACHER, context())).toEqual({ ok: false, code: 'names-hidden' });
      expect(decided(later, hide, TEACHER)).toBe(later);
      expect(decided({ ...aClass(), phase }, hide, TEACHER).anonymised).toBe(true);
    }
  });
});
