import { messages as en, type Messages } from '@/client/messages/en';
import { messages as ja } from '@/client/messages/ja';
import type { Language, PerLanguage } from '@/lessons/languages';

/** An area is one JSON file a language, owned by one part of the product. */
export type Area = keyof Messages;

const MESSAGES: PerLanguage<Messages> = { en, ja };

/**
 * All messages of one language as written. Pages are given `compiledMessagesOf`; this is for tests and for that.
 * Server only: the browser gets the active language's alone.
 */
export function messagesOf(language: Language): Messages {
  return MESSAGES[language];
}
