/** Somebody guesses at a teacher's password, and at those of nobody, from the teacher's own address: the teacher signs in all the same. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AUTH_PATHS, type AuthAnswer } from '@/protocol/auth';
import { Accounts } from '@/server/auth/accounts';
import { readEnv } from '@/server/env';
import { openDatabase } from '@/server/store/database';
import { makeDataDir } from '@/tests/live/class-server';

const HOST = 'school.example:3000';
const ADA = { name: 'Ada', email: 'ada@example.org', password: 'correct horse battery' };

describe('a teacher behind one address with somebody who guesses passwords', () => {
  let data: Awaited<ReturnType<typeof makeDataDir>>;
  let accounts: Accounts;
  beforeAll(async () => {
    data = await makeDataDir();
    const env = readEnv({ DATA_DIR: data.dataDir });
    accounts = new Accounts(env, await openDatabase(env));
  });
  afterAll(async () => {
    await accounts.close();
    await data.remove();
  });

  async function ask(
    path: string,
    body: object,
    cookie = '',
  ): Promise<{ answer: AuthAnswer; cookies: string[] }> {
    const response = await accounts.handle(
      new Request(`http://${HOST}${path}`, {
        method: 'POST',
        headers: { origin: `http://${HOST}`, host: HOST, ...(cookie && { cookie }) },
        body: JSON.stringify(body),
      }),
      '10.0.0.1',
    );
    return {
      answer: (await response.json()) as AuthAnswer,
      cookies: response.headers.getSetCookie().map((one) => one.split(';')[0]!),
    };
  }
  const signIn = (cookie?: string) =>
    ask(AUTH_PATHS.signIn, { email: ADA.email, password: ADA.password }, cookie);

  it('signs in from a new browser and, before all others, from the own one', async () => {
    const { cookies } = await ask(AUTH_PATHS.signUp, ADA);
    const device = cookies.find((cookie) => cookie.startsWith('perceptroom.device'))!;
    let stopped = false;
    const codes = new Map<string, number>();
    const guess = async (emailOf: (round: number) => string) => {
      for (let round = 0; !stopped; round += 1) {
        const { answer } = await ask(AUTH_PATHS.signIn, {
          email: emailOf(round),
          password: `a wrong guess ${round}`,
        });
        const code = answer.ok ? 'ok' : answer.code;
        codes.set(code, (codes.get(code) ?? 0) + 1);
        if (code === 'busy') await new Promise((resolve) => setTimeout(resolve, 10));
      }
    };
    const guessers = [
      ...Array.from({ length: 12 }, () => guess(() => ADA.email)),
      ...Array.from({ length: 12 }, (_, index) => guess((round) => `nobody${index}-${round}@example.org`)),
    ];
    while ((codes.get('rate-limited') ?? 0) < 5) await new Promise((resolve) => setTimeout(resolve, 20));
    for (let round = 0; round < 3; round += 1) {
      expect((await signIn()).answer).toEqual({ ok: true });
      expect((await signIn(device)).answer).toEqual({ ok: true });
    }
    stopped = true;
    await Promise.all(guessers);
    expect(codes.has('ok')).toBe(false);
    expect([...codes.keys()].sort()).toEqual(['rate-limited', 'wrong-credentials']);
  });
});
