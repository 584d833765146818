import { describe, expect, test } from 'vitest';
import { Responder } from '@/base/line/responder';
import { dealLossTask, lossPlan } from '@/engine/challenges/loss-task';
import { CourseClient } from '@/engine/course/course-client';
import { CourseSession } from '@/engine/course/course-session';
import type { CourseEvent, CourseRequests } from '@/engine/course/messages';
import { TrainingCourse } from '@/engine/dense/training-course';
import { PortPair } from '@/tests/base/line/port-pair';

const task = dealLossTask(4, 77, 3);
const squared = lossPlan(task, 'fitting', { loss: 'squared-error', learningRate: 1 });
const cross = lossPlan(task, 'fitting', { loss: 'binary-cross-entropy', learningRate: 1 });
const diverging = lossPlan(task, 'large', { loss: 'binary-cross-entropy', learningRate: 1e308 });

/** Workers without a thread: every look at the clock takes 4 ms, and `turn` lets one slice run. */
function workers() {
  const started: PortPair[] = [];
  const pending: (() => void)[] = [];
  let clock = 0;
  const client = new CourseClient(() => {
    const pair = new PortPair();
    const line = new Responder<CourseRequests, CourseEvent, string>(pair.worker, { refusalOf: String });
    const session = new CourseSession({
      tell: line.tell,
      now: () => (clock += 4),
      soon: (callback) => pending.push(callback),
    });
    line.serve(session.answers);
    started.push(pair);
    return pair.page;
  });
  const turn = () => pending.shift()?.();
  const toEnd = () => {
    while (pending.length > 0) turn();
  };
  return { client, started, pending, turn, toEnd };
}

describe('courses that a worker calculates', () => {
  test('I12: equal those calculated here, step by step, and come in slices side by side', () => {
    const { client, turn, toEnd } = workers();
    const logs = client.begin([squared, cross], 40);
    expect(logs.map(({ ready }) => ready)).toEqual([-1, -1]);
    expect(logs[0]!.at(0)).toBeNull();
    const before = client.version();
    turn();
    expect(client.version()).toBeGreaterThan(before);
    // The start comes at once, alone.
    expect(logs.map(({ ready }) => ready)).toEqual([0, 0]);
    turn();
    expect(logs[0]!.ready).toBeGreaterThan(0);
    expect(logs[0]!.ready).toBeLessThan(40);
    expect(logs[1]!.ready).toBe(logs[0]!.ready);
    // What has not come yet is the newest that has.
    expect(logs[0]!.at(40)).toEqual(logs[0]!.at(logs[0]!.ready));
    toEnd();
    [squared, cross].forEach((plan, i) => {
      const here = new TrainingCourse(plan);
      for (let step = 0; step <= 40; step++) expect(logs[i]!.at(step)).toEqual(here.at(step));
      expect(logs[i]!.ready).toBe(40);
    });
  });

  test('one that diverges ends at its last place that is a number; the other goes on', () => {
    const { client, toEnd } = workers();
    const [lost, fine] = client.begin([diverging, cross], 30);
    toEnd();
    expect(lost!.ready).toBe(Number.POSITIVE_INFINITY);
    expect(lost!.at(30)).toEqual(new TrainingCourse(diverging).at(30));
    expect(fine!.ready).toBe(30);
  });

  test('newer courses end those under way, which get no more steps', () => {
    const { client, turn, toEnd } = workers();
    const [old] = client.begin([squared], 1000);
    turn();
    const reached = old!.ready;
    const [next] = client.begin([cross], 10);
    toEnd();
    expect(old!.ready).toBe(reached);
    expect(next!.ready).toBe(10);
  });

  test('a worker that dies is told of, and the next beginning starts another', () => {
    const { client, started, toEnd } = workers();
    let told = 0;
    client.subscribe(() => {
      told += 1;
    });
    client.begin([squared], 10);
    const before = told;
    started[0]!.die();
    expect(client.failed).toBe(true);
    expect(told).toBeGreaterThan(before);
    expect(started[0]!.ends).toBe(1);
    const [log] = client.begin([squared], 10);
    expect(client.failed).toBe(false);
    toEnd();
    expect(log!.ready).toBe(10);
    expect(started).toHaveLength(2);
  });

  test('a worker that cannot be started, and a plan that is none, are failures and no throw', () => {
    const never = new CourseClient(() => {
      throw new Error('no workers here');
    });
    expect(never.begin([squared], 10)[0]!.at(0)).toBeNull();
    expect(never.failed).toBe(true);
    const { client } = workers();
    client.begin([{ ...squared, weights: new Float64Array(3) }], 10);
    expect(client.failed).toBe(true);
  });
});
