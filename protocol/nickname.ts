import { LIMITS } from './limits';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const CONTROL_OR_INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * A nickname as it is kept and shown: NFKC, control and invisible characters dropped (joiners inside emoji
 * too: what looks the same must be the same), blanks folded to one.
 */
export function normaliseNickname(typed: string): string {
  return typed.normalize('NFKC').replace(CONTROL_OR_INVISIBLE, '').replace(/\s+/gu, ' ').trim();
}

/** Length in graphemes, as a person counts. */
export function countGraphemes(text: string): number {
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}

/** Whether a normalised nickname has 1 to 20 graphemes, among them a letter, digit or symbol, and no pile of marks. */
export function isNickname(nickname: string): boolean {
  if (nickname.length > LIMITS.nicknameUnits || !/[\p{L}\p{N}\p{S}]/u.test(nickname)) return false;
  if (/\p{M}{4,}/u.test(nickname)) return false;
  const length = countGraphemes(nickname);
  return length >= 1 && length <= LIMITS.nicknameGraphemes;
}

/** Latin look-alikes of Greek, Cyrillic letters and digits (a small hand-picked part of Unicode's confusables, UTS #39). */
const LOOK_ALIKES: Record<string, string> = {
  а: 'a',
  α: 'a',
  в: 'b',
  β: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  ε: 'e',
  һ: 'h',
  і: 'i',
  ι: 'i',
  ı: 'i',
  ј: 'j',
  κ: 'k',
  к: 'k',
  ӏ: 'l',
  м: 'm',
  п: 'n',
  ν: 'v',
  η: 'n',
  о: 'o',
  ο: 'o',
  σ: 'o',
  р: 'p',
  ρ: 'p',
  ѕ: 's',
  т: 't',
  τ: 't',
  υ: 'u',
  у: 'y',
  х: 'x',
  χ: 'x',
  γ: 'y',
  ω: 'w',
  '0': 'o',
  '1': 'l',
  i: 'l',
  '|': 'l',
  '5': 's',
};

/** Two nicknames with the same key look alike and may not be in one class together. */
export function nicknameKey(nickname: string): string {
  const bare = normaliseNickname(nickname)
    .normalize('NFKD')
    .replace(/[\p{M}\s._\-'’·・]/gu, '')
    .toLowerCase();
  const folded = [...bare].map((letter) => LOOK_ALIKES[letter] ?? letter).join('');
  return (folded || bare || nickname).replace(/rn/g, 'm').replace(/vv/g, 'w');
}
