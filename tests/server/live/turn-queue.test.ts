import { describe, expect, it } from 'vitest';
import { TurnQueue } from '@/server/live/turn-queue';

const ticket = (name: string, lane = 'program', by = '') => ({ name, lane, by });
type Ticket = ReturnType<typeof ticket>;
type Queue = Pick<TurnQueue<Ticket>, 'push' | 'take'>;

/** A hundred of which each comes again as soon as it was served, and a student who came in between: turns until it is the student's. */
function turnsUntilServed(queue: Queue, most: number): number {
  for (let index = 0; index < 100; index += 1) {
    queue.push(ticket(`p${index}`));
    if (index === 50) queue.push(ticket('student'));
  }
  for (let turns = 1; turns <= most; turns += 1) {
    const next = queue.take()!;
    if (next.name === 'student') return turns;
    queue.push(next);
  }
  return Number.POSITIVE_INFINITY;
}

describe('those who wait for a turn', () => {
  it('in the lane of a program that comes again at once, nobody waits for longer than two rounds', () => {
    expect(turnsUntilServed(new TurnQueue(true), 1_000)).toBeLessThanOrEqual(202);
  });

  it('control: where the newest is always next it is never the student’s turn', () => {
    const stack: Ticket[] = [];
    const newestFirst: Queue = { push: (one) => stack.push(one), take: () => stack.pop() };
    expect(turnsUntilServed(newestFirst, 100_000)).toBe(Number.POSITIVE_INFINITY);
  });

  it('in a queue that only grows somebody who comes is through in time', () => {
    const queue = new TurnQueue<Ticket>(true);
    let sinceStudent = 0;
    let served = false;
    for (let turns = 0; !served && turns < 1_000; turns += 1) {
      for (let index = 0; index < 10; index += 1) queue.push(ticket(`p${turns} ${index}`));
      // Comes last of many, as one of them.
      if (turns === 500) queue.push(ticket('student'));
      served = queue.take()!.name === 'student';
      if (turns === 500 && !served) served = queue.take()!.name === 'student';
      if (turns >= 500) sinceStudent += 1;
    }
    expect(sinceStudent).toBe(1);
  });

  it('a new connection is before those that ask again and again, however many these are', () => {
    const queue = new TurnQueue<Ticket>(true);
    for (let index = 0; index < 100; index += 1) queue.push(ticket(`p${index}`, 'browser', `c${index}`));
    const again = () => queue.push(queue.take()!);
    for (let turns = 0; turns < 250; turns += 1) again();
    queue.push(ticket('student', 'browser', 'a new one'));
    expect(queue.take()!.name).toBe('student');
  });

  it('lanes take turns, however many wait in one, and everybody is served once', () => {
    const queue = new TurnQueue<Ticket>(true);
    for (let index = 0; index < 40; index += 1) queue.push(ticket(`p${index}`));
    for (const name of ['a', 'b', 'c']) queue.push(ticket(name, 'browser'));
    const order = Array.from({ length: 43 }, () => queue.take()!);
    expect(order.slice(0, 6).map(({ lane }) => lane)).toEqual([
      'browser',
      'program',
      'browser',
      'program',
      'browser',
      'program',
    ]);
    expect(new Set(order.map(({ name }) => name)).size).toBe(43);
    expect(queue.take()).toBeUndefined();
  });
});
