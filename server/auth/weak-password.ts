import { PASSWORD_LENGTH } from '@/protocol/auth';
import { Refused } from './refused';

/** Why nobody should take a password, though it is long enough. */
export type PasswordWeakness = 'password-common' | 'password-own-words';

/** What belongs to the product: tried first by whoever knows where the account is. */
const PRODUCT_WORDS = ['perceptroom'];
/** Shorter parts of names stand in many other words. */
const SHORTEST_OWN_WORD = 3;

/**
 * Whether a password is one that is tried first (OWASP ASVS 5.0, 6.2.4 and 6.2.11): one of the commonest, one of a single letter or two again and again, or
 * the own email, name or the product's with too little beside. No kind of letter is asked for, and none forbidden (6.2.5).
 * @param password normalised, of a length that is allowed
 * @param own what is known of the person: email and name
 */
export async function passwordWeakness(
  password: string,
  own: { email: string; name: string },
): Promise<PasswordWeakness | null> {
  const plain = password.toLowerCase();
  if (new Set(plain).size <= 2 || (await commonest()).has(plain)) return 'password-common';
  let rest = plain;
  for (const word of ownWords(own)) rest = rest.replaceAll(word, '');
  return rest.length < PASSWORD_LENGTH.min && rest !== plain ? 'password-own-words' : null;
}

/** @throws Refused where a password that is chosen is one of those that are tried first */
export async function mustBeStrong(password: string, own: { email: string; name: string }): Promise<void> {
  const weakness = await passwordWeakness(password, own);
  if (weakness !== null) throw new Refused(weakness);
}

/** The longest first, so that a name in an email does not tear it apart. */
function ownWords({ email, name }: { email: string; name: string }): string[] {
  const [local = '', domain = ''] = email.toLowerCase().split('@');
  const names = name.normalize('NFKC').toLowerCase();
  return [email.toLowerCase(), local, domain, names, ...local.split(/[^\p{L}\p{N}]+/u), ...names.split(/\s+/)]
    .concat(PRODUCT_WORDS)
    .filter((word) => word.length >= SHORTEST_OWN_WORD)
    .toSorted((a, b) => b.length - a.length);
}

let list: Promise<ReadonlySet<string>> | null = null;

/** Those of the 49,000 commonest that are long enough to be taken (zxcvbn's list), read when the first password is chosen. */
function commonest(): Promise<ReadonlySet<string>> {
  list ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) =>
      new Set(dictionary['passwords-common'].filter((one) => one.length >= PASSWORD_LENGTH.min)),
  );
  return list;
}
