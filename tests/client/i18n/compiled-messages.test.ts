import compile from 'icu-minify/compile';
import { createTranslator } from 'use-intl/core';
import formatOnly from 'use-intl/format-message/format-only';
import { describe, expect, it } from 'vitest';
import { compiledMessagesOf } from '@/client/i18n/compiled-messages';
import { FORMATS } from '@/client/i18n/formats';
import { messagesOf } from '@/client/i18n/messages';
import { LANGUAGES, type Language } from '@/lessons/languages';

type Leaf = [path: string, message: string];

function leaves(node: unknown, path = ''): Leaf[] {
  if (typeof node === 'string') return [[path, node]];
  return Object.entries(node as object).flatMap(([key, inner]) =>
    leaves(inner, path ? `${path}.${key}` : key),
  );
}

/** A maker of formats that makes each once: to make one takes far longer than to use it. */
function once<Format>(Make: new (...given: never[]) => Format): (...given: unknown[]) => Format {
  const made = new Map<string, Format>();
  return (...given) => {
    const key = JSON.stringify(given);
    const format = made.get(key) ?? new Make(...(given as never[]));
    made.set(key, format);
    return format;
  };
}

const formatters = {
  getDateTimeFormat: once(Intl.DateTimeFormat),
  getNumberFormat: once(Intl.NumberFormat),
  getPluralRules: once(Intl.PluralRules),
};

/** What the browser shows: the compiled message through the formatter that only formats. */
function shown(
  locale: Language,
  compiled: ReturnType<typeof compile>,
  values: Record<string, string | number>,
) {
  return formatOnly('key', compiled, values, {
    locale,
    globalFormats: FORMATS,
    cache: {
      dateTime: {},
      number: {},
      message: {},
      relativeTime: {},
      pluralRules: {},
      list: {},
      displayNames: {},
    },
    formatters,
  } as unknown as Parameters<typeof formatOnly>[3]);
}

describe('compiled messages', () => {
  for (const language of LANGUAGES) {
    it(`${language}: keep every key`, () => {
      const keys = (node: unknown): unknown =>
        typeof node === 'string' || Array.isArray(node)
          ? true
          : Object.fromEntries(Object.entries(node as object).map(([key, inner]) => [key, keys(inner)]));
      expect(keys(compiledMessagesOf(language))).toEqual(keys(messagesOf(language)));
    });

    it(`${language}: are plain objects, which alone may pass from server to client components`, () => {
      const check = (node: unknown): void => {
        if (typeof node !== 'object' || node === null) return;
        expect([Object.prototype, Array.prototype]).toContain(Object.getPrototypeOf(node));
        Object.values(node).forEach(check);
      };
      check(compiledMessagesOf(language));
    });

    it(`${language}: read as the messages they were compiled from`, () => {
      const t = createTranslator({
        locale: language,
        messages: messagesOf(language) as unknown as Record<string, string>,
        formats: FORMATS,
        onError: (error) => {
          throw error;
        },
      });
      for (const [path, message] of leaves(messagesOf(language))) {
        if (/<\w|,\s*select\s*,/.test(message)) continue;
        const compiled = compile(message);
        const names = [...message.matchAll(/\{\s*(\w+)\s*(?=[,}])/g)].map((match) => match[1]!);
        for (const number of names.length > 0 ? [0, 1, 7.5] : [0]) {
          const values = Object.fromEntries(names.map((name) => [name, number]));
          expect(shown(language, compiled, values), path).toBe(t(path, values));
        }
      }
    });
  }
});
