import { describe, expect, it } from 'vitest';
import type { OfferedCheckpoint } from '@/client/training/checkpoint-choice';
import { CheckpointSender } from '@/client/training/checkpoint-sender';
import { until } from '@/people/until';

const RUN = 'a'.repeat(32);
const at = (step: number): OfferedCheckpoint => ({
  ...{ runId: RUN, step, validationLoss: null, validationAccuracy: null, findings: [] },
  weights: Float32Array.of(step, 0.5),
});

/** A server that says these one after another, and from then on that all is kept; an error: nobody answers. */
function server(...answers: (object | Error)[]) {
  const asked: { step: number; bytes: number[] }[] = [];
  const waits: number[] = [];
  const sender = new CheckpointSender({
    code: 'ABCDEF',
    credentials: { studentId: 'c'.repeat(32), secret: 'd'.repeat(64) },
    arrived: async () => true,
    fetch: async (address, init) => {
      const about = JSON.parse(new URL(String(address), 'http://room').searchParams.get('about')!);
      asked.push({ step: about.step, bytes: [...new Float32Array(init!.body as ArrayBuffer)] });
      const answer = answers.shift() ?? { ok: true, kept: true };
      if (answer instanceof Error) throw answer;
      return new Response(JSON.stringify(answer));
    },
    wait: async (milliseconds) => void waits.push(milliseconds),
    random: () => 1,
  });
  return { sender, asked, waits, steps: () => asked.map(({ step }) => step) };
}

describe('sending moments of runs', () => {
  it('sends one after another, its weights as they are', async () => {
    const { sender, asked, steps } = server();
    for (const step of [1, 2, 3]) sender.send(at(step));
    await until('all three', () => asked.length === 3);
    expect(steps()).toEqual([1, 2, 3]);
    expect(asked[1]!.bytes).toEqual([2, 0.5]);
  });

  it('tries again when nobody answers or the server has no room now, ever later', async () => {
    const busy = { ok: false, code: 'rate-limited' };
    const { sender, waits, steps } = server(new Error('offline'), busy, { ok: false, code: 'unknown-run' });
    sender.send(at(1));
    sender.send(at(2));
    await until('the second', () => steps().includes(2));
    expect(steps()).toEqual([1, 1, 1, 1, 2]);
    expect(waits).toEqual([2_000, 4_000, 8_000]);
  });

  it('takes a no for a no', async () => {
    const { sender, steps } = server({ ok: false, code: 'weights-not-finite' });
    sender.send(at(1));
    sender.send(at(2));
    await until('the second', () => steps().length === 2);
    expect(steps()).toEqual([1, 2]);
  });
});
