import { describe, expect, it } from 'vitest';
import { checkAccountForm, problemsOf } from '@/client/account/account-rules';
import { AUTH_ERROR_CODES } from '@/protocol/auth';

const good = { name: 'Kim', email: 'kim@school.example', password: 'four words in a row' };

describe('the account form', () => {
  it('lets a good form through', () => {
    expect(checkAccountForm(good, 'sign-up')).toEqual({});
    expect(checkAccountForm({ ...good, name: '' }, 'sign-in')).toEqual({});
  });
  it('names each field that is wrong', () => {
    expect(checkAccountForm({ name: ' ', email: 'kim', password: 'short' }, 'sign-up')).toEqual({
      name: 'nameMissing',
      email: 'emailInvalid',
      password: 'passwordShort',
    });
    expect(checkAccountForm({ name: '', email: '', password: '' }, 'sign-in')).toEqual({
      email: 'emailMissing',
      password: 'passwordMissing',
    });
  });
  it('does not hold an existing password to the rules for new ones', () => {
    expect(checkAccountForm({ ...good, password: 'old' }, 'sign-in')).toEqual({});
  });
  it('counts a password as the server does', () => {
    expect(checkAccountForm({ ...good, password: 'ｐａｓｓ word' }, 'sign-up')).toEqual({});
    expect(checkAccountForm({ ...good, password: 'x'.repeat(129) }, 'sign-up')).toEqual({
      password: 'passwordLong',
    });
  });
  it('has a message for every refusal, at the field that it is about', () => {
    for (const code of AUTH_ERROR_CODES) expect(Object.values(problemsOf(code))).toHaveLength(1);
    expect(problemsOf('email-taken')).toEqual({ email: 'emailTaken' });
    expect(problemsOf('wrong-credentials')).toEqual({ form: 'wrong' });
    expect(problemsOf('constructor')).toEqual({ form: 'unknown' });
    expect(problemsOf(undefined)).toEqual({ form: 'unknown' });
  });
});
