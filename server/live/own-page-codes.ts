import { RETURN_CODE_LENGTH, RETURN_CODE_LIFE_MS } from '@/protocol/return-code';
import { ROOM_CODE_ALPHABET } from '@/protocol/room-code';
import { hashSecret, unforeseeable } from './credentials';

interface Issued {
  token: string;
  until: number;
}

/**
 * Codes that open a student's own page on another device, as long and as good for as long as return codes, in memory alone: a restart voids
 * them. Kept by their hashes, so that looking one up tells nothing by the time it takes. Times: milliseconds of a steady clock.
 */
export class OwnPageCodes {
  private readonly issued = new Map<string, Issued>();

  /** Makes a code for a page; the one before is void. */
  issue(token: string, now: number): string {
    for (const [hash, code] of this.issued)
      if (code.token === token || code.until <= now) this.issued.delete(hash);
    const code = Array.from(
      { length: RETURN_CODE_LENGTH },
      () => ROOM_CODE_ALPHABET[unforeseeable(ROOM_CODE_ALPHABET.length)],
    ).join('');
    this.issued.set(hashSecret(code), { token, until: now + RETURN_CODE_LIFE_MS });
    return code;
  }

  /** The token of the page that a code opens, which it does once; null: there is no such code any more. */
  claim(code: string, now: number): string | null {
    const hash = hashSecret(code);
    const found = this.issued.get(hash);
    this.issued.delete(hash);
    return found && found.until > now ? found.token : null;
  }
}
