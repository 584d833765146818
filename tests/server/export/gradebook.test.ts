import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { GroupReport, SittingReport } from '@/protocol/report';
import { BYTE_ORDER_MARK } from '@/server/export/csv';
import { type GradebookWords, groupGradebook, sittingGradebook } from '@/server/export/gradebook';

const WORDS: GradebookWords = {
  student: '生徒',
  stepsDone: 'Done',
  steps: 'Steps',
  best: 'Best',
  bestOf: 'Out of',
  checked: 'Checked',
  runs: 'Runs',
  minutes: 'Minutes',
  guesses: 'Guesses',
  guessesRight: 'Right',
  asked: 'Asked',
  offered: 'Offered',
  yes: 'yes',
  no: 'no',
  standing: { done: 'done', part: 'a part', skipped: 'went on', there: 'was there', none: 'was not there' },
};
const mark = { colour: 0, glyph: 0 };
const ONE = {
  ...{ id: 'a', nickname: '=HYPERLINK("x","y")', mark, runs: 2, trained: 93_000 },
  steps: [
    { standing: 'done', time: 1, hints: 0 },
    { standing: 'part', time: 1, hints: 2 },
  ],
  best: { shown: { kind: 'count', amount: 3, of: 5 }, checked: true },
  guesses: { made: 2, right: 1 },
  help: { asked: 1, offered: 0 },
} as const;
const OTHER = {
  ...{ ...ONE, id: 'b', nickname: '花子, "B"', runs: 0, trained: 0 },
  steps: [
    { standing: 'none', time: 0 },
    { standing: 'there', time: 0 },
  ],
  best: null,
} as const;
const named = ({ nickname }: { nickname: string }) => nickname;

/** As another's reader reads it. */
function read(text: string): string[][] {
  expect(text.startsWith(BYTE_ORDER_MARK)).toBe(true);
  const { data, errors } = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true });
  expect(errors).toEqual([]);
  return data;
}

describe('a gradebook', () => {
  it('of a sitting has students by steps, in the words it is given, and runs no name', () => {
    const report = { students: [ONE, OTHER] } as unknown as SittingReport;
    expect(read(sittingGradebook(report, ['Weigh, add', '=line'], WORDS, named))).toEqual([
      [
        '生徒',
        '1. Weigh, add',
        '2. =line',
        'Done',
        'Best',
        'Out of',
        'Checked',
        'Runs',
        'Minutes',
        'Guesses',
        'Right',
        'Asked',
        'Offered',
      ],
      ['\'=HYPERLINK("x","y")', 'done', 'a part', '1', '3', '5', 'yes', '2', '1.6', '2', '1', '1', '0'],
      ['花子, "B"', 'was not there', 'was there', '0', '', '', '', '0', '0', '2', '1', '1', '0'],
    ]);
  });

  it('of a group has students by lessons; who was away has no mark, which is not the mark 0', () => {
    const share = { kind: 'share', amount: 0.875, of: null } as const;
    const report = {
      students: [
        {
          ...{ id: 'a', nickname: 'Ada', mark },
          lessons: [null, { done: 2, of: 6, best: { shown: share, checked: false }, runs: 1 }],
        },
      ],
    } as unknown as GroupReport;
    expect(
      read(groupGradebook(report, ['One', '=Two'], WORDS, (_, index) => `student ${index + 1}`)),
    ).toEqual([
      [
        '生徒',
        'One: Done',
        'One: Steps',
        'One: Best',
        'One: Out of',
        "'=Two: Done",
        "'=Two: Steps",
        "'=Two: Best",
        "'=Two: Out of",
      ],
      ['student 1', '', '', '', '', '2', '6', '0.875', '1'],
    ]);
  });
});
