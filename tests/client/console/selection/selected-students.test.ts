import { expect, it, vi } from 'vitest';
import { SelectedStudents } from '@/client/console/selection/selected-students';

it('chooses, adds, takes out and forgets, and tells only when something is another', () => {
  const selected = new SelectedStudents();
  const told = vi.fn();
  const leave = selected.subscribe(told);
  selected.choose(['a', 'b']);
  const before = selected.ids();
  selected.choose(['b', 'a']);
  expect(selected.ids()).toBe(before);
  expect(told).toHaveBeenCalledTimes(1);
  selected.add(['c']);
  selected.toggle('a');
  expect([...selected.ids()]).toEqual(['b', 'c']);
  expect([...before]).toEqual(['a', 'b']);
  selected.toggle('a');
  selected.clear();
  expect(selected.ids().size).toBe(0);
  expect(told).toHaveBeenCalledTimes(5);
  leave();
  selected.toggle('a');
  expect(told).toHaveBeenCalledTimes(5);
});
