import { describe, expect, it } from 'vitest';
import { decide } from '@/classroom/decide';
import { isOwner, ownersOf } from '@/classroom/owners';
import { type ClassState, createClass } from '@/classroom/state';
import { LIMITS } from '@/protocol/limits';

const context = { now: 1, isNicknameFit: () => true };
const state = createClass(
  { id: 'c', code: 'ABCDEF', teacherId: 'ann', lessonId: 'perceptron', maxStudents: 10 },
  0,
);
const change = (from: ClassState, type: 'owner:add' | 'owner:remove', teacherId: string, by = 'ann') =>
  decide(from, { type, teacherId }, { kind: 'teacher', teacherId: by }, context);
const must = (decision: ReturnType<typeof decide>): ClassState => {
  if (!decision.ok) throw new Error(decision.code);
  return decision.state;
};

describe('the owners of a class', () => {
  it('may all do the same, and nobody else may', () => {
    const shared = must(change(state, 'owner:add', 'ben'));
    expect(ownersOf(shared)).toEqual(['ann', 'ben']);
    expect([isOwner(shared, 'ben'), isOwner(state, 'ben'), isOwner(null, 'ann')]).toEqual([
      true,
      false,
      false,
    ]);
    const begin = (by: string) =>
      decide(shared, { type: 'class:begin' }, { kind: 'teacher', teacherId: by }, context);
    expect([begin('ann').ok, begin('ben').ok]).toEqual([true, true]);
    expect(begin('eve')).toEqual({ ok: false, code: 'not-allowed' });
    expect(change(shared, 'owner:add', 'eve', 'eve')).toEqual({ ok: false, code: 'not-allowed' });
    expect(
      decide(shared, { type: 'owner:add', teacherId: 'eve' }, { kind: 'student', studentId: 's' }, context)
        .ok,
    ).toBe(false);
  });

  it('are added once, in order, and not without end', () => {
    const shared = must(change(state, 'owner:add', 'ben'));
    expect(must(change(shared, 'owner:add', 'ben'))).toBe(shared);
    expect(must(change(shared, 'owner:add', 'ann'))).toBe(shared);
    let full = state;
    for (let i = 1; i < LIMITS.ownersPerClass; i += 1) full = must(change(full, 'owner:add', `t${i}`));
    expect(change(full, 'owner:add', 'one more')).toEqual({ ok: false, code: 'too-many-owners' });
  });

  it('leave to the next in line, and never leave a class to nobody', () => {
    const three = must(change(must(change(state, 'owner:add', 'ben')), 'owner:add', 'cleo'));
    const left = must(change(three, 'owner:remove', 'ann'));
    expect([left.teacherId, left.coOwners]).toEqual(['ben', ['cleo']]);
    expect(change(left, 'owner:remove', 'ben', 'ann')).toEqual({ ok: false, code: 'not-allowed' });
    expect(must(change(three, 'owner:remove', 'nobody'))).toBe(three);
    expect(change(state, 'owner:remove', 'ann')).toEqual({ ok: false, code: 'last-owner' });
  });
});
