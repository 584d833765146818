import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ScoringTurns } from '@/server/verify/scoring-turns';

interface Job {
  group: string;
  owner: string;
  cost: number;
  number: number;
}
const anyJobs = fc
  .array(
    fc.record({
      group: fc.constantFrom('a', 'b', 'c'),
      owner: fc.constantFrom('1', '2', '3', '4'),
      cost: fc.integer({ min: 1, max: 5 }),
    }),
    { maxLength: 80 },
  )
  .map((jobs) => jobs.map((job, number): Job => ({ ...job, number })));

function filled(jobs: readonly Job[]): ScoringTurns<Job> {
  const turns = new ScoringTurns<Job>();
  for (const job of jobs) turns.add(job, job);
  return turns;
}
function drain(turns: ScoringTurns<Job>): Job[] {
  const taken: Job[] = [];
  for (let job = turns.take(); job !== null; job = turns.take()) taken.push(job);
  return taken;
}

describe('fair turns', () => {
  it('give every job exactly once, each owner’s in their order, as `order` foretells', () => {
    fc.assert(
      fc.property(anyJobs, (jobs) => {
        const turns = filled(jobs);
        const foretold = turns.order();
        expect(turns.size).toBe(jobs.length);
        const taken = drain(turns);
        expect(taken).toEqual(foretold);
        expect(taken.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(
          jobs.map(({ number }) => number),
        );
        for (const { group, owner } of jobs) {
          const own = taken.filter((job) => job.group === group && job.owner === owner);
          expect(own.map(({ number }) => number)).toEqual(
            own.map(({ number }) => number).toSorted((a, b) => a - b),
          );
        }
      }),
    );
  });

  it('while two groups both wait, neither has had more than the dearest job beyond the other', () => {
    fc.assert(
      fc.property(anyJobs, (jobs) => {
        const turns = filled(jobs);
        const had: Record<string, number> = { a: 0, b: 0, c: 0 };
        const left: Record<string, number> = { a: 0, b: 0, c: 0 };
        for (const { group } of jobs) left[group]! += 1;
        for (const { group, cost } of drain(turns)) {
          had[group]! += cost;
          left[group]! -= 1;
          const waiting = Object.keys(left).filter((each) => left[each]! > 0);
          for (const one of waiting)
            for (const other of waiting) expect(had[one]! - had[other]!).toBeLessThanOrEqual(5);
        }
      }),
    );
  });

  it('a single job is moved back by one of another class, however many that has; in one line by all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 5 }), (many, cost) => {
        const hostile = Array.from(
          { length: many },
          (_, number): Job => ({ group: 'hostile', owner: `${number}`, cost, number }),
        );
        const honest: Job = { group: 'honest', owner: 'ada', cost: 1, number: many };
        expect(
          filled([...hostile, honest])
            .order()
            .indexOf(honest),
        ).toBeLessThanOrEqual(1);
        // The control: all of one group stand in one line, where the last comes last.
        const inOneLine = [...hostile, honest].map((job) => ({ ...job, group: '', owner: '' }));
        expect(filled(inOneLine).order().at(-1)!.number).toBe(many);
      }),
    );
  });

  it('nobody starves: whoever waits is served while others go on for ever', () => {
    const turns = new ScoringTurns<string>();
    turns.add({ group: 'honest', owner: 'ada', cost: 1 }, 'ada');
    let served = 0;
    for (let taken = ''; taken !== 'ada'; served += 1) {
      turns.add({ group: 'hostile', owner: `${served % 7}`, cost: 1 }, `hostile ${served}`);
      taken = turns.take()!;
      expect(served).toBeLessThan(10);
    }
    // And nobody saves turns up by waiting: a newcomer begins level.
    for (let i = 0; i < 50; i += 1) turns.add({ group: 'late', owner: 'x' }, `late ${i}`);
    const next = Array.from({ length: 4 }, () => turns.take());
    expect(next.filter((name) => name?.startsWith('hostile')).length).toBeGreaterThanOrEqual(1);
  });

  it('what is taken out of its turn is gone, and the others keep theirs', () => {
    const turns = new ScoringTurns<string>();
    for (const name of ['a', 'b', 'c']) turns.add({ group: 'g', owner: name }, name);
    expect(turns.remove({ group: 'g', owner: 'b' }, 'b')).toBe(true);
    expect(turns.remove({ group: 'g', owner: 'b' }, 'b')).toBe(false);
    expect([turns.waitingIn('g'), turns.waitingOf({ group: 'g', owner: 'c' }), turns.size]).toEqual([
      2, 1, 2,
    ]);
    expect(turns.order()).toEqual(['a', 'c']);
  });
});
