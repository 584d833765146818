import { describe, expect, test } from 'vitest';
import { LeakDevice, type LeakStanding } from '@/client/leak/leak-device';
import { LeakWire } from '@/client/leak/leak-wire';
import { newMaskKeys } from '@/engine/together/pairwise-masks';
import { bytesToText } from '@/protocol/bytes-text';
import type { MaskPhase } from '@/protocol/leak-rules';
import type { OwnLeak } from '@/protocol/leak-views';

const hex = (key: Uint8Array) => Buffer.from(key).toString('hex');
const OTHERS = [newMaskKeys(), newMaskKeys()].map(({ open }) => hex(open));
const READ = { ok: true, read: { pixels: bytesToText(new Uint8Array(784)), label: 3 } };

/** A device with a server that has two others in each sum, and answers as it is told to before that. */
function aDevice(answers: (object | 'unreachable')[] = [], missing: readonly number[] = []) {
  const asked: { what: string; body: Uint8Array | null }[] = [];
  const standings: LeakStanding[] = [];
  let pauses = 0;
  let keys = OTHERS;
  const server = (what: string, body: Uint8Array | null): object => {
    if (what.endsWith('key')) keys = [hex(body!), ...OTHERS];
    if (what.endsWith('round')) return { ok: true, round: { place: 0, keys, missing } };
    return what.endsWith('masked') ? READ : { ok: true };
  };
  const fetching = async (path: string | URL | Request, init?: RequestInit) => {
    const body = (init?.body as Uint8Array | undefined) ?? null;
    const what = String(path).split('/').slice(-2).join(' ');
    asked.push({ what, body });
    const answer = answers.shift() ?? server(what, body);
    if (answer === 'unreachable') throw new TypeError('Failed to fetch');
    return Response.json(answer);
  };
  const device = new LeakDevice({
    wire: new LeakWire({ code: 'ABCDEF', authorization: () => 'Student 1' }, fetching),
    changed: (standing) => standings.push(standing),
    wait: async () => {
      pauses += 1;
    },
  });
  const settled = async (doing: LeakStanding['doing']) => {
    await expect.poll(() => standings.at(-1)?.doing, { interval: 1 }).toBe(doing);
    return standings.at(-1)!;
  };
  return { device, asked, pauses: () => pauses, settled, whats: () => asked.map(({ what }) => what) };
}

const at = (phase: MaskPhase, attempt = 1): OwnLeak => ({
  ...{ id: 'l', dataset: 'digits', stage: 'masked', open: true, guessed: 0, guesses: null, sent: 0 },
  ...{ noise: [], tiles: [], sums: [], guess: null, seed: 1, left: 3, kept: false, shown: false, key: null },
  sum: { attempt, phase, joined: 3, sent: 0, missing: 0, revealed: 0, trouble: null },
});
const GRADIENT = Int32Array.of(5, -5, 7);

describe('a device in sums behind masks', () => {
  test('joins, masks and tells once each, and says what is the same on all', async () => {
    const { device, asked, settled, whats } = aDevice();
    device.see(at('joining'));
    device.take(GRADIENT);
    await settled('joined');
    device.see(at('joining'));
    device.see(at('sending'));
    expect(await settled('sent')).toMatchObject({ devices: 3, noise: { label: 3 } });
    device.see(at('sending'));
    device.see(at('revealing'));
    expect((await settled('told')).check).toMatch(/^\d{4} \d{4} \d{4}$/);
    expect(whats()).toEqual(['1 key', '1 round', '1 masked', '1 round', '1 reveal']);
    expect(asked[0]!.body).toHaveLength(32);
    expect(asked[2]!.body).toHaveLength(12);
    expect(asked[4]!.body).toHaveLength(32);
  });

  test('tells what it shares with who is missing, in another sum with other keys', async () => {
    const four = aDevice([], []);
    four.device.take(GRADIENT);
    for (const attempt of [1, 2]) {
      four.device.see(at('joining', attempt));
      await expect.poll(() => four.whats().at(-1), { interval: 1 }).toBe(`${attempt} key`);
      await four.settled('joined');
    }
    const [first, second] = four.asked;
    expect(first!.body).not.toEqual(second!.body);
  });

  test('says nothing where fewer than three would be left', async () => {
    const { device, settled, whats } = aDevice([], [2]);
    device.take(GRADIENT);
    device.see(at('joining'));
    await settled('joined');
    device.see(at('sending'));
    await settled('sent');
    device.see(at('revealing'));
    await settled('silent');
    expect(whats()).not.toContain('1 reveal');
  });

  test('sends nothing where it is not where it is said to be', async () => {
    const round = { ok: true, round: { place: 0, keys: [...OTHERS, hex(newMaskKeys().open)], missing: [] } };
    const { device, settled, whats } = aDevice([{ ok: true }, round]);
    device.take(GRADIENT);
    device.see(at('joining'));
    await settled('joined');
    device.see(at('sending'));
    await settled('silent');
    expect(whats()).toEqual(['1 key', '1 round']);
  });

  test('tries again what found no way, and takes a refusal for what it is', async () => {
    const { device, settled, pauses } = aDevice(['unreachable', { ok: false, code: 'rate-limited' }]);
    device.take(GRADIENT);
    device.see(at('joining'));
    await settled('joined');
    expect(pauses()).toBe(2);
    const late = aDevice([{ ok: false, code: 'leak-over' }]);
    late.device.take(GRADIENT);
    late.device.see(at('joining'));
    expect(await late.settled('late')).toMatchObject({ problem: 'leak-over' });
    const full = aDevice([{ ok: false, code: 'too-many-devices' }]);
    full.device.take(GRADIENT);
    full.device.see(at('joining'));
    expect(await full.settled('failed')).toMatchObject({ problem: 'too-many-devices' });
  });

  test('waits for the next sum where it comes when one is on, and joins again with another gradient', async () => {
    const { device, settled, whats } = aDevice();
    device.see(at('sending'));
    device.take(GRADIENT);
    await new Promise((resolve) => setImmediate(resolve));
    expect(whats()).toEqual([]);
    device.see(at('joining', 2));
    await settled('joined');
    device.take(Int32Array.of(1, 2, 3));
    await expect.poll(() => whats().length, { interval: 1 }).toBe(2);
    await settled('joined');
    device.see(null);
    expect(whats()).toEqual(['2 key', '2 key']);
  });
});

test('what a server says that makes no sense is a failure, and no crash', async () => {
  const wire = new LeakWire({ code: 'ABCDEF', authorization: () => null }, async () =>
    Response.json({ ok: true, round: { place: -1, keys: ['x'], missing: [] } }),
  );
  expect(await wire.round({ leakId: 'l', attempt: 1 })).toEqual({ ok: false, code: 'internal' });
});
