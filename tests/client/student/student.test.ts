import { describe, expect, it } from 'vitest';
import { boardRowKey, shownRows } from '@/client/challenge/board-rows';
import { generateNickname } from '@/client/student/generated-nickname';
import { nicknameProblem } from '@/client/student/nickname-problem';
import { LANGUAGES } from '@/lessons/languages';
import { isNickname, normaliseNickname } from '@/protocol/nickname';
import type { Board, BoardRow } from '@/protocol/views';
import { joinText, suggestedNicknames } from './suggested-nicknames';

describe('suggested nicknames', () => {
  it.each(LANGUAGES)('are all valid in %s', (language) => {
    const names = suggestedNicknames(language);
    expect(names.length).toBeGreaterThan(200);
    expect(names.filter((name) => !isNickname(normaliseNickname(name)))).toEqual([]);
  });

  it('come from the whole list', () => {
    expect(generateNickname(joinText('en'), () => 0)).toBe('Quiet Otter');
    expect(generateNickname(joinText('ja'), () => 0.999)).toBe('ゆかいなクジラ');
  });
});

describe('a suggestion that the class has already', () => {
  it('is not made again while there is another', () => {
    const draws = [0, 0, 0, 0, 0.5, 0.5];
    expect(generateNickname(joinText('en'), () => draws.shift() ?? 0, new Set(['Quiet Otter']))).not.toBe(
      'Quiet Otter',
    );
    expect(draws).toEqual([]);
    // Whoever has met every one of them is given one all the same.
    expect(generateNickname(joinText('en'), () => 0, new Set(['Quiet Otter']))).toBe('Quiet Otter');
  });
});

describe('a nickname as typed', () => {
  it('is told what is wrong before the server is asked', () => {
    expect(nicknameProblem('   ')).toEqual({ kind: 'empty' });
    expect(nicknameProblem('あ'.repeat(21))).toEqual({ kind: 'too-long', count: 21 });
    expect(nicknameProblem('…')).toEqual({ kind: 'invalid' });
    expect(nicknameProblem('  Ada ')).toBeNull();
  });
});

describe('rows of the board', () => {
  const row = (rank: number, colour: number): BoardRow => ({
    rank,
    mark: { colour, glyph: 1 },
    nickname: null,
    studentId: null,
    accuracy: 1 - rank / 100,
    finalAccuracy: null,
    shown: { kind: 'share', amount: 1 - rank / 100, of: null },
    runId: null,
    submittedAt: rank,
  });
  const board: Board = { rows: [row(1, 0), row(2, 1)], total: 40, revealed: false, kind: 'accuracy' };

  it('mark the own one among them', () => {
    expect(shownRows(board, row(2, 1)).map((entry) => entry.kind === 'row' && entry.own)).toEqual([
      false,
      true,
    ]);
  });

  it('put the own one beneath, after a gap, where it is not among the first', () => {
    const rows = shownRows(board, row(31, 5));
    expect(rows.map((entry) => entry.kind)).toEqual(['row', 'row', 'gap', 'row']);
    expect(rows[3]).toMatchObject({ own: true, row: { rank: 31 } });
  });

  it('have keys that tell marks apart', () => {
    expect(boardRowKey(row(1, 0))).not.toBe(boardRowKey(row(2, 1)));
  });
});
