import { chacha20 } from '@noble/ciphers/chacha.js';
import { x25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, randomBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { LEAK } from '@/protocol/leak-rules';
import { addWords, bytesToWords } from './whole-gradient';

/**
 * Sums of which no part can be read (Bonawitz and others 2017, Practical Secure Aggregation for Privacy-Preserving Machine Learning), as small as a classroom needs
 * it. Each two devices agree on a seed that nobody else can know; of what it draws the one adds what the other takes away. Each also adds what a seed of its own
 * draws: so that a gradient which comes after its pairwise masks have been told stays hidden. Nothing here needs a secure context: the browser's own
 * `crypto.subtle` is not there over http.
 */

/** What a device makes anew for each sum. */
export interface MaskKeys {
  secret: Uint8Array;
  /** The public part of the secret (X25519), which the server passes on. */
  open: Uint8Array;
  /** Draws the device's own mask. */
  own: Uint8Array;
}

/** A sum's name, and the public keys of all who take part, by their places. */
export interface MaskRound {
  of: string;
  keys: readonly Uint8Array[];
}

export function newMaskKeys(): MaskKeys {
  const { secretKey, publicKey } = x25519.keygen();
  return { secret: secretKey, open: publicKey, own: randomBytes(LEAK.keyBytes) };
}

/** Whether a device can agree on a secret with it: with a few keys everybody would agree on zero. */
export function isSoundKey(key: Uint8Array): boolean {
  try {
    x25519.getSharedSecret(x25519.keygen().secretKey, key);
    return true;
  } catch {
    return false;
  }
}

/** The numbers that a seed draws: ChaCha20's stream, read as words of 32 bits. */
export function maskWords(seed: Uint8Array, count: number): Int32Array {
  return bytesToWords(chacha20(seed, NONCE, new Uint8Array(4 * count)));
}
/** Each seed draws one mask alone. */
const NONCE = new Uint8Array(12);

/** The seed on which this device agrees with each other one, by place; null at its own. @throws Error where a key is unsound */
export function agreedSeeds(
  { secret }: Pick<MaskKeys, 'secret'>,
  place: number,
  { of, keys }: MaskRound,
): (Uint8Array | null)[] {
  return keys.map((theirs, other) => {
    if (other === place) return null;
    const both = other < place ? [theirs, keys[place]!] : [keys[place]!, theirs];
    const about = concatBytes(utf8ToBytes(`perceptroom mask ${of}`), ...both);
    return hkdf(sha256, x25519.getSharedSecret(secret, theirs), undefined, about, LEAK.keyBytes);
  });
}

/** Of each two the one with the lower place adds their mask, and the other takes it away. */
const signOf = (place: number, other: number) => (place < other ? 1 : -1);

/** What a device sends: its gradient with its own mask and those that it shares. */
export function maskGradient(
  gradient: Int32Array,
  place: number,
  { own, seeds }: { own: Uint8Array; seeds: readonly (Uint8Array | null)[] },
): Int32Array {
  const masked = Int32Array.from(gradient);
  addWords(masked, maskWords(own, masked.length), 1);
  seeds.forEach((seed, other) => {
    if (seed) addWords(masked, maskWords(seed, masked.length), signOf(place, other));
  });
  return masked;
}

/** What a device that has sent its part tells once it is known who has not. */
export interface Revealed {
  /** Draws its own mask. */
  own: Uint8Array;
  /** Those that it shares with whoever is missing, by the places of these. */
  shared: ReadonlyMap<number, Uint8Array>;
}

/**
 * What it tells, once in a sum: of each device either what it shares with others or its own mask is told, never both. Null: it tells nothing, since that would
 * lay somebody open.
 * @param missing places of those who have sent nothing
 */
export function revealFor(
  place: number,
  { own, seeds }: { own: Uint8Array; seeds: readonly (Uint8Array | null)[] },
  missing: readonly number[],
): Revealed | null {
  const isOne = (other: number) => other !== place && seeds[other] != null;
  if (new Set(missing).size !== missing.length || !missing.every(isOne)) return null;
  if (seeds.length - missing.length < LEAK.leastDevices) return null;
  return { own, shared: new Map(missing.map((other) => [other, seeds[other]!])) };
}

/** One device's part of a sum: what it sent, and what it told afterwards. */
export interface MaskedPart extends Revealed {
  place: number;
  words: Int32Array;
}

/** The sum of the gradients of all whose parts are there, to the bit. @param parts all of one length, at least one */
export function unmaskSum(parts: readonly MaskedPart[]): Int32Array {
  const sum = new Int32Array(parts[0]!.words.length);
  for (const { place, words, own, shared } of parts) {
    addWords(sum, words, 1);
    addWords(sum, maskWords(own, sum.length), -1);
    for (const [other, seed] of shared)
      addWords(sum, maskWords(seed, sum.length), signOf(place, other) === 1 ? -1 : 1);
  }
  return sum;
}

/** Twelve digits that are the same on all devices if, and only if, all were told the same keys: a server that gave out keys of its own would be seen. */
export function keyCheck(keys: readonly Uint8Array[]): string {
  const hash = sha256(concatBytes(...keys));
  const number = hash.slice(0, 6).reduce((so, byte) => so * 256 + byte, 0) % 1e12;
  return String(number)
    .padStart(12, '0')
    .replace(/(\d{4})(?=\d)/g, '$1 ');
}
