import { describe, expect, it } from 'vitest';
import { passwordWeakness } from '@/server/auth/weak-password';

const ADA = { email: 'ada.lovelace@school.example', name: 'Ada Lovelace' };

describe('a password that is chosen', () => {
  it.each([
    'password',
    '12345678',
    'Password1',
    'QWERTYUIOP',
    'iloveyou',
    'sunshine',
    '1q2w3e4r',
    'abcd1234',
    'zzzzzzzzzzzz',
    'abababababab',
    'football',
    '11111111',
  ])('is none that is tried first: %s', async (password) => {
    expect(await passwordWeakness(password, ADA)).toBe('password-common');
  });

  it.each([
    'ada.lovelace@school.example',
    'Ada Lovelace',
    'adalovelace12',
    'lovelace1815',
    'school.example',
    'Perceptroom1',
    'perceptroom!2026',
    'ada.lovelace@school.example2026',
  ])('is not the own words with little beside: %s', async (password) => {
    expect(await passwordWeakness(password, ADA)).toBe('password-own-words');
  });

  it.each([
    'correct horse battery',
    'four words in a row',
    'lovelace rides a bicycle',
    'xK3-vq9T',
    '猫が窓から空を見る',
    'perceptroom is where we learn',
    'canada in winter',
  ])('is taken otherwise, whatever it is made of: %s', async (password) => {
    expect(await passwordWeakness(password, ADA)).toBeNull();
  });

  it('may hold a part of a name that is too short to be a word', async () => {
    const known = { email: 'li@xy.jp', name: 'Li Wu' };
    expect(await passwordWeakness('lili and wuwu', known)).toBeNull();
  });
});
