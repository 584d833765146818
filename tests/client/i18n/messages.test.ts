import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { messagesOf } from '@/client/i18n/messages';
import { LANGUAGES } from '@/lessons/languages';
import { REFUSAL_CODES } from '@/protocol/refusals';

function flatten(value: unknown, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  if (typeof value === 'string') return found.set(path, value);
  for (const [key, inner] of Object.entries(value as Record<string, unknown>)) {
    for (const entry of flatten(inner, path ? `${path}.${key}` : key)) found.set(...entry);
  }
  return found;
}

/** The arguments and tags of an ICU message at every depth; the branches of plurals and selects are texts, not arguments. */
function placeholders(message: string): string[] {
  const names = new Set<string>();
  for (const match of message.matchAll(/<([a-z][\w-]*)>/gi)) names.add(`<${match[1]}>`);
  let at = 0;
  const text = () => {
    while (at < message.length && message[at] !== '}') {
      if (message[at] === '{') argument();
      else at += 1;
    }
  };
  const argument = () => {
    at += 1;
    const [head = ''] = /^[^,}]*/.exec(message.slice(at)) ?? [];
    names.add(head.trim());
    at += head.length;
    while (at < message.length && message[at] !== '}') {
      if (message[at] !== '{') {
        at += 1;
        continue;
      }
      at += 1;
      text();
      at += 1;
    }
    at += 1;
  };
  text();
  return [...names].sort();
}

const english = flatten(messagesOf('en'));

describe('messages', () => {
  for (const language of LANGUAGES) {
    const messages = flatten(messagesOf(language));

    it(`I13: ${language} has the same keys as English`, () => {
      expect([...messages.keys()].sort()).toEqual([...english.keys()].sort());
    });
    it(`I13: ${language} has no empty message`, () => {
      expect([...messages].filter(([, text]) => text.trim() === '')).toEqual([]);
    });
    it(`${language} uses the same placeholders as English`, () => {
      const different = [...messages]
        .map(([key, text]) => ({
          key,
          own: placeholders(text),
          english: placeholders(english.get(key) ?? ''),
        }))
        .filter(({ own, english }) => own.join() !== english.join());
      expect(different).toEqual([]);
    });
    it(`I13: ${language} has a message for every refusal code`, () => {
      const missing = REFUSAL_CODES.filter((code) => !messages.has(`errors.refusal.${code}`));
      expect(missing).toEqual([]);
    });
    it(`every message file of ${language} is an area`, () => {
      const files = readdirSync(new URL(`../../../client/messages/${language}/`, import.meta.url));
      expect(files.map((file) => file.replace('.json', '')).sort()).toEqual(
        Object.keys(messagesOf(language)).sort(),
      );
    });
  }
});
