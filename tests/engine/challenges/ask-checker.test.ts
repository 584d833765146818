import { expect, test } from 'vitest';
import { askChecker, type CheckPort } from '@/engine/challenges/ask-checker';
import type { CheckQuestion } from '@/engine/challenges/check-messages';

function port(act: (port: CheckPort, question: CheckQuestion) => void) {
  let ended = 0;
  const worker: CheckPort = {
    onmessage: null,
    onerror: null,
    terminate: () => {
      ended += 1;
    },
    postMessage: (question) => act(worker, question),
  };
  return { start: () => worker, ended: () => ended };
}

test('asks one worker, takes its one answer and ends it', async () => {
  const reply = { ok: true, parts: ['all'], result: null } as const;
  const worker = port((one) => one.onmessage?.({ data: reply } as unknown as MessageEvent));
  expect(await askChecker({ challenge: 'gates', seed: 3 }, worker.start)).toEqual(reply);
  expect(worker.ended()).toBe(1);
});

test('a check that failed and a worker that does not start reject', async () => {
  const failed = port((one) =>
    one.onmessage?.({ data: { ok: false, detail: 'no pictures' } } as MessageEvent),
  );
  await expect(askChecker({ challenge: 'pool', seed: 3 }, failed.start)).rejects.toThrow('no pictures');
  const dead = port((one) => one.onerror?.({ message: '' } as ErrorEvent));
  await expect(askChecker({ challenge: 'loss', seed: 3 }, dead.start)).rejects.toThrow('did not start');
  expect([failed.ended(), dead.ended()]).toEqual([1, 1]);
});
