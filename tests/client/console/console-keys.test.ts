import { describe, expect, it } from 'vitest';
import { CONSOLE_KEYS, consoleKeyOf } from '@/client/console/keys/console-keys';
import { messagesOf } from '@/client/i18n/messages';
import { LANGUAGES } from '@/lessons/languages';

const AS_IT_IS = {
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  isComposing: false,
  defaultPrevented: false,
};
const asked = (key: string, given: Partial<typeof AS_IT_IS> = {}, isTaken = false) =>
  consoleKeyOf({ ...AS_IT_IS, key, ...given }, isTaken);

describe('the console’s keys', () => {
  it('mean one thing each, whatever the case', () => {
    expect(new Set(Object.values(CONSOLE_KEYS)).size).toBe(Object.keys(CONSOLE_KEYS).length);
    expect([asked('b'), asked('B'), asked('?'), asked('x')]).toEqual(['bookmark', 'bookmark', 'keys', null]);
  });

  it('mean nothing while somebody types or a dialog is open, for a shortcut of the browser, or held down', () => {
    expect(asked('b', {}, true)).toBeNull();
    for (const held of Object.keys(AS_IT_IS))
      expect([held, asked('b', { [held]: true })]).toEqual([held, null]);
  });

  it.each(LANGUAGES)('are all listed in %s', (language) => {
    const { title: _title, lead: _lead, ...words } = messagesOf(language).console.keys;
    expect(Object.keys(words)).toEqual(Object.keys(CONSOLE_KEYS));
  });
});
