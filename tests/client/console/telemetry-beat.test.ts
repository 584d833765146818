import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Listeners } from '@/base/listeners';
import { BEAT_MS, MOST_IN_SIGHT, ROUND_BEATS, TelemetryBeat } from '@/client/console/telemetry-beat';

const frames = new Listeners<[readonly string[] | null]>();
const beat = (costMs = 0) => new TelemetryBeat({ subscribeTelemetry: frames.add }, (done) => done(costMs));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  frames.clear();
  vi.useRealTimers();
});

/** Follows students and counts how often each was told. */
function follow(pace: TelemetryBeat, ids: readonly string[]) {
  const told = new Map<string, number>(ids.map((id) => [id, 0]));
  const leave = ids.map((id) => pace.follow(id, () => told.set(id, told.get(id)! + 1)));
  return {
    told,
    leave() {
      for (const one of leave) one();
    },
  };
}

describe('the beat at which students are drawn', () => {
  it('tells of who is in sight at once, and then at most once a beat', () => {
    const pace = beat();
    const { told } = follow(pace, ['a']);
    pace.see('a');
    frames.tell(['a']);
    vi.advanceTimersByTime(0);
    expect(told.get('a')).toBe(1);
    for (let frame = 0; frame < 20; frame += 1) {
      frames.tell(['a']);
      vi.advanceTimersByTime(50);
    }
    expect(told.get('a')).toBe(1 + Math.floor(1_000 / BEAT_MS));
    expect(BEAT_MS).toBeGreaterThanOrEqual(250);
  });

  it('comes less often where drawing takes long, and never seldom', () => {
    const timesIn10s = (costMs: number) => {
      const pace = beat(costMs);
      const { told, leave } = follow(pace, ['a']);
      pace.see('a');
      for (let frame = 0; frame < 200; frame += 1) {
        frames.tell(['a']);
        vi.advanceTimersByTime(50);
      }
      leave();
      return told.get('a')!;
    };
    // And once at the beginning.
    expect(timesIn10s(BEAT_MS / 10)).toBe(1 + 10_000 / BEAT_MS);
    // An eighth of ten seconds, once the pace has been found.
    expect(timesIn10s(150)).toBeOneOf([9, 10, 11]);
    expect(timesIn10s(10_000)).toBeOneOf([5, 6]);
  });

  it('tells the newest even when no frame follows it', () => {
    const pace = beat();
    const { told } = follow(pace, ['a']);
    pace.see('a');
    frames.tell(['a']);
    vi.advanceTimersByTime(10);
    frames.tell(['a']);
    vi.advanceTimersByTime(BEAT_MS);
    expect(told.get('a')).toBe(2);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('tells of many in sight in turns, each as often as the others', () => {
    const pace = beat();
    const ids = Array.from({ length: 3 * MOST_IN_SIGHT }, (_, index) => `s${index}`);
    const { told } = follow(pace, ids);
    for (const id of ids) pace.see(id);
    for (let turn = 1; turn <= 6; turn += 1) {
      frames.tell(ids);
      vi.advanceTimersByTime(turn === 1 ? 0 : BEAT_MS);
    }
    expect(new Set(told.values())).toEqual(new Set([2]));
  });

  it('tells of everybody out of sight in turns, nobody later than a round, and of few at once', () => {
    const pace = beat();
    const ids = Array.from({ length: 10 * ROUND_BEATS }, (_, index) => `s${index}`);
    const { told } = follow(pace, ids);
    const sum = () => [...told.values()].reduce((all, times) => all + times, 0);
    for (let turn = 1; turn <= ROUND_BEATS; turn += 1) {
      frames.tell(ids);
      vi.advanceTimersByTime(turn === 1 ? 0 : BEAT_MS);
      expect(sum()).toBe(turn * 10);
    }
    expect([...told.values()].every((times) => times === 1)).toBe(true);
  });

  it('goes on by itself until everybody out of sight has been told', () => {
    const pace = beat();
    const { told } = follow(pace, ['a', 'b', 'c']);
    frames.tell(null);
    vi.advanceTimersByTime(BEAT_MS * 3);
    expect([...told.values()]).toEqual([1, 1, 1]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('brings who comes into sight up to date', () => {
    const pace = beat();
    const { told } = follow(pace, ['a', 'b', 'c']);
    frames.tell(['a', 'b', 'c']);
    vi.advanceTimersByTime(0);
    const leave = pace.see('c');
    vi.advanceTimersByTime(BEAT_MS);
    expect(told.get('c')).toBe(1);
    leave();
    pace.see('c');
    frames.tell(['c']);
    vi.advanceTimersByTime(BEAT_MS);
    expect(told.get('c')).toBe(2);
  });

  it('counts as in sight what is shown twice until both are gone', () => {
    const pace = beat();
    const { told } = follow(pace, ['a', ...Array.from({ length: 40 }, (_, index) => `s${index}`)]);
    const card = pace.see('a');
    pace.see('a');
    card();
    frames.tell([...told.keys()].reverse());
    vi.advanceTimersByTime(0);
    expect(told.get('a')).toBe(1);
  });

  it('hears nothing and has no timer once nobody follows', () => {
    const pace = beat();
    const { leave, told } = follow(pace, ['a', 'b']);
    frames.tell(['a', 'b']);
    leave();
    expect(frames.size).toBe(0);
    vi.advanceTimersByTime(10 * BEAT_MS);
    expect([...told.values()]).toEqual([0, 0]);
    const again = follow(pace, ['a']);
    frames.tell(['a']);
    vi.advanceTimersByTime(BEAT_MS);
    expect(again.told.get('a')).toBe(1);
  });
});

describe('what joins a beat', () => {
  it('is done with the next one, once', () => {
    const pace = beat();
    const { told } = follow(pace, ['a']);
    pace.see('a');
    frames.tell(['a']);
    vi.advanceTimersByTime(0);
    let done = 0;
    pace.join(() => {
      done += 1;
    });
    vi.advanceTimersByTime(BEAT_MS - 1);
    expect(done).toBe(0);
    vi.advanceTimersByTime(2 * BEAT_MS);
    expect([done, told.get('a')]).toEqual([1, 1]);
  });

  it('is done although nobody follows any more', () => {
    const pace = beat();
    const { leave } = follow(pace, ['a']);
    frames.tell(['a']);
    vi.advanceTimersByTime(0);
    let done = 0;
    pace.join(() => {
      done += 1;
    });
    leave();
    vi.advanceTimersByTime(BEAT_MS);
    expect(done).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('what has a beat to itself', () => {
  it('is done once, nobody is told meanwhile, and everybody who waits is told in the next one', () => {
    const pace = beat();
    const { told } = follow(pace, ['a']);
    pace.see('a');
    frames.tell(['a']);
    vi.advanceTimersByTime(0);
    const done: (number | undefined)[] = [];
    const act = () => done.push(told.get('a'));
    let joined = 0;
    pace.join(() => {
      joined += 1;
    });
    pace.alone(act);
    pace.alone(act);
    frames.tell(['a']);
    vi.advanceTimersByTime(BEAT_MS);
    expect([done, told.get('a'), joined]).toEqual([[1], 1, 0]);
    vi.advanceTimersByTime(BEAT_MS);
    expect([done, told.get('a'), joined]).toEqual([[1], 2, 1]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('makes nobody in sight wait longer than the slowest computer does', () => {
    const pace = beat(10_000);
    const at: number[] = [];
    const began = performance.now();
    pace.follow('a', () => at.push(performance.now() - began));
    pace.see('a');
    for (let second = 0; second < 20; second += 0.1) {
      if (second % 4 < 0.1) pace.alone(noted);
      frames.tell(['a']);
      vi.advanceTimersByTime(100);
    }
    const gaps = at.slice(1).map((time, index) => time - at[index]!);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(2_200);
  });

  it('is done although nobody follows any more', () => {
    const pace = beat();
    const { leave } = follow(pace, ['a']);
    frames.tell(['a']);
    vi.advanceTimersByTime(0);
    let done = 0;
    pace.alone(() => {
      done += 1;
    });
    leave();
    vi.advanceTimersByTime(BEAT_MS);
    expect(done).toBe(1);
  });
});

function noted(): void {}

describe('what is worked out of the whole class', () => {
  it('joins a beat when it is due, and has the newest in the end', () => {
    const pace = beat();
    let sums = 0;
    pace.sum(1_000, () => {
      sums += 1;
    });
    const { told } = follow(pace, ['a']);
    pace.see('a');
    frames.tell(['a']);
    vi.advanceTimersByTime(0);
    expect(sums).toBe(1);
    for (let turn = 0; turn < 6; turn += 1) {
      frames.tell(['a']);
      vi.advanceTimersByTime(BEAT_MS);
    }
    expect(sums).toBe(4);
    expect(told.get('a')).toBe(7);
    frames.tell(['a']);
    vi.advanceTimersByTime(1_000);
    expect(sums).toBe(5);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('hears of students whom nobody follows, and nothing any more once it has stopped', () => {
    const pace = beat();
    let sums = 0;
    const stop = pace.sum(500, () => {
      sums += 1;
    });
    frames.tell(['x']);
    vi.advanceTimersByTime(0);
    expect(sums).toBe(1);
    stop();
    expect(frames.size).toBe(0);
  });
});

it('what joins a beat is done once, at once after a quiet time and else with the next one', () => {
  const pace = beat();
  const done: number[] = [];
  const began = performance.now();
  const act = () => done.push(performance.now() - began);
  pace.join(act);
  vi.advanceTimersByTime(0);
  pace.join(act);
  pace.join(act);
  vi.advanceTimersByTime(10 * BEAT_MS);
  expect(done).toEqual([0, BEAT_MS, BEAT_MS]);
});
