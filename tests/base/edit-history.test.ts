import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginHistory, edit, MOST_EDITS, redo, undo } from '@/base/edit-history';

describe('an edit history', () => {
  test('edits can be taken back and done again; a new edit ends the redoing', () => {
    let history = edit(edit(beginHistory('a'), 'b'), 'c');
    history = undo(undo(undo(history)));
    expect(history.present).toBe('a');
    history = redo(history);
    expect(history.present).toBe('b');
    history = edit(history, 'd');
    expect(redo(history)).toBe(history);
    expect(history.past).toEqual(['a', 'b']);
  });

  test('a drag is one step, and another after an undo is one of its own', () => {
    let history = beginHistory(0);
    for (const value of [1, 2]) history = edit(history, value, 'w');
    history = edit(history, 3, 'θ');
    history = undo(history);
    expect(history.present).toBe(2);
    history = undo(edit(history, 4, 'w'));
    expect(history.present).toBe(2);
    history = undo(history);
    expect(history.present).toBe(0);
    expect(undo(history)).toBe(history);
  });

  test('whatever is done, undoing all leads to the oldest that is remembered, and redoing all back', () => {
    const deed = fc.oneof(
      fc.record({ key: fc.constantFrom('a', 'b', null) }),
      fc.constant('undo' as const),
      fc.constant('redo' as const),
    );
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 300 }), (deeds) => {
        let history = beginHistory(0);
        for (const [index, one] of deeds.entries()) {
          if (one === 'undo') history = undo(history);
          else if (one === 'redo') history = redo(history);
          else history = edit(history, index + 1, one.key);
          expect(history.past.length).toBeLessThanOrEqual(MOST_EDITS);
        }
        const all = [...history.past, history.present, ...history.future];
        let back = history;
        while (back.past.length > 0) back = undo(back);
        expect(back.present).toBe(all[0]);
        let forth = back;
        while (forth.future.length > 0) forth = redo(forth);
        expect([...forth.past, forth.present]).toEqual(all);
      }),
    );
  });
});
