import { describe, expect, test } from 'vitest';
import { newId } from '@/server/live/credentials';
import { ownPageToken, readOwnPageToken } from '@/server/own-page-token';

const SECRET = 'a secret of thirty-two characters';
const owner = { roomId: newId(), studentId: newId() };

describe('the token of a student’s own page', () => {
  const token = ownPageToken(SECRET, owner);

  test('says whose page it is, in signs that need no coding in an address', () => {
    expect(token).toMatch(/^[\w-]{64}$/);
    expect(readOwnPageToken(SECRET, token)).toEqual(owner);
    expect(ownPageToken(SECRET, owner)).toBe(token);
  });

  test('is worth nothing with any sign changed, for another server, or made without the secret', () => {
    for (let at = 0; at < token.length; at += 1) {
      const other = token[at] === 'A' ? 'B' : 'A';
      expect(readOwnPageToken(SECRET, token.slice(0, at) + other + token.slice(at + 1))).toBeNull();
    }
    expect(readOwnPageToken(`${SECRET}!`, token)).toBeNull();
    const made = Buffer.concat([
      Buffer.from(owner.roomId + owner.studentId, 'hex'),
      Buffer.alloc(16),
    ]).toString('base64url');
    expect(readOwnPageToken(SECRET, made)).toBeNull();
    for (const nothing of ['', 'x', `${token}A`, token.slice(1), '.'.repeat(64)])
      expect(readOwnPageToken(SECRET, nothing)).toBeNull();
  });

  test('is another for each student and each room', () => {
    const others = [
      { ...owner, studentId: newId() },
      { ...owner, roomId: newId() },
      { roomId: owner.studentId, studentId: owner.roomId },
    ].map((other) => ownPageToken(SECRET, other).slice(-22));
    expect(new Set([...others, token.slice(-22)]).size).toBe(4);
  });
});
