import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { decide } from '@/classroom/decide';
import { normaliseNote } from '@/protocol/bookmark';
import { EXPORT_NAMES, EXPORTS, type TableName } from '@/protocol/exports';
import { isGroupName, normaliseGroupName } from '@/protocol/groups';
import { isMessage, normaliseMessage } from '@/protocol/message';
import { countGraphemes, isNickname, normaliseNickname } from '@/protocol/nickname';
import { isRefusalCode } from '@/protocol/refusals';
import { isRemark, normaliseRemark } from '@/protocol/remarks';
import { csvRow } from '@/server/export/csv';
import { htmlJson, htmlText } from '@/server/export/html';
import { markdownText } from '@/server/export/markdown';
import { csvTable } from '@/server/export/tables';
import { isNicknameFit } from '@/server/live/nickname-filter';
import { createLogger } from '@/server/log';
import { formatLogLine } from '@/server/log-line';
import { aClass } from '@/tests/classroom/made-states';
import { madeClass, whole } from '@/tests/server/export/made-source';
import { HOSTILE_TEXTS } from './hostile-texts';

/** Text as it comes from the keyboard of somebody who means harm, wherever it is taken in, and wherever it goes out again. */
const ENTRANCES: Record<string, { normalise(typed: string): string; takes(text: string): boolean }> = {
  nickname: { normalise: normaliseNickname, takes: isNickname },
  'name of a group': { normalise: normaliseGroupName, takes: isGroupName },
  message: { normalise: normaliseMessage, takes: isMessage },
  'note or feedback': { normalise: normaliseRemark, takes: isRemark },
  'note at a moment, caption': { normalise: normaliseNote, takes: () => true },
};
const kept = (entrance: (typeof ENTRANCES)[string]) =>
  HOSTILE_TEXTS.map(entrance.normalise).filter(entrance.takes);
/** Moves what stands beside it, or is no text at all. */
const MOVES = /[\u202a-\u202e\u2066-\u2069]|(?!\n)\p{Cc}|\p{Cs}/u;

it('there are two hundred of them', () => {
  expect(HOSTILE_TEXTS.length).toBeGreaterThanOrEqual(200);
});

describe.each(Object.entries(ENTRANCES))('as a %s', (_, entrance) => {
  it('what is taken moves nothing around it, has no sign that is none, and is taken as it is the next time', () => {
    const all = kept(entrance);
    expect(all.length).toBeGreaterThan(50);
    expect(all.filter((text) => MOVES.test(text))).toEqual([]);
    expect(all.filter((text) => entrance.normalise(text) !== text)).toEqual([]);
  });
});

it('a newcomer by each of them is in, or is told why not; who is in has a name that fits a card', () => {
  for (const nickname of HOSTILE_TEXTS) {
    const command = { type: 'student:join', studentId: 'f'.repeat(32), secretHash: 'x', nickname } as const;
    const answer = decide(aClass(), command, { kind: 'newcomer' }, { now: 1, isNicknameFit });
    if (!answer.ok) expect([nickname, isRefusalCode(answer.code)]).toEqual([nickname, true]);
    else {
      const { nickname: shown } = answer.state.students['f'.repeat(32)]!;
      expect([shown, countGraphemes(shown) <= 20, shown.length <= 200]).toEqual([shown, true, true]);
    }
  }
});

describe('going out', () => {
  const texts = HOSTILE_TEXTS.filter((text) => !/\p{Cs}/u.test(text));

  it('in a table each is one cell, which no spreadsheet calculates', () => {
    for (const text of texts) {
      const { data, errors } = Papa.parse<string[]>(csvRow(['before', text, 'after']), { delimiter: ',' });
      expect([text, errors]).toEqual([text, []]);
      const [before, cell, after] = data[0]!;
      expect([before, after]).toEqual(['before', 'after']);
      expect([text, `'${text}`]).toContain(cell);
      expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/u);
    }
  });

  it('every table of a class of such people has as many rows and columns as one of others', async () => {
    const names = EXPORT_NAMES.filter((name) => EXPORTS[name].file.endsWith('.csv')) as TableName[];
    const plain = texts.map((_, index) => `Student ${index}`);
    const shape = async (name: TableName, nicknames: readonly string[]) => {
      const bytes = await whole(csvTable(name, madeClass(nicknames)));
      const { data, errors } = Papa.parse<string[]>(new TextDecoder().decode(bytes), {
        skipEmptyLines: true,
      });
      return { errors, widths: data.map((row) => row.length) };
    };
    for (const name of names)
      expect([name, await shape(name, texts)]).toEqual([name, await shape(name, plain)]);
  });

  it('in a page each is text: no tag, no attribute, no end of a script', () => {
    for (const text of texts) {
      expect(htmlText(text)).not.toMatch(/[<>"']/);
      expect(htmlJson({ text })).not.toMatch(/[<]/);
      expect(JSON.parse(htmlJson({ text }))).toEqual({ text });
    }
  });

  it('in a file of Markdown each stays in its line, and starts nothing', () => {
    for (const text of texts) {
      expect(markdownText(text)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
      expect(markdownText(text)).not.toMatch(/(?<!\\)[<`*[\]|]/);
    }
  });

  it('in the log each is part of one line, for machines and for people', () => {
    const lines: string[] = [];
    const log = createLogger({ level: 'info', readable: false, write: (line) => lines.push(line) });
    for (const text of HOSTILE_TEXTS) log.info({ given: text }, 'something was said');
    expect(lines).toHaveLength(HOSTILE_TEXTS.length);
    for (const line of lines) {
      expect(line.trimEnd()).not.toContain('\n');
      expect(JSON.parse(line)).toMatchObject({ level: 'info', msg: 'something was said' });
      expect(formatLogLine(line).trimEnd()).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
    }
  });
});
