import { describe, expect, it } from 'vitest';
import { isSameNickname, nicknameKey } from '@/classroom/nicknames/nickname-key';
import { isReservedNickname } from '@/classroom/nicknames/reserved-nickname';
import { identityOf } from '@/client/dry-run/identity';
import { temperamentOf } from '@/client/dry-run/temperament';
import { messagesOf } from '@/client/i18n/messages';
import { LANGUAGES } from '@/lessons/languages';
import { LESSONS } from '@/lessons/registry';
import { credentialsSchema } from '@/protocol/attach';
import { experimentSchema } from '@/protocol/experiment';
import { isNickname } from '@/protocol/nickname';
import { isNicknameFit } from '@/server/live/nickname-filter';

const CLASS = Array.from({ length: 30 }, (_, index) => index);

describe('simulated students', () => {
  it('are the same after a reload, and others in another class', () => {
    const known = CLASS.map((index) => identityOf(7, index));
    for (const one of known) expect(credentialsSchema.safeParse(one).success).toBe(true);
    expect(new Set(known.map(({ studentId }) => studentId)).size).toBe(30);
    expect(CLASS.map((index) => identityOf(7, index))).toEqual(known);
    expect(identityOf(8, 0)).not.toEqual(known[0]);
    expect(temperamentOf(7, 3)).toEqual(temperamentOf(7, 3));
  });

  it('try what the server takes, in every lesson that trains, and do not all do the same', () => {
    const all = CLASS.map((index) => temperamentOf(7, index));
    for (const { experiment } of LESSONS)
      for (const { change } of experiment ? all : [])
        expect(experimentSchema.safeParse({ ...experiment, ...change, seed: 1 }).success).toBe(true);
    expect(new Set(all.map(({ habit }) => habit))).toEqual(new Set(['works', 'wanders', 'pauses', 'leaves']));
    expect(all.filter(({ change }) => (change.learningRate ?? 0) > 10).length).toBeGreaterThan(1);
    expect(all.some(({ slowness }) => slowness > 4)).toBe(true);
    expect(all.filter(({ slowness }) => slowness <= 2).length).toBeGreaterThan(20);
  });

  it.each(LANGUAGES)('have names that a class takes, no two alike, in %s', (language) => {
    const names = messagesOf(language).console.dryRun.names.split(' ');
    expect(names).toHaveLength(30);
    for (const name of names)
      expect([name, isNickname(name), isNicknameFit(name), isReservedNickname(name)]).toEqual([
        name,
        true,
        true,
        false,
      ]);
    const keys = names.map(nicknameKey);
    for (const [index, key] of keys.entries())
      expect([names[index], keys.slice(0, index).some((other) => isSameNickname(other, key))]).toEqual([
        names[index],
        false,
      ]);
  });
});
