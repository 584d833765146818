import type { Language } from '@/client/i18n/languages';

/** Friendly words; every pair is within the length of a nickname (tests hold that) and means nothing rude together. */
export const NICKNAME_WORDS: Record<Language, { first: readonly string[]; second: readonly string[] }> = {
  en: {
    first: [
      'Quiet',
      'Brave',
      'Clever',
      'Sunny',
      'Swift',
      'Gentle',
      'Lucky',
      'Curious',
      'Merry',
      'Bright',
      'Calm',
      'Witty',
      'Golden',
      'Silver',
      'Velvet',
      'Cosmic',
      'Maple',
      'Coral',
      'Minty',
      'Misty',
    ],
    second: [
      'Otter',
      'Falcon',
      'Panda',
      'Heron',
      'Lynx',
      'Koala',
      'Robin',
      'Dolphin',
      'Badger',
      'Turtle',
      'Comet',
      'Lantern',
      'Pebble',
      'Willow',
      'Crane',
      'Puffin',
      'Gecko',
      'Walnut',
      'Marten',
      'Kite',
    ],
  },
  ja: {
    first: [
      'しずかな',
      'げんきな',
      'かしこい',
      'はやい',
      'やさしい',
      'あかるい',
      'ふしぎな',
      'まるい',
      'きらきら',
      'ふわふわ',
      'のんびり',
      'わくわく',
      'すずしい',
      'ちいさな',
      'おおきな',
      'ゆかいな',
    ],
    second: [
      'カワウソ',
      'ハヤブサ',
      'パンダ',
      'ツバメ',
      'キツネ',
      'コアラ',
      'イルカ',
      'タヌキ',
      'カメ',
      'リス',
      'ほうき星',
      'どんぐり',
      'ペンギン',
      'ヤマネコ',
      'フクロウ',
      'クジラ',
    ],
  },
};

/**
 * A nickname out of the lists.
 * @param random uniform in [0, 1)
 */
export function generateNickname(language: Language, random: () => number): string {
  const { first, second } = NICKNAME_WORDS[language];
  const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)]!;
  return language === 'ja' ? `${pick(first)}${pick(second)}` : `${pick(first)} ${pick(second)}`;
}
