import { expect, it } from 'vitest';
import type { RunState } from '@/protocol/run-state';
import { runsAtBenches } from '@/server/live/runs-at-benches';

const run = (id: string, studentId: string, createdAt: number, state: RunState) => ({
  id,
  studentId,
  createdAt,
  state,
});

it('finds the run on each bench again: not one of a sweep that was tried beside it, nor one that was put aside', () => {
  const runs = [
    run('a-first', 'ada', 10, 'stopped'),
    run('a-bench', 'ada', 20, 'training'),
    run('a-swept', 'ada', 30, 'finished'),
    run('a-swept-too', 'ada', 31, 'diverged'),
    run('b-first', 'ben', 11, 'finished'),
    run('b-last', 'ben', 12, 'diverged'),
    run('c-by', 'chie', 13, 'paused'),
    run('c-handed', 'chie', 14, 'paused'),
  ];
  const found = (of: typeof runs) =>
    runsAtBenches(of)
      .map(({ id }) => id)
      .sort();
  expect(found(runs)).toEqual(['a-bench', 'b-last', 'c-handed']);
  expect(found([...runs].reverse())).toEqual(['a-bench', 'b-last', 'c-handed']);
  expect(found([])).toEqual([]);
});
