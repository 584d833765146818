import { createTranslator } from 'use-intl/core';
import { messagesOf } from '@/client/i18n/messages';
import { generateNickname } from '@/client/student/generated-nickname';
import type { Language } from '@/lessons/languages';

/** The messages of the page at which one joins. */
export function joinText(language: Language) {
  return createTranslator({ locale: language, messages: messagesOf(language), namespace: 'join' });
}

/** Every nickname that the page can suggest. */
export function suggestedNicknames(language: Language): string[] {
  const text = joinText(language);
  const count = (list: string) => list.split(' ').length;
  const [firsts, seconds] = [count(text('nicknames.first')), count(text('nicknames.second'))];
  return Array.from({ length: firsts * seconds }, (_, index) => {
    const draws = [Math.floor(index / seconds) / firsts, (index % seconds) / seconds];
    // Half of a word's share further in, clear of the borders.
    const within = [0.5 / firsts, 0.5 / seconds];
    return generateNickname(text, () => draws.shift()! + within.shift()!);
  });
}
