import { describe, expect, it } from 'vitest';
import { codeLetters, codeSum, readRoomCode } from '@/client/landing/read-room-code';

describe('readRoomCode', () => {
  it.each(['K7M4QX', 'k7m4qx', ' k7m-4qx ', 'K7M 4QX', 'k7m4qx', 'K7M—4QX'])('reads %j', (typed) => {
    expect(readRoomCode(typed)).toEqual({ kind: 'code', code: 'K7M4QX' });
  });
  it('names the first sign that no code has', () => {
    expect(readRoomCode('K7O4Q0')).toEqual({ kind: 'letter', letter: 'O' });
    expect(readRoomCode('かな')).toEqual({ kind: 'letter', letter: 'か' });
    expect(readRoomCode('K7M4Q😀')).toEqual({ kind: 'letter', letter: '😀' });
  });
  it('counts what is too short or too long, and knows nothing at all', () => {
    expect(readRoomCode('K7M')).toEqual({ kind: 'length', count: 3 });
    expect(readRoomCode('K7M4QXK')).toEqual({ kind: 'length', count: 7 });
    expect(readRoomCode(' - ')).toEqual({ kind: 'empty' });
  });
});

describe('codeSum', () => {
  it('reaches six for a well-formed code and for nothing else', () => {
    for (const typed of ['', 'K7', 'K7M4Q', 'K7M4Q0', 'K7M4QXK', 'K7M4Q0X', 'K7M4QXKK']) {
      expect(codeSum(codeLetters(typed)), typed).toBeLessThan(6);
    }
    expect(codeSum(codeLetters('K7M4QX'))).toBe(6);
  });
});
