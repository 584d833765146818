import { describe, expect, it } from 'vitest';
import { CredentialsShelf } from '@/client/live/credentials';
import { sturdyStorage, type TextStorage } from '@/client/live/text-storage';
import { credentialsSchema } from '@/protocol/attach';

const memory = (): TextStorage => sturdyStorage(() => undefined);

describe('credentials of a student', () => {
  it('are made once for a class and kept until the join succeeds, so that asking again is the same join', () => {
    const shelf = new CredentialsShelf(memory(), memory());
    const first = shelf.candidate('ABCDEF');
    expect(credentialsSchema.safeParse(first).success).toBe(true);
    expect(shelf.candidate('ABCDEF')).toEqual(first);
    expect(shelf.candidate('GHJKMN')).not.toEqual(first);
    expect(shelf.find('ABCDEF')).toBeNull();
    shelf.keep('ABCDEF', { credentials: first, nickname: 'Mia' });
    expect(shelf.find('ABCDEF')).toEqual({ credentials: first, nickname: 'Mia' });
    expect(shelf.candidate('ABCDEF')).not.toEqual(first);
  });

  it('are found by a new tab; two tabs of one computer can be two students', () => {
    const browser = memory();
    const [left, right, later] = [1, 2, 3].map(() => new CredentialsShelf(browser, memory())) as [
      CredentialsShelf,
      CredentialsShelf,
      CredentialsShelf,
    ];
    left.keep('ABCDEF', { credentials: left.candidate('ABCDEF'), nickname: 'Mia' });
    right.keep('ABCDEF', { credentials: right.candidate('ABCDEF'), nickname: 'Ken' });
    expect(left.find('ABCDEF')?.nickname).toBe('Mia');
    expect(right.find('ABCDEF')?.nickname).toBe('Ken');
    expect(later.find('ABCDEF')?.nickname).toBe('Ken');
    right.forget('ABCDEF');
    expect(later.find('ABCDEF')).toBeNull();
  });

  it('that somebody has damaged are none', () => {
    const browser = memory();
    browser.setItem('perceptroom:student:ABCDEF', '{"credentials":{"studentId":"x"}}');
    expect(new CredentialsShelf(browser, memory()).find('ABCDEF')).toBeNull();
    browser.setItem('perceptroom:student:ABCDEF', 'no json');
    expect(new CredentialsShelf(browser, memory()).find('ABCDEF')).toBeNull();
  });
});

describe('storage', () => {
  it('keeps texts for the page where the browser forbids storage', () => {
    const forbidden = sturdyStorage(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    forbidden.setItem('key', 'text');
    expect(forbidden.getItem('key')).toBe('text');
    forbidden.removeItem('key');
    expect(forbidden.getItem('key')).toBeNull();
  });
});
