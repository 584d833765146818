/**
 * One student guesses codes and passwords while a whole school sits behind the same address: all of these tests have one address. The
 * control is a server that counts as the product once did: by address, before it looks.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newCredentials } from '@/people/credentials';
import { closeTabs, openTab } from '@/people/recording-tab';
import { request } from '@/people/request';
import { studentTab } from '@/people/student';
import { drawRoomCode } from '@/protocol/room-code';
import { BOUNDS, type Bounds } from '@/server/live/bounds';
import { unforeseeable } from '@/server/live/credentials';
import { makeDataDir, type RunningServer, startServer } from '@/tests/live/class-server';
import { makeClass, teacherTab } from '@/tests/live/known-teacher';

const GUESSERS = 40;

/** Students who try codes and identities over HTTP and sockets without pause, until told to stop. */
function hammer(url: string, code: string) {
  let stopped = false;
  let guesses = 0;
  const said = new Map<string, number>();
  const note = (answer: { ok: boolean; code?: string }) => {
    const what = answer.ok ? 'ok' : (answer.code ?? '');
    said.set(what, (said.get(what) ?? 0) + 1);
  };
  const byHttp = async () => {
    while (!stopped) {
      const path = `/api/classes/${drawRoomCode(unforeseeable)}`;
      note((await request<{ ok: boolean; code: string }>(url, 'GET', path)).answer);
      guesses += 1;
    }
  };
  const bySocket = async (right: boolean) => {
    let tab = openTab(url);
    while (!stopped) {
      try {
        const as = { kind: 'student', credentials: newCredentials() } as const;
        await tab.attach({ code: right ? code : drawRoomCode(unforeseeable), as });
      } catch {
        tab = openTab(url);
      }
    }
  };
  const all = [...Array.from({ length: GUESSERS }, byHttp), bySocket(false), bySocket(true)];
  return {
    said,
    guesses: () => guesses,
    stop: async () => {
      stopped = true;
      await Promise.all(all);
    },
  };
}

describe('behind one address with somebody who guesses', () => {
  let data: Awaited<ReturnType<typeof makeDataDir>>;
  let server: RunningServer;
  let attack: ReturnType<typeof hammer> | null = null;
  beforeAll(async () => {
    data = await makeDataDir();
  });
  afterEach(async () => {
    await attack?.stop();
    closeTabs();
    await server.stop();
  });
  afterAll(() => data.remove());

  /** The attack, with the address's first free guesses used up; what everybody else then meets. */
  async function attacked(bounds: Partial<Bounds>) {
    server = await startServer(data.dataDir, { bounds });
    const { code } = await makeClass(server.url);
    const early = await studentTab(server.url, code, 'Early');
    early.tab.close();
    attack = hammer(server.url, code);
    while ((attack.said.get('rate-limited') ?? 0) === 0)
      await new Promise((resolve) => setTimeout(resolve, 20));
    const met = {
      newcomer: await openTab(server.url).attach({
        code,
        as: { kind: 'newcomer', nickname: 'Late', credentials: newCredentials() },
      }),
      reload: await openTab(server.url).attach({
        code,
        as: { kind: 'student', credentials: early.credentials },
      }),
      entrance: (await request<{ ok: boolean }>(server.url, 'GET', `/api/classes/${code}`)).answer,
    };
    return { code, attack, met };
  }
  const few = { ...BOUNDS.guesses, ofAddress: { perSecond: 1, burst: 60 } };

  it('right codes and reloads pass, and the teacher’s console too', async () => {
    const { code, met } = await attacked({ guesses: few });
    for (const answer of Object.values(met)) expect(answer).toMatchObject({ ok: true });
    await teacherTab(server.url, code);
    for (let index = 0; index < 10; index += 1) await studentTab(server.url, code, `Student ${index}`);
  });

  it('guesses cost time: so many at once are tried no faster than one after another', async () => {
    const { attack } = await attacked({ guesses: { ...few, delayMs: 1_000 } });
    const before = attack.guesses();
    const begun = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    const seconds = (performance.now() - begun) / 1_000;
    // Each guesser once a second, and once more at either end.
    expect(attack.guesses() - before).toBeLessThanOrEqual(GUESSERS * (Math.ceil(seconds) + 1));
    expect(await (await fetch(`${server.url}/metrics`)).text()).toMatch(
      /perceptroom_slow_downs_total\{kind="guess"\} [1-9]/,
    );
  });

  it('control: counted together and before the look, as it was, the right ones are refused', async () => {
    const { met } = await attacked({
      guesses: { ...few, altogether: { perSecond: 0.001, burst: 60 }, delayMs: 0, delayOfEachMs: 0 },
    });
    expect([met.newcomer, met.entrance]).toEqual([
      { ok: false, code: 'rate-limited' },
      { ok: false, code: 'rate-limited' },
    ]);
  });
});
