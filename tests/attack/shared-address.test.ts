import { describe, expect, it } from 'vitest';
import { KnownDevices } from '@/server/auth/known-device';
import { HasherBusyError } from '@/server/auth/password-hasher';
import { type Asking, SignInTurns } from '@/server/auth/sign-in-turns';

describe('turns for passwords', () => {
  /** Looks that end when told to, with the order in which they began. */
  function stage(options: { longestQueue?: number; random?: () => number } = {}) {
    const clock = { now: 0 };
    const turns = new SignInTurns(() => clock.now, options.random ?? (() => 0), options.longestQueue, 2);
    const begun: string[] = [];
    const ends: (() => void)[] = [];
    const refused: string[] = [];
    const ask = (name: string, asking: Partial<Asking> = {}) => {
      void turns
        .inTurn({ email: 'ada@example.org', rank: 1, pauseMs: 0, from: [], ...asking }, () => {
          begun.push(name);
          return new Promise<void>((resolve) => ends.push(resolve));
        })
        .catch((error) => {
          expect(error).toBeInstanceOf(HasherBusyError);
          refused.push(name);
        });
    };
    const settle = async () => {
      for (let round = 0; round < 10; round += 1) await Promise.resolve();
    };
    const endOne = async () => {
      ends.shift()?.();
      await settle();
    };
    return { clock, ask, begun, refused, settle, endOne };
  }

  it('are given to a browser that is known before all who guess, and to accounts before emails of nobody', async () => {
    const { ask, begun, settle, endOne } = stage();
    ask('first');
    ask('second');
    for (let index = 0; index < 20; index += 1)
      ask(`stranger ${index}`, { rank: 2, email: `${index}@nowhere` });
    for (let index = 0; index < 20; index += 1) ask(`guess ${index}`);
    ask('another teacher', { email: 'bob@example.org' });
    ask('the teacher at the own computer', { rank: 0 });
    await settle();
    await endOne();
    await endOne();
    expect(begun).toEqual(['first', 'second', 'the teacher at the own computer', 'another teacher']);
  });

  /** Looks until somebody with the right password from `from` is next, while 150 guesses at the same email wait, and come again. */
  async function looksUntilTeacher(from: string[], ofGuesser: (index: number) => string[]): Promise<number> {
    const { ask, begun, settle, endOne } = stage({ random: () => 0.5, longestQueue: 200 });
    for (let index = 0; index < 150; index += 1) ask(`guess ${index}`, { from: ofGuesser(index) });
    await settle();
    // Some have had their turn already.
    for (let index = 150; index < 160; index += 1) {
      await endOne();
      ask(`guess ${index}`, { from: ofGuesser(index) });
    }
    const before = begun.length;
    ask('teacher', { from });
    for (let index = 160; index < 460 && begun.at(-1) !== 'teacher'; index += 1) {
      ask(`guess ${index}`, { from: ofGuesser(index) });
      await settle();
      await endOne();
    }
    return begun.at(-1) === 'teacher' ? begun.length - before : Number.POSITIVE_INFINITY;
  }

  it('for one email: a teacher in a new browser has the next turn, at another address or in another kind of browser', async () => {
    const program = () => ['school', 'a program'];
    expect(await looksUntilTeacher(['home', 'a program'], program)).toBeLessThanOrEqual(2);
    expect(await looksUntilTeacher(['school', 'a browser'], program)).toBeLessThanOrEqual(2);
  });

  it('for one email: a program that calls itself another each time has no more turns for it than its address', async () => {
    const ofGuesser = (index: number) => ['school', `browser ${index}`];
    expect(await looksUntilTeacher(['home', 'a browser'], ofGuesser)).toBeLessThanOrEqual(2);
  });

  it('control: from the same address, with the same name, it is one of the guesses', async () => {
    const program = () => ['school', 'a program'];
    expect(await looksUntilTeacher(['school', 'a program'], program)).toBeGreaterThan(2);
  });

  it('where too many wait, a teacher whose email is guessed at elsewhere is not the one to go', async () => {
    const { ask, refused, settle } = stage({ longestQueue: 10, random: () => 0.99 });
    ask('first');
    ask('second');
    ask('teacher', { from: ['home', 'a browser'] });
    for (let index = 0; index < 50; index += 1)
      ask(`guess ${index}`, { from: ['school', `browser ${index}`] });
    await settle();
    expect(refused).toHaveLength(41);
    expect(refused).not.toContain('teacher');
  });

  it('leave room for accounts while emails of nobody are tried', async () => {
    const { ask, begun, settle } = stage();
    for (let index = 0; index < 5; index += 1)
      ask(`stranger ${index}`, { rank: 2, email: `${index}@nowhere` });
    await settle();
    expect(begun).toHaveLength(1);
    ask('teacher');
    await settle();
    expect(begun.at(-1)).toBe('teacher');
  });

  it('drop guesses where too many wait, never a teacher whom nobody guesses at', async () => {
    const { ask, refused, settle } = stage({ longestQueue: 10, random: () => 0.99 });
    ask('first');
    ask('second');
    ask('teacher', { email: 'bob@example.org' });
    for (let index = 0; index < 50; index += 1) ask(`guess ${index}`);
    await settle();
    expect(refused).toHaveLength(41);
    expect(refused.every((name) => name.startsWith('guess'))).toBe(true);
  });

  it('are given to anybody who asks for the same email, not to who came first', async () => {
    const { ask, begun, settle, endOne } = stage({ random: () => 0.999 });
    for (let index = 0; index < 30; index += 1) ask(`guess ${index}`);
    ask('the teacher at a new computer');
    await settle();
    await endOne();
    expect(begun.at(-1)).toBe('the teacher at a new computer');
  });

  it('pause between two looks at an email that many guess at', async () => {
    const { ask, begun, settle, endOne, clock } = stage();
    ask('one', { pauseMs: 250 });
    ask('two', { pauseMs: 250 });
    ask('known', { rank: 0, pauseMs: 250 });
    await settle();
    expect(begun).toEqual(['known', 'one'].reverse());
    await endOne();
    expect(begun).toEqual(['one', 'known']);
    clock.now = 250;
    await endOne();
    expect(begun).toEqual(['one', 'known', 'two']);
  });
});

describe('a browser that has signed in before', () => {
  const devices = new KnownDevices('a secret of the server, long enough', false);
  const cookieOf = (header: string) => header.split(';')[0]!;

  it('is known for that account alone', () => {
    const cookie = cookieOf(devices.remember('ada@example.org', null));
    const device = devices.read('ada@example.org', `other=1; ${cookie}`);
    expect(device).toMatch(/^[0-9a-f]{32}$/);
    expect(devices.read('bob@example.org', cookie)).toBeNull();
    expect(cookieOf(devices.remember('ada@example.org', device))).toBe(cookie);
  });

  it('cannot be made up', () => {
    const cookie = cookieOf(devices.remember('ada@example.org', null));
    const [name, value] = cookie.split('=') as [string, string];
    for (const forged of [
      '',
      'x',
      `${value}0`,
      value.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
      `${'0'.repeat(32)}.${value.split('.')[1]}`,
    ])
      expect(devices.read('ada@example.org', `${name}=${forged}`)).toBeNull();
    const others = new KnownDevices('the secret of another server, long', false);
    expect(devices.read('ada@example.org', cookieOf(others.remember('ada@example.org', null)))).toBeNull();
    expect(devices.read('ada@example.org', null)).toBeNull();
  });

  it('keeps what scripts must not read and other sites must not send', () => {
    expect(devices.remember('ada@example.org', null)).toMatch(
      /; Path=\/api\/auth; Max-Age=\d+; HttpOnly; SameSite=Lax$/,
    );
    expect(new KnownDevices('x', true).remember('ada@example.org', null)).toMatch(/; Secure$/);
  });
});
