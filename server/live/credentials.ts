import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** SHA-256 of a resume secret, hex: all that the server keeps of it. 256 random bits need no slow hash. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Whether a secret is the one that was hashed; takes the same time whatever differs. */
export function secretMatches(secret: string, secretHash: string): boolean {
  const given = Buffer.from(hashSecret(secret), 'hex');
  const kept = Buffer.from(secretHash, 'hex');
  return given.length === kept.length && timingSafeEqual(given, kept);
}

/** A new id: 16 random bytes in hex. */
export function newId(): string {
  return randomBytes(16).toString('hex');
}

/** Uniform integers in [0, bound) that nobody can foresee. */
export function unforeseeable(bound: number): number {
  return randomInt(bound);
}
