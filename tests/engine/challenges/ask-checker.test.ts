import { expect, test } from 'vitest';
import { Responder } from '@/base/line/responder';
import { askChecker } from '@/engine/challenges/ask-checker';
import type { CheckReply, CheckRequests } from '@/engine/challenges/check-messages';
import { PortPair } from '@/tests/base/line/port-pair';

function checker(check: () => CheckReply | Promise<CheckReply>) {
  const pair = new PortPair();
  new Responder<CheckRequests, never, string>(pair.worker, {
    refusalOf: (error) => (error as Error).message,
  }).serve({ check });
  return { pair, startWorker: () => pair.page };
}

const REPLY: CheckReply = { parts: ['all'], result: null };

test('asks one worker, takes its one answer and ends it', async () => {
  const { pair, startWorker } = checker(() => REPLY);
  expect(await askChecker({ challenge: 'gates', seed: 3 }, { startWorker })).toEqual(REPLY);
  expect(pair.ends).toBe(1);
});

test('a check that failed and a worker that does not start reject', async () => {
  const failed = checker(() => {
    throw new Error('no pictures');
  });
  await expect(askChecker({ challenge: 'pool', seed: 3 }, failed)).rejects.toThrow('no pictures');
  const dead = new PortPair();
  const asked = askChecker({ challenge: 'loss', seed: 3 }, { startWorker: () => dead.page });
  dead.die('the worker did not start');
  await expect(asked).rejects.toThrow('did not start');
  expect([failed.pair.ends, dead.ends]).toEqual([1, 1]);
});

test('who gives the question up ends the worker in the middle of its work', async () => {
  const { pair, startWorker } = checker(() => new Promise(() => {}));
  const leaving = new AbortController();
  const asked = askChecker({ challenge: 'gates', seed: 3 }, { startWorker, signal: leaving.signal });
  leaving.abort(new Error('gone'));
  await expect(asked).rejects.toThrow('gone');
  expect(pair.ends).toBe(1);
});
