/** Whoever guesses codes says each time that it is somebody else: that counts only where a trusted proxy says so. */
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { request } from '@/people/request';
import { drawRoomCode } from '@/protocol/room-code';
import { BOUNDS } from '@/server/live/bounds';
import { unforeseeable } from '@/server/live/credentials';
import { makeDataDir, type RunningServer, startServer } from '@/tests/live/class-server';

const FREE = 5;
const GUESSES = 20;
const bounds = {
  guesses: { ...BOUNDS.guesses, ofAddress: { perSecond: 0.001, burst: FREE }, delayMs: 0, delayOfEachMs: 0 },
};

describe('with an address that is made up for each guess', () => {
  let data: Awaited<ReturnType<typeof makeDataDir>>;
  let server: RunningServer;
  let logged: string[];
  beforeAll(async () => {
    data = await makeDataDir();
  });
  afterEach(() => server.stop());
  afterAll(() => data.remove());

  /** How many of the guesses were looked at. @param forwarded what the request of the guesser says, by number */
  async function looked(
    settings: Record<string, string>,
    forwarded: (guess: number) => string,
  ): Promise<number> {
    logged = [];
    const log = pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) });
    server = await startServer(data.dataDir, { bounds, settings, log });
    let count = 0;
    for (let guess = 0; guess < GUESSES; guess += 1) {
      const { answer } = await request<{ code: string }>(
        server.url,
        'GET',
        `/api/classes/${drawRoomCode(unforeseeable)}`,
        { headers: { 'x-forwarded-for': forwarded(guess) } },
      );
      if (answer.code === 'unknown-code') count += 1;
    }
    return count;
  }
  const own = (guess: number) => `203.0.113.${guess}`;

  it('it is one guesser, without a proxy', async () => {
    expect(await looked({}, own)).toBe(FREE);
    expect(logged).toEqual([]);
  });

  it('it is one guesser behind a proxy that is not named, and the operator is told once', async () => {
    const settings = { PUBLIC_ORIGIN: 'https://class.example', TRUSTED_PROXIES: '10.0.0.5' };
    expect(await looked(settings, own)).toBe(FREE);
    expect(logged.filter((line) => line.includes('TRUSTED_PROXIES'))).toHaveLength(1);
  });

  it('it is one guesser behind a proxy, which writes the true address last', async () => {
    expect(
      await looked({ PUBLIC_ORIGIN: 'https://class.example' }, (guess) => `${own(guess)}, 198.51.100.7`),
    ).toBe(FREE);
  });

  it('control: what a trusted proxy says are many, each is one', async () => {
    expect(await looked({ PUBLIC_ORIGIN: 'https://class.example' }, own)).toBe(GUESSES);
    expect(logged).toEqual([]);
  });
});
