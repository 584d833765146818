import { describe, expect, test } from 'vitest';
import type { Replay } from '@/client/review/replay/replay';
import { replayMarks } from '@/client/review/replay/replay-marks';
import { boardAt, sceneAt } from '@/client/review/replay/scene';

const student = (id: string, joinedAt: number) => ({
  id,
  nickname: id.toUpperCase(),
  mark: { colour: 0, glyph: 0 },
  joinedAt,
});
const moment = (at: number, accuracy: number | null) => ({ at, step: at, loss: 1 / at, accuracy });
const run = (
  id: string,
  studentId: string,
  beganAt: number,
  endedAt: number,
  diverged: boolean,
  accuracies: (number | null)[],
) => ({
  id,
  studentId,
  beganAt,
  endedAt,
  diverged,
  moments: accuracies.map((accuracy, index) => moment(beganAt + 10 * (index + 1), accuracy)),
});

const REPLAY: Replay = {
  classId: 'c',
  anonymised: false,
  from: 100,
  to: 1_000,
  students: [student('mia', 50), student('ken', 150)],
  runs: [
    run('1', 'mia', 200, 240, false, [0.5, 0.95]),
    run('2', 'ken', 300, 320, true, [0.2, null]),
    run('3', 'ken', 400, 460, false, [0.92, 0.93]),
  ],
  scores: [
    { studentId: 'mia', at: 250, value: 0.8 },
    { studentId: 'ken', at: 500, value: 0.85 },
    { studentId: 'ken', at: 520, value: 0.7 },
    { studentId: 'mia', at: 600, value: 0.85 },
    { studentId: 'mia', at: 700, value: 0.9 },
  ],
  guesses: [{ at: 120 }, { at: 900 }],
  messages: [{ at: 330, text: 'Look here', to: 2 }],
  bookmarks: [{ at: 610, note: '', stepNumber: 2 }],
};

describe('a class at a moment', () => {
  test('has those who had come, and what each was at', () => {
    expect(sceneAt(REPLAY, 120).students.map(({ student: { id } }) => id)).toEqual(['mia']);
    const at = (time: number) =>
      sceneAt(REPLAY, time).students.map(({ activity, accuracy }) => [activity, accuracy]);
    expect(at(199)).toEqual([
      ['here', null],
      ['here', null],
    ]);
    expect(at(215)).toEqual([
      ['training', 0.5],
      ['here', null],
    ]);
    expect(at(340)).toEqual([
      ['finished', 0.95],
      ['diverged', null],
    ]);
    expect(at(415)[1]).toEqual(['training', 0.92]);
    expect(at(1_000)[1]).toEqual(['finished', 0.93]);
  });

  test('has what was said last, and how many had guessed', () => {
    expect(sceneAt(REPLAY, 329).said).toBeNull();
    expect(sceneAt(REPLAY, 800)).toMatchObject({ said: 'Look here', guesses: 1 });
  });

  test('has the best of each on the board, who was first above who came to the same later', () => {
    const board = (at: number) => boardAt(REPLAY, at).map(({ student: { id }, value }) => [id, value]);
    expect(board(249)).toEqual([]);
    expect(board(520)).toEqual([
      ['ken', 0.85],
      ['mia', 0.8],
    ]);
    expect(board(600)).toEqual([
      ['ken', 0.85],
      ['mia', 0.85],
    ]);
    expect(board(1_000)[0]).toEqual(['mia', 0.9]);
  });
});

test('what stood out comes in order: the first over 90 %, each change of the lead, what diverged, what was marked and said', () => {
  expect(
    replayMarks(REPLAY).map((mark) =>
      'student' in mark ? [mark.at, mark.kind, mark.student.id] : [mark.at, mark.kind],
    ),
  ).toEqual([
    [100, 'begun'],
    [220, 'first-90', 'mia'],
    [320, 'diverged', 'ken'],
    [330, 'message'],
    [500, 'lead', 'ken'],
    [610, 'bookmark'],
    [700, 'lead', 'mia'],
    [1_000, 'ended'],
  ]);
});
