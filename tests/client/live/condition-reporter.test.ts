import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ConditionReporter } from '@/client/live/condition-reporter';
import type { Condition } from '@/protocol/condition';
import type { Finding } from '@/protocol/finding';
import type { Answer } from '@/protocol/refusals';

const DEAD: Finding = { kind: 'dead-units', layer: 1, share: 1 };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function begin(answers: (Answer | null)[] = []) {
  const said: Condition[] = [];
  let attached = () => {};
  const reporter = new ConditionReporter({
    reportCondition: async (condition) => {
      said.push(condition);
      return answers.length > 0 ? answers.shift()! : { ok: true };
    },
    onAttached: (listener) => {
      attached = listener;
      return () => {};
    },
  });
  return { reporter, said, attach: () => attached() };
}

describe('what a page says of its student', () => {
  it('says nothing while there is nothing to say', async () => {
    const { said, attach, reporter } = begin();
    attach();
    reporter.hid(false);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(said).toEqual([]);
  });

  it('says where its student is, while that is not where the class is', async () => {
    const { reporter, said } = begin();
    reporter.at(2);
    await vi.advanceTimersByTimeAsync(0);
    reporter.at(0);
    reporter.at(1);
    await vi.advanceTimersByTimeAsync(3_000);
    reporter.at(null);
    await vi.advanceTimersByTimeAsync(3_000);
    const nothing = { findings: [], hidden: false };
    expect(said).toEqual([{ ...nothing, step: 2 }, { ...nothing, step: 1 }, nothing]);
  });

  it('says how far its student is with a step', async () => {
    const { reporter, said } = begin();
    const done = { stepId: 'weigh', items: [{ what: 'rows' as const, reached: 4, of: 4 }] };
    reporter.did(done);
    await vi.advanceTimersByTimeAsync(0);
    reporter.did({ ...done });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(said).toEqual([{ findings: [], hidden: false, done }]);
  });

  it('says a change at once, those that follow together after a while, and all anew after an attach', async () => {
    const { reporter, said, attach } = begin();
    reporter.found([DEAD]);
    await vi.advanceTimersByTimeAsync(0);
    expect(said).toEqual([{ findings: [DEAD], hidden: false }]);
    reporter.hid(true);
    reporter.hid(false);
    reporter.hid(true);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(said).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(said.slice(1)).toEqual([{ findings: [DEAD], hidden: true }]);
    await vi.advanceTimersByTimeAsync(10_000);
    attach();
    await vi.advanceTimersByTimeAsync(0);
    expect(said.slice(2)).toEqual([{ findings: [DEAD], hidden: true }]);
  });

  it('says again what was lost, and no more once it is closed', async () => {
    const { reporter, said } = begin([null, { ok: false, code: 'rate-limited' }]);
    reporter.found([DEAD]);
    await vi.advanceTimersByTimeAsync(7_000);
    expect(said).toHaveLength(3);
    reporter.found([]);
    reporter.close();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(said).toHaveLength(3);
  });
});
