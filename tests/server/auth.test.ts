import { describe, expect, it } from 'vitest';
import { AUTH_ERROR_CODES, codeOf, signInSchema, signUpSchema } from '@/protocol/auth';
import { STATUS } from '@/server/auth/error-codes';
import { HasherBusyError, PasswordHasher } from '@/server/auth/password-hasher';
import { SignInLimits } from '@/server/auth/sign-in-limits';

describe('PasswordHasher', () => {
  it('makes Argon2id hashes that only the password fits', async () => {
    const hasher = new PasswordHasher();
    const hashed = await hasher.hash('correct horse');
    expect(hashed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await hasher.verify(hashed, 'correct horse')).toBe(true);
    expect(await hasher.verify(hashed, 'wrong horse')).toBe(false);
  });

  it('refuses when too many wait, and goes on afterwards', async () => {
    const hasher = new PasswordHasher(2);
    const asked = await Promise.allSettled(Array.from({ length: 6 }, () => hasher.hash('x')));
    const refused = asked.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(2);
    for (const one of refused) expect(one.reason).toBeInstanceOf(HasherBusyError);
    expect(await hasher.hash('x')).toContain('argon2id');
  });
});

describe('SignInLimits', () => {
  const many = (limits: SignInLimits, count: number, address: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => limits.take('ada@example.org', address(index), 0));

  it('slows who guesses at an email, and nobody elsewhere', () => {
    const limits = new SignInLimits();
    const waits = many(limits, 12, () => '192.168.1.66');
    expect(waits.slice(0, 10)).toEqual(new Array(10).fill(null));
    expect(waits.slice(10)).toEqual([30, 30]);
    expect(limits.take('ada@example.org', '192.168.1.5', 0)).toBeNull();
    expect(limits.take('bob@example.org', '192.168.1.66', 0)).toBeNull();
  });

  it('slows who guesses from many addresses, later', () => {
    const limits = new SignInLimits();
    const waits = many(limits, 102, (index) => `192.168.1.${index}`);
    expect(waits.filter((wait) => wait === null)).toHaveLength(100);
    expect(waits.slice(100)).toEqual([10, 10]);
    expect(limits.take('bob@example.org', '192.168.1.1', 0)).toBeNull();
    // What was refused for the email alone has not been counted against the address.
    expect(limits.take('ada@example.org', '192.168.1.101', 10_000)).toBeNull();
  });

  it('does not count the right password', () => {
    const limits = new SignInLimits();
    for (let round = 0; round < 300; round += 1) {
      expect(limits.take('ada@example.org', '192.168.1.5', 0)).toBeNull();
      limits.succeeded('ada@example.org', '192.168.1.5', 0);
    }
  });
});

describe('the fields of an account', () => {
  const signUp = { name: 'Ada', email: 'ada@example.org', password: 'long enough' };
  const refusedAs = (given: object) => {
    const parsed = signUpSchema.safeParse({ ...signUp, ...given });
    return parsed.success ? null : codeOf(parsed.error);
  };

  it('are normalised before they are checked', () => {
    const typed = { name: '  アダ ', email: ' ADA@Example.org ', password: 'ｐａｓｓｗｏｒｄ１２' };
    expect(signUpSchema.parse(typed)).toEqual({
      name: 'アダ',
      email: 'ada@example.org',
      password: 'password12',
    });
  });

  it.each([
    [{ name: '  ' }, 'name-invalid'],
    [{ name: 'x'.repeat(81) }, 'name-invalid'],
    [{ email: 'ada' }, 'email-invalid'],
    [{ email: `${'a'.repeat(250)}@example.org` }, 'email-invalid'],
    [{ password: 'seven77' }, 'password-too-short'],
    [{ password: 'x'.repeat(129) }, 'password-too-long'],
    [{ password: 5 }, 'bad-request'],
    [{ admin: true }, 'bad-request'],
  ])('are refused each with a code: %o', (given, code) => {
    expect(refusedAs(given)).toBe(code);
  });

  it('have a status for each code', () => {
    expect(Object.keys(STATUS).sort()).toEqual([...AUTH_ERROR_CODES].sort());
    expect(signInSchema.safeParse({}).success).toBe(false);
  });
});
