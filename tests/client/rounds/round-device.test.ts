import { describe, expect, test } from 'vitest';
import { RoundDevice, type RoundStanding } from '@/client/rounds/round-device';
import { fromLittleEndian, littleEndian } from '@/client/training/little-endian';
import type { DeviceRound } from '@/engine/together/device-round';
import type { OwnRounds } from '@/protocol/rounds-views';

/** A device in rounds of a class, with a server that answers as it is told to and a trainer that adds one to every weight. */
function aDevice(answers: (object | 'unreachable')[] = [], trains: () => Promise<void> = async () => {}) {
  const asked: { method: string; path: string; weights: number[] | null }[] = [];
  const learned: DeviceRound[] = [];
  const standings: RoundStanding[] = [];
  let pauses = 0;
  const device = new RoundDevice({
    trainer: {
      learnRound: async (round) => {
        learned.push(round);
        await trains();
        return { weights: (round.start ?? Float32Array.of(0, 0)).map((w) => w + 1), milliseconds: 7 };
      },
    },
    session: { code: 'ABCDEF', authorization: () => 'Student 1' },
    changed: (standing) => standings.push(standing),
    fetch: async (path, init) => {
      const body = init?.body as ArrayBuffer | undefined;
      const method = init?.method ?? 'GET';
      asked.push({ method, path: String(path), weights: body ? [...fromLittleEndian(body)] : null });
      const answer = answers.shift() ?? { ok: true };
      if (answer === 'unreachable') throw new TypeError('Failed to fetch');
      return answer instanceof ArrayBuffer ? new Response(answer) : Response.json(answer);
    },
    wait: async () => {
      pauses += 1;
    },
  });
  return { device, asked, learned, pauses: () => pauses, now: () => standings.at(-1) };
}

const ROUNDS: OwnRounds = {
  ...{ id: 'r', dataset: 'digits', rule: 'mean', each: 2, epochs: 1, open: true, stage: 'going', round: 0 },
  ...{ guessed: 0, dealt: 3, arrived: 0, alone: null, done: [], byLabel: null, guesses: null },
  ...{ saboteurs: null, guess: null, place: 1, seed: 9, saboteur: false, ownAlone: null },
};
const idle = () => new Promise((resolve) => setImmediate(resolve));

describe('a device in rounds', () => {
  test('trains alone from the seed before the first, and fetches nothing then', async () => {
    const { device, asked, learned, now } = aDevice();
    device.see(ROUNDS);
    await idle();
    expect(learned).toMatchObject([{ round: 0, place: 1, seed: 9, start: null, saboteur: false }]);
    expect(asked).toEqual([
      { method: 'POST', path: expect.stringMatching(/ABCDEF\/rounds\/r\/0$/), weights: [1, 1] },
    ]);
    expect(now()).toMatchObject({ doing: 'sent', rounds: 1, up: 8, down: 0, milliseconds: 7 });
  });

  test('takes the class’s network from the second on, once a round, however often it hears of it', async () => {
    const { device, asked, learned, now } = aDevice([littleEndian(Float32Array.of(3, 4))]);
    device.see({ ...ROUNDS, round: 2 });
    await idle();
    device.see({ ...ROUNDS, round: 2, arrived: 1 });
    await idle();
    expect(learned.map(({ start }) => [...start!])).toEqual([[3, 4]]);
    expect(asked.map(({ method, weights }) => [method, weights])).toEqual([
      ['GET', null],
      ['POST', [4, 5]],
    ]);
    expect(now()).toMatchObject({ doing: 'sent', up: 8, down: 8 });
  });

  test('sends the same weights again where there is no way, or the server asks for it', async () => {
    const { device, asked, learned, pauses, now } = aDevice([
      'unreachable',
      { ok: false, code: 'server-stopping' },
    ]);
    device.see(ROUNDS);
    await idle();
    expect(learned).toHaveLength(1);
    expect(asked.map(({ weights }) => weights)).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
    expect(pauses()).toBe(2);
    expect(now()).toMatchObject({ doing: 'sent', rounds: 1 });
  });

  test('says that it was late, or why its weights were refused, and takes part in the next', async () => {
    const { device, learned, now } = aDevice([
      { ok: false, code: 'round-over' },
      { ok: false, code: 'weights-not-finite' },
    ]);
    device.see(ROUNDS);
    await idle();
    expect(now()).toMatchObject({ doing: 'late', rounds: 0 });
    device.see({ ...ROUNDS, round: 1 });
    await idle();
    expect(now()).toMatchObject({ doing: 'failed', problem: 'weights-not-finite' });
    device.see({ ...ROUNDS, id: 's', round: 0 });
    await idle();
    expect(now()).toMatchObject({ doing: 'sent', problem: null });
    expect(learned).toHaveLength(3);
  });

  test('sends nothing of a round that was held or is over by then, and nothing where it was dealt nothing', async () => {
    let trained = () => {};
    const { device, asked } = aDevice([], () => new Promise((resolve) => (trained = resolve)));
    device.see({ ...ROUNDS, place: null });
    device.see({ ...ROUNDS, stage: 'asking' });
    device.see(ROUNDS);
    device.see(null);
    trained();
    await idle();
    expect(asked).toEqual([]);
    device.see(ROUNDS);
    await idle();
    trained();
    await idle();
    expect(asked).toHaveLength(1);
  });
});
