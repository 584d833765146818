import { RETURN_CODE_LENGTH, RETURN_CODE_LIFE_MS } from '@/protocol/return-code';
import { ROOM_CODE_ALPHABET } from '@/protocol/room-code';
import { hashSecret, unforeseeable } from './credentials';

interface Issued {
  studentId: string;
  /** Until when it is good. */
  until: number;
  /** The hash of the secret for which it was used. */
  usedFor: string | null;
}

/**
 * The return codes of one class, in memory alone: a restart voids them. Kept by their hashes, so that looking one up tells nothing by
 * the time it takes. Times: milliseconds of a steady clock.
 */
export class ReturnCodes {
  private readonly issued = new Map<string, Issued>();

  /** Makes a student's code; the one before is void. */
  issue(studentId: string, now: number): string {
    for (const [hash, code] of this.issued)
      if (code.studentId === studentId || code.until <= now) this.issued.delete(hash);
    const code = Array.from(
      { length: RETURN_CODE_LENGTH },
      () => ROOM_CODE_ALPHABET[unforeseeable(ROOM_CODE_ALPHABET.length)],
    ).join('');
    this.issued.set(hashSecret(code), { studentId, until: now + RETURN_CODE_LIFE_MS, usedFor: null });
    return code;
  }

  /**
   * Uses a code for a device, and says whose place it gives back. The same device may ask again, as it does when the answer got lost; nobody
   * else: null.
   */
  claim(code: string, secretHash: string, now: number): string | null {
    const found = this.issued.get(hashSecret(code));
    if (!found || found.until <= now || (found.usedFor !== null && found.usedFor !== secretHash)) return null;
    found.usedFor = secretHash;
    return found.studentId;
  }

  /** It did not come to it: the code is good as before. */
  giveBack(code: string): void {
    const found = this.issued.get(hashSecret(code));
    if (found) found.usedFor = null;
  }
}
