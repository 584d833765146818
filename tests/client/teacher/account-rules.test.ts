import { describe, expect, it } from 'vitest';
import { checkAccountForm, problemsOfAnswer } from '@/client/teacher/account-rules';

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
  it('reads the account service’s answers', () => {
    expect(problemsOfAnswer(401, 'INVALID_EMAIL_OR_PASSWORD')).toEqual({ form: 'wrong' });
    expect(problemsOfAnswer(422, 'USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL')).toEqual({ email: 'emailTaken' });
    expect(problemsOfAnswer(403, 'INVALID_ORIGIN')).toEqual({ form: 'origin' });
    expect(problemsOfAnswer(429, null)).toEqual({ form: 'often' });
    expect(problemsOfAnswer(500, 'constructor')).toEqual({ form: 'unknown' });
  });
});
