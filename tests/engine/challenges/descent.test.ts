import { describe, expect, test } from 'vitest';
import { descentChallenge, descentSettings } from '@/engine/challenges/descent';
import { descend, isThere, walkDown } from '@/engine/landscape/descent';
import { createRandom } from '@/engine/random';
import { DESCENT_METHODS, DESCENT_PARTS, DESCENT_STEPS } from '@/protocol/challenges/descent';
import type { DescentAnswer } from '@/protocol/challenges/descent-answer';
import { descentAnswerSchema } from '@/protocol/challenges/descent-answer';

const answer: DescentAnswer = { part: 'narrow-valley', method: 'momentum', rate: 0.02, changes: [] };
const RATES = [0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3];

describe('the challenge of lesson 7', () => {
  test('I11: the same seed deals the same landscapes, another seed others', () => {
    const look = (seed: number) =>
      DESCENT_PARTS.map((part) => {
        const landscape = descentChallenge.deal(seed)[part];
        return [landscape.start, landscape.lowest, landscape.of(1, 0.5), landscape.slope(1, 0.5)];
      });
    expect(look(8)).toEqual(look(8));
    expect(look(8)).not.toEqual(look(9));
  });

  test('every landscape of every class can be solved, and no start is there already', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const task = descentChallenge.deal(seed * 7919);
      for (const part of DESCENT_PARTS) {
        const landscape = task[part];
        expect(isThere(landscape, landscape.start)).toBe(false);
        const solved = DESCENT_METHODS.some((method) =>
          RATES.some((rate) => descentChallenge.check(task, { part, method, rate, changes: [] }, 0).reached),
        );
        expect(solved).toBe(true);
      }
    }
  });

  test('counts the steps that the walk really takes; fewer are worth more', () => {
    const task = descentChallenge.deal(2);
    const result = descentChallenge.check(task, answer, 0);
    expect(result.reached).toBe(true);
    const landscape = task[answer.part];
    for (const point of descend(landscape, descentSettings(answer), createRandom(7))) {
      if (point.step === result.shown.amount) {
        expect(isThere(landscape, point)).toBe(true);
        break;
      }
    }
    const slow = descentChallenge.check(task, { ...answer, method: 'sgd' }, 0);
    expect(slow.value).toBeLessThan(result.value);
  });

  test('a walk that diverges or is too slow is worth nothing', () => {
    const task = descentChallenge.deal(2);
    for (const rate of [0.001, 10]) {
      const result = descentChallenge.check(task, { ...answer, method: 'sgd', rate }, 0);
      expect(result).toMatchObject({
        reached: false,
        value: 0,
        shown: { kind: 'steps', amount: DESCENT_STEPS },
      });
    }
  });

  test('a changed rate counts from its step on', () => {
    const task = descentChallenge.deal(2);
    const landscape = task['narrow-valley'];
    const changes = [{ step: 3, rate: 0.001 }];
    const path = descend(landscape, descentSettings({ ...answer, method: 'sgd', changes }), createRandom(1));
    const [p0, p1, p2, p3] = [path.next(), path.next(), path.next(), path.next()].map((next) => next.value!);
    const moved = (from: typeof p0, to: typeof p0) => (from!.a - to!.a) / from!.slope!.a;
    expect(moved(p0, p1)).toBeCloseTo(0.02);
    expect(moved(p1, p2)).toBeCloseTo(0.02);
    expect(moved(p2, p3)).toBeCloseTo(0.001);
  });

  test('two exact rates one after the other reach the valley in two steps', () => {
    // On ½ (p a² + q b²) the rate 1/q ends the steep direction and 1/p the flat one: what a schedule can do at its best.
    const task = descentChallenge.deal(2);
    const landscape = task['narrow-valley'];
    const at = landscape.slope(1, 0);
    const other = landscape.slope(0, 1);
    const trace = at.a + other.b;
    const determinant = at.a * other.b - at.b * other.a;
    const root = Math.sqrt(trace * trace - 4 * determinant);
    const rates = [2 / (trace + root), 2 / (trace - root)] as const;
    const result = descentChallenge.check(
      task,
      { ...answer, method: 'sgd', rate: rates[0], changes: [{ step: 2, rate: rates[1] }] },
      0,
    );
    expect(result.shown.amount).toBe(2);
  });

  test('flying through the ring is no arrival', () => {
    const bowl = descentChallenge.deal(2)['narrow-valley'];
    const flat = { ...bowl, of: () => 0, slope: () => ({ a: 1, b: 0 }), lowest: { a: 0, b: 0 } };
    const start = { a: 2, b: 0 };
    const settings = { optimizer: 'sgd', learningRate: 1, batch: 'full', start } as const;
    expect(walkDown(flat, settings, createRandom(1), 50).outcome).not.toBe('arrived');
  });

  test('reads answers strictly', () => {
    const good = {
      ...answer,
      changes: [
        { step: 5, rate: 0.1 },
        { step: 9, rate: 0.2 },
      ],
    };
    expect(descentAnswerSchema.safeParse(good).success).toBe(true);
    for (const wrong of [
      { rate: 0 },
      { rate: Number.NaN },
      { rate: 11 },
      { method: 'rmsprop' },
      { part: 'bowl' },
      { changes: [{ step: 1, rate: 0.1 }] },
      { changes: [...good.changes].reverse() },
      { changes: [...good.changes, { step: 20, rate: 1 }] },
      { extra: true },
    ]) {
      expect(descentAnswerSchema.safeParse({ ...good, ...wrong }).success).toBe(false);
    }
  });
});
