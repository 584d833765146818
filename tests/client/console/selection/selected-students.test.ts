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

it('lets cards offer to be chosen before anybody is, and as long as somebody is', () => {
  const selected = new SelectedStudents();
  expect(selected.isChoosing()).toBe(false);
  selected.turn(true);
  selected.turn(true);
  expect([selected.isChoosing(), selected.ids().size]).toEqual([true, 0]);
  selected.toggle('a');
  selected.toggle('a');
  expect(selected.isChoosing()).toBe(true);
  selected.toggle('a');
  selected.clear();
  expect([selected.isChoosing(), selected.ids().size]).toEqual([false, 0]);
  // From elsewhere, such as the map: their cards show it.
  selected.choose(['b']);
  expect(selected.isChoosing()).toBe(true);
});
