import { describe, expect, test } from 'vitest';
import { boardAt } from '@/client/review/replay/places';
import { unpackReplay } from '@/client/review/replay/replay';
import { isOfGroup, replayMarks } from '@/client/review/replay/replay-marks';
import { guessesAt, sceneAt } from '@/client/review/replay/scene';
import { wallTraces } from '@/client/review/replay/wall-traces';
import { type RaceRules, USUAL_RACE } from '@/protocol/race';
import type { ReplayedClass, ReplayedEvent } from '@/protocol/replay';
import { packTraces } from '@/protocol/run-traces';
import { packPicture, unpackPicture } from '@/protocol/small-picture';

const FROM = 1_700_000_000_000;
const student = (id: string, joinedAt: number) => ({
  id,
  nickname: id.toUpperCase(),
  mark: { colour: 0, glyph: 0 },
  joinedAt,
});
const run = (
  index: number,
  beganAt: number,
  endedAt: number,
  diverged: boolean,
  accuracies: (number | null)[],
) => ({
  ...{ studentId: String(index), beganAt: FROM + beganAt, endedAt: FROM + endedAt, diverged },
  ...{ epoch: 2, speed: 500 },
  moments: accuracies.map((accuracy, at) => ({
    ...{ at: FROM + beganAt + 10 * (at + 1), step: 10 * (at + 1), loss: 1 / (at + 3), accuracy },
  })),
});
const TRACES = packTraces([
  run(0, 100, 140, false, [0.5, 0.95]),
  run(1, 200, 220, true, [0.2, null]),
  // Of somebody who is not in the replay.
  run(7, 210, 230, false, [0.99]),
  run(1, 300, 360, false, [0.92, 0.93]),
]);

const PACKED: ReplayedClass = {
  classId: 'c',
  lessonId: 'digits',
  dataset: 'digits',
  steps: ['see', 'guess', 'train'],
  anonymised: false,
  from: FROM,
  length: 900,
  students: [student('mia', -50), student('ken', 50)],
  runs: {
    packed: TRACES.packed,
    places: TRACES.students.map((id) => ['0', '1'].indexOf(id)).map((place) => (place < 0 ? null : place)),
  },
  scores: [
    { student: 0, at: 150, value: 0.8 },
    { student: 1, at: 400, value: 0.85 },
    { student: 1, at: 420, value: 0.7 },
    { student: 0, at: 500, value: 0.85 },
    { student: 0, at: 600, value: 0.9 },
  ],
  race: USUAL_RACE,
  votes: [],
  guesses: [
    { stepId: 'guess', choice: 1, at: 20, outcome: 0, cameTrueAt: 300 },
    { stepId: 'guess', choice: 1, at: 800, outcome: null, cameTrueAt: null },
  ],
  messages: [{ at: 230, text: 'Look here', to: 2 }],
  bookmarks: [{ id: 'b', at: 510, note: '', stepNumber: 2 }],
  snapshots: [],
  drawings: [],
  drawn: [],
  events: [],
};
const OLD = unpackReplay(PACKED);

const about = (index: number | null, at: number, rest: object) =>
  ({ student: index, at, ...rest }) as ReplayedEvent;
const LED = unpackReplay({
  ...PACKED,
  length: 300_000,
  events: [
    about(0, -50, { kind: 'membership', membership: 'in' }),
    about(null, 0, { kind: 'begun' }),
    about(null, 0, { kind: 'step', index: 0 }),
    about(null, 0, { kind: 'names', ranking: 'named', anonymised: false, onScreen: false }),
    about(1, 50, { kind: 'membership', membership: 'waiting' }),
    about(1, 70, { kind: 'membership', membership: 'in' }),
    about(null, 10_000, { kind: 'step', index: 2 }),
    about(null, 20_000, { kind: 'countdown', left: 60_000 }),
    about(null, 30_000, { kind: 'paused' }),
    about(null, 30_000, { kind: 'countdown', left: 50_000 }),
    about(null, 90_000, { kind: 'resumed' }),
    about(null, 90_000, { kind: 'countdown', left: 50_000 }),
    about(1, 95_000, { kind: 'went', index: 0 }),
    about(null, 100_000, { kind: 'screen', view: 'curves', argument: 'loss' }),
    about(null, 120_000, { kind: 'screen', view: 'auto', argument: null }),
    about(1, 130_000, { kind: 'away' }),
    about(1, 131_000, { kind: 'back' }),
    about(0, 200_000, { kind: 'away' }),
    about(1, 201_000, { kind: 'away' }),
    about(1, 202_000, { kind: 'membership', membership: 'left' }),
    about(null, 210_000, { kind: 'pool', count: 12 }),
  ],
});

describe('a class at a moment', () => {
  test('has those who had come, and what each was at', () => {
    expect(sceneAt(OLD, 20).students.map(({ student: { id } }) => id)).toEqual(['mia']);
    const at = (time: number) =>
      sceneAt(OLD, time).students.map(({ activity, accuracy }) => [activity, accuracy]);
    expect(at(99)).toEqual([
      ['here', null],
      ['here', null],
    ]);
    expect(at(115)).toEqual([
      ['training', 0.5],
      ['here', null],
    ]);
    expect(at(240)).toEqual([
      ['finished', 0.95],
      ['diverged', null],
    ]);
    expect(at(315)[1]).toEqual(['training', 0.92]);
    expect(at(900)[1]).toEqual(['finished', 0.93]);
  });

  test('has what was said last, and what had been guessed and come true', () => {
    expect(sceneAt(OLD, 229).said).toBeNull();
    expect(sceneAt(OLD, 700)).toMatchObject({ said: 'Look here', guesses: 1 });
    expect(guessesAt(OLD, 'guess', 2, 299)).toEqual({ guesses: [0, 1], outcomes: [0, 0] });
    expect(guessesAt(OLD, 'guess', 2, 800)).toEqual({ guesses: [0, 2], outcomes: [1, 0] });
  });

  test('has the best of each on the board, who was first above who came to the same later', () => {
    const board = (at: number) => boardAt(OLD, at).map(({ student: { id }, value }) => [id, value]);
    expect(board(149)).toEqual([]);
    expect(board(420)).toEqual([
      ['ken', 0.85],
      ['mia', 0.8],
    ]);
    expect(board(500)).toEqual([
      ['ken', 0.85],
      ['mia', 0.85],
    ]);
    expect(board(900)[0]).toEqual(['mia', 0.9]);
  });

  test('ranks by the rules that the race had then, of what keeps them', () => {
    const had = (weights: number, accuracy: number) => ({ weights, examples: 500, updates: 9, accuracy });
    const about = (at: number, rules: Partial<RaceRules>) =>
      ({ kind: 'race', student: null, at, rules: { ...USUAL_RACE, ...rules } }) as ReplayedEvent;
    const raced = unpackReplay({
      ...PACKED,
      scores: [
        { student: 0, at: 100, value: 0.95, had: had(50_890, 0.95) },
        { student: 1, at: 200, value: 0.91, had: had(12_000, 0.91) },
        { student: 1, at: 300, value: 0.93, had: had(20_000, 0.93) },
        { student: 0, at: 400, value: 0.95, had: had(8_000, 0.89) },
        { student: 0, at: 500, value: 0.95, had: had(9_000, 0.92) },
      ],
      events: [
        about(250, { metric: 'weights', bar: 0.9 }),
        about(600, { limits: { ...USUAL_RACE.limits, weights: 15_000 } }),
      ],
    });
    const board = (at: number) => boardAt(raced, at).map(({ student: { id }, value }) => [id, value]);
    expect(board(249)).toEqual([
      ['mia', 0.95],
      ['ken', 0.91],
    ]);
    expect(board(450)).toEqual([
      ['ken', 12_000],
      ['mia', 50_890],
    ]);
    expect(board(599)[0]).toEqual(['mia', 9_000]);
    const alike = { ...raced, scores: raced.scores.map((score) => ({ ...score, had: had(7_850, 0.95) })) };
    expect(boardAt(alike, 599).map(({ rank }) => rank)).toEqual([1, 1]);
    expect(board(700)).toEqual([
      ['mia', 0.95],
      ['ken', 0.91],
    ]);
    // Ken leads by new rules, not by handing in; Mia takes the lead from him.
    expect(
      replayMarks(raced).flatMap((mark) => (mark.kind === 'lead' ? [[mark.at, mark.student.id]] : [])),
    ).toEqual([[500, 'mia']]);
    expect(replayMarks(raced).filter(({ kind }) => kind === 'race')).toHaveLength(2);
    // Of before there was a history of rules.
    const old = unpackReplay({ ...PACKED, race: { ...USUAL_RACE, metric: 'weights' } });
    expect(boardAt(old, 900)).toEqual([]);
    expect(sceneAt(raced, 300).race.metric).toBe('weights');
  });

  test('tells of a vote how many had voted, by its phase', () => {
    const id = 'a'.repeat(32);
    const turn = (at: number, phase: string) =>
      ({ kind: 'vote', student: null, at, voteId: id, phase }) as ReplayedEvent;
    const voting = unpackReplay({
      ...PACKED,
      votes: [
        {
          ...{ id, stepId: 'guess', question: 'check' },
          result: { counts: { first: [2, 1], second: [0, 2] }, shifts: null, right: 1 },
          cast: { first: [110, 120, 130], second: [410, 420] },
        },
      ],
      events: [
        turn(100, 'first'),
        turn(200, 'talk'),
        turn(400, 'second'),
        turn(500, 'shown'),
        turn(600, 'closed'),
      ],
    });
    const at = (time: number) => {
      const { vote } = sceneAt(voting, time);
      return vote && [vote.phase, vote.voted];
    };
    expect([at(99), at(125), at(300), at(415), at(550), at(650)]).toEqual([
      ...[null, ['first', 2], ['talk', 3], ['second', 1], ['shown', 2], null],
    ]);
  });

  test('was led as its history says: step, pause, countdown, projector', () => {
    const at = (time: number) => {
      const { stepIndex, paused, countdown, screen } = sceneAt(LED, time);
      return [stepIndex, paused, countdown, screen.view];
    };
    expect(at(0)).toEqual([0, false, null, 'auto']);
    expect(at(9_999)).toEqual([0, false, null, 'auto']);
    expect(at(25_000)).toEqual([2, false, 55_000, 'auto']);
    // It stands while the class is paused.
    expect(at(60_000)).toEqual([2, true, null, 'auto']);
    expect(at(110_000)).toEqual([2, false, 30_000, 'curves']);
    expect(at(150_000)).toEqual([2, false, null, 'auto']);
    expect(sceneAt(LED, 250_000).drawings).toBe(12);
  });

  test('has nobody who waited or had left, and says who was away or at another step', () => {
    const there = (time: number) =>
      sceneAt(LED, time).students.map(({ student: { id }, activity, ownStep }) => [id, activity, ownStep]);
    expect(there(60)).toEqual([['mia', 'here', null]]);
    expect(there(100_000)).toEqual([
      ['mia', 'finished', null],
      ['ken', 'finished', 0],
    ]);
    expect(there(130_500)[1]).toEqual(['ken', 'away', 0]);
    expect(there(250_000)).toEqual([['mia', 'away', null]]);
  });

  test('is drawn on the wall as far as each run had come', () => {
    const traces = wallTraces(sceneAt(OLD, 115));
    expect(traces[0]).toMatchObject({ curve: [[10, 0.3333, 0.5]], last: { step: 10, epoch: 1 } });
    expect(traces[1]).toMatchObject({ curve: [], last: null });
  });
});

const listed = (replay: typeof OLD) =>
  replayMarks(replay).map((mark) =>
    'student' in mark ? [mark.at, mark.kind, mark.student.id] : [mark.at, mark.kind],
  );

test('what stood out comes in order: the first over 90 %, each change of the lead, what diverged, what was marked and said', () => {
  expect(listed(OLD)).toEqual([
    [0, 'begun'],
    [120, 'first-90', 'mia'],
    [220, 'diverged', 'ken'],
    [230, 'message'],
    [400, 'lead', 'ken'],
    [510, 'bookmark'],
    [600, 'lead', 'mia'],
    [900, 'ended'],
  ]);
});

test('of a class with a history also how it was led, and who went, those about the same time as one', () => {
  const known = new Set(listed(OLD).map(([, kind]) => kind));
  expect(listed(LED).filter(([, kind]) => !known.has(kind!))).toEqual([
    [10_000, 'step'],
    [20_000, 'countdown'],
    [30_000, 'paused'],
    [90_000, 'resumed'],
    [100_000, 'screen'],
    [200_000, 'lost', 'mia'],
    [202_000, 'left', 'ken'],
  ]);
  const lost = replayMarks(LED).find(({ kind }) => kind === 'lost')!;
  expect(lost).toMatchObject({ count: 2 });
  expect([isOfGroup(lost, 'teacher'), isOfGroup(lost, 'class'), isOfGroup(lost, 'all')]).toEqual([
    ...[false, true, true],
  ]);
});

test('a drawing keeps its ink as 98 bytes', () => {
  const pixels = Uint8Array.from({ length: 784 }, (_, dot) => (dot % 3 === 0 ? 200 : 0));
  const packed = packPicture(pixels);
  expect(atob(packed)).toHaveLength(98);
  expect(unpackPicture(packed)).toEqual([...pixels].map((grey) => grey === 200));
});
