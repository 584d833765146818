import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { byKey } from '@/classroom/kept';
import { dealtExperiment } from '@/classroom/knobs';
import { findLesson } from '@/lessons/registry';
import { EXPORT_NAMES, EXPORTS, type TableName } from '@/protocol/exports';
import { BYTE_ORDER_MARK, csvRow } from '@/server/export/csv';
import { csvTable } from '@/server/export/tables';
import { aFooled } from '@/tests/classroom/a-fool';
import { idOf, madeClass, madeSource, whole } from './made-source';

const TABLES = EXPORT_NAMES.filter((name) => EXPORTS[name].file.endsWith('.csv')) as TableName[];

/** As papaparse, another's reader, reads it. */
function read(bytes: Uint8Array): Record<string, string>[] {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  expect(text.startsWith(BYTE_ORDER_MARK)).toBe(true);
  const { data, errors } = Papa.parse<Record<string, string>>(text.slice(1), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
}

describe('a row of values', () => {
  test('comes back from another’s reader as it was, whatever the texts are', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2 }), (texts) => {
        const [row] = Papa.parse<string[]>(csvRow(texts), { delimiter: ',' }).data;
        expect(row!.map((text) => text.replace(/^'/, ''))).toEqual(
          texts.map((text) => text.replace(/^'/, '')),
        );
      }),
    );
  });

  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
    '=HYPERLINK("http://x","y")',
  ])('a spreadsheet does not calculate %j', (text) => {
    const [[cell]] = Papa.parse<string[]>(csvRow([text, '']), { delimiter: ',' }).data as [[string]];
    expect(cell).toBe(`'${text}`);
  });

  test('numbers stay numbers, what is not known is empty', () => {
    expect(csvRow([-0.5, 1e-7, 0, null, true, 'a'])).toBe('-0.5,1e-7,0,,true,a\r\n');
  });
});

describe('tidy tables', () => {
  test.each(TABLES)(
    '%s: every row has every column, and nobody’s hidden half before the end',
    async (name) => {
      const source = madeClass(['花子', '=Mia', 'O"Neil, A']);
      const rows = read(await whole(csvTable(name, source)));
      // Votes, averages and rounds of networks, sums of gradients, and networks of students are of all.
      const ofAll = [
        'network-votes',
        'network-averages',
        'network-rounds',
        'gradient-sums',
        'student-networks',
      ];
      if (!ofAll.includes(name)) for (const row of rows) expect(row.student_id).toMatch(/^[0-9a-f]{32}$/);
      const running = { ...source, state: { ...source.state, phase: 'live' as const } };
      const text = new TextDecoder().decode(await whole(csvTable(name, running)));
      expect(text).not.toContain('0.79');
    },
  );

  test('a run a row, with settings and results', async () => {
    const rows = read(await whole(csvTable('runs', madeSource(['花子', '=Mia']))));
    expect(rows.map(({ student }) => student)).toEqual(['花子', "'=Mia"]);
    expect(rows[0]).toMatchObject({
      run_id: idOf(100),
      network: 'dense',
      learning_rate: '0.1',
      batch_size: '64',
      seed: '0',
      state: 'finished',
      seconds: '60',
      points: '5',
      loss: '',
      accuracy: '0.75',
      accuracy_measured_on: 'validation',
      verified_accuracy: '0.8125',
      started_at: '2026-11-28T09:00:00.000Z',
    });
  });

  test('a point a row, of all runs', async () => {
    const rows = read(await whole(csvTable('points', madeSource(['a', 'b']))));
    expect(rows.map(({ run_id, step }) => [run_id, step])).toEqual(
      [100, 101].flatMap((run) => [1, 2, 3, 4, 5].map((step) => [idOf(run), String(step)])),
    );
    expect(rows[4]).toMatchObject({ loss: '', validation_accuracy: '0.75', examples_per_second: '1000' });
  });

  test('guesses say at which step of the class, and whether they came true', async () => {
    const [guess] = read(await whole(csvTable('guesses', madeSource(['a']))));
    expect(guess).toMatchObject({ step_id: 'train', step: '2', choice: '1', outcome: '2', right: 'false' });
  });

  test('without names nobody’s stands in any of them', async () => {
    for (const name of TABLES) {
      const text = new TextDecoder().decode(
        await whole(csvTable(name, madeClass(['Zebulon', '花子'], false))),
      );
      expect(text).not.toMatch(/Zebulon|花子/);
    }
  });
});

test('votes and answers to the questions before and after: one a row, with whether it was right', async () => {
  const source = madeClass(['Mia', '花子']);
  const quiz = { question: 'quiz before 1', answeredAt: 5 };
  const state = {
    ...source.state,
    answers: {
      ...source.state.answers,
      mia: { ...quiz, studentId: idOf(1), choice: 0 },
      hanako: { ...quiz, studentId: idOf(2), choice: 1 },
    },
  };
  const votes = read(await whole(csvTable('votes', { ...source, state })));
  expect(votes).toMatchObject([
    { step_id: 'train', question: 'check', round: 'first', student: 'Mia', choice: '2' },
  ]);
  expect(['true', 'false', '']).toContain(votes[0]!.right);
  const answers = read(await whole(csvTable('quiz', { ...source, state })));
  expect(answers).toMatchObject([
    { student: 'Mia', when: 'before', question: '2', choice: '0' },
    { student: '花子', when: 'before', question: '2', choice: '1' },
  ]);
  const right = findLesson('handwritten-digits')!.quiz.before[1]!.right;
  expect(answers.map((row) => row.right)).toEqual([0, 1].map((choice) => String(choice === right)));
});

test('the board: a student a row, with the places that the pictures leave open and how often each would have won', async () => {
  const source = madeClass(['Mia', '花子', 'Zed']);
  const rows = read(await whole(csvTable('board', source)));
  expect(rows).toMatchObject([
    { rank: '1', student: 'Mia', score: '0.8125', private_accuracy: '0.79', wins: '900', reproduced: 'true' },
    { rank: '2', student: '花子', score: '0.75', private_accuracy: '0.77', wins: '100', reproduced: 'false' },
  ]);
  for (const row of rows)
    expect(row).toMatchObject({
      ...{ shared_from: '1', shared_to: '2', could_be_from: '1', could_be_to: '2', races: '1000' },
      ranked_by: 'accuracy',
    });
  expect(rows.map(({ submission_id, run_id }) => [submission_id, run_id])).toEqual([
    [idOf(200), idOf(100)],
    [idOf(201), idOf(101)],
  ]);
  const running = { ...source, state: { ...source.state, phase: 'live' as const } };
  const [first] = read(await whole(csvTable('board', running)));
  expect(first).toMatchObject({ rank: '1', private_accuracy: '', could_be_from: '', wins: '', races: '' });
});

test('the board of teams: a team a row, numbered where nobody is named; none where students rank', async () => {
  const source = madeClass(['Mia', '花子']);
  expect(read(await whole(csvTable('team-board', source)))).toEqual([]);
  const race = { ...source.state.race, teams: true as const };
  const of = (given: Partial<typeof source.state>, named = true) =>
    csvTable('team-board', { ...source, named, state: { ...source.state, race, ...given } });
  const expected = {
    ...{
      rank: '1',
      shared_from: '1',
      shared_to: '2',
      team: 'Fast ones',
      members: '2',
      members_submitted: '1',
    },
    ...{ score: '0.5', private_accuracy: '0.45', could_be_from: '1', could_be_to: '2' },
    ...{ wins: '600', races: '1000', reached_at: new Date(5).toISOString() },
  };
  expect(read(await whole(of({})))).toEqual([expected]);
  expect(read(await whole(of({}, false)))).toEqual([{ ...expected, team: 'team 1' }]);
  const hidden = { private_accuracy: '', could_be_from: '', could_be_to: '', wins: '', races: '' };
  expect(read(await whole(of({ phase: 'live' })))).toEqual([{ ...expected, ...hidden }]);
});

test('the board of a challenge that rules check has its results, and nothing of networks', async () => {
  const source = madeClass(['Mia', '花子']);
  const shown = { kind: 'count', amount: 1, of: 2 } as const;
  const result = { part: 'xor', parts: 2, value: 1, shown, reached: true, at: 5, tries: 1 };
  const results = { hanako: { ...result, studentId: idOf(2) } };
  const state = { ...source.state, lessonId: 'combining-perceptrons', results };
  const rows = read(await whole(csvTable('board', { ...source, state })));
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    rank: '1',
    student: '花子',
    ranked_by: 'parts',
    private_accuracy: '',
    wins: '',
  });
});

test('votes of networks: what came of each, and what each student guessed and was alone right on', async () => {
  const source = madeClass(['Mia', '花子', 'Zed']);
  const guess = { question: `ensemble ${idOf(800)}`, answeredAt: 5 };
  const answers = {
    ...source.state.answers,
    mia: { ...guess, studentId: idOf(1), choice: 0 },
    hanako: { ...guess, studentId: idOf(2), choice: 2 },
  };
  const state = { ...source.state, answers: byKey('answers', Object.values(answers)) };
  expect(read(await whole(csvTable('network-votes', { ...source, state })))).toMatchObject([
    {
      ...{ vote_id: idOf(800), dataset: 'digits', pictures: '2000', networks: '3', vote_accuracy: '0.9' },
      ...{ outcome: 'best', more_than_luck: 'true', only_one_right: '7', aligned_accuracy: '0.82' },
    },
  ]);
  expect(read(await whole(csvTable('network-vote-students', { ...source, state })))).toMatchObject([
    { student: 'Mia', guess: 'best', right: 'true', alone_right: '7' },
    { student: '花子', guess: 'worse', right: 'false', alone_right: '' },
  ]);
});

test('rounds of learning together: a row each', async () => {
  const source = madeClass(['Mia', '花子', 'Zed']);
  expect(read(await whole(csvTable('network-rounds', source)))).toMatchObject([
    { rounds_id: idOf(830), rule: 'mean', labels_each: '2', round: '1', devices: '2', accuracy: '0.5' },
    { round: '2', saboteurs: '1', accuracy: '0.6', other_rule_accuracy: '0.4', bytes_to_devices: '610680' },
  ]);
});

test('what gradients told: a sum a row', async () => {
  const source = madeClass(['Mia', '花子', 'Zed']);
  expect(read(await whole(csvTable('gradient-sums', source)))).toMatchObject([
    {
      ...{ leak_id: idOf(840), guessed_whole: '0', students_sent: '1', devices: '3', devices_joined: '4' },
      sha256: 'd'.repeat(64),
    },
  ]);
});

test('networks of students: a network a row', async () => {
  const source = madeClass(['Mia', '花子', 'Zed']);
  const [relay] = source.state.relays;
  const [team] = relay!.teams;
  const answers = [0.04, 0.97, 0.4, 0.02];
  const relays = [
    { ...relay!, teams: [{ ...team!, answers, steps: 61, seats: [...team!.seats.slice(1), null] }] },
  ];
  expect(
    read(await whole(csvTable('student-networks', { ...source, state: { ...source.state, relays } }))),
  ).toMatchObject([
    {
      ...{ relay_id: idOf(835), network: '1', steps: '61', answer_0_1: '0.97', right_cases: '3' },
      ...{ weights: relay!.way, hidden_units: String(relay!.hidden), messages: String(team!.messages) },
      seats_of_server: String(1 + team!.seats.slice(1).filter((seat) => seat === null).length),
    },
  ]);
});

test('averages of networks: what came of each, as far as the class has seen it', async () => {
  const source = madeClass(['Mia', '花子', 'Zed']);
  const row = async (stage: 'average' | 'aligned') => {
    const merges = source.state.merges.map((merge) => ({ ...merge, stage }));
    return read(
      await whole(csvTable('network-averages', { ...source, state: { ...source.state, merges } })),
    )[0];
  };
  expect(await row('aligned')).toMatchObject({
    ...{ average_id: idOf(820), first_weights: 'own', dataset: 'digits', networks: '3', other_layers: '1' },
    ...{ median_accuracy: '0.8', averaged_accuracy: '0.3', outcome: 'worse', aligned_accuracy: '0.84' },
    moved_units: '64',
  });
  expect(await row('average')).toMatchObject({
    averaged_accuracy: '0.3',
    moved_units: '',
    aligned_accuracy: '',
  });
});

test('what networks had really learned: a network a row, as far as the class has seen it', async () => {
  const source = madeClass(['Mia', '花子', 'Zed']);
  const asked = { answeredAt: 5, studentId: idOf(1) };
  const answers = byKey('answers', [
    ...Object.values(source.state.answers),
    { ...asked, question: `audit ${idOf(830)} share`, choice: 0 },
    { ...asked, question: `audit ${idOf(830)} data`, choice: 2 },
  ]);
  const rows = async (stage: 'hidden' | 'further') => {
    const audits = source.state.audits.map((audit) => ({ ...audit, stage }));
    const state = { ...source.state, audits, answers };
    return read(await whole(csvTable('network-audits', { ...source, state })));
  };
  expect(await rows('further')).toMatchObject([
    {
      ...{ audit_id: idOf(830), student: 'Mia', run_id: idOf(100), submission_id: idOf(200) },
      ...{ data: 'marked', training_accuracy: '0.999', hidden_accuracy: '0.8', other_mark_accuracy: '0.39' },
      ...{ answered_by_other_mark: '0.55', inverted_accuracy: '0.003', guessed_share: 'most' },
      ...{ guessed_data: 'shuffled', data_right: 'false', found_mark: 'true' },
    },
  ]);
  expect(await rows('hidden')).toMatchObject([
    {
      ...{ hidden_accuracy: '0.8', other_mark_accuracy: '', moved_accuracy: '', data: '' },
      ...{ answered_by_other_mark: '', guessed_data: 'shuffled', data_right: '', found_mark: '' },
    },
  ]);
});

test('drawings to fool the leader: a try a row, what people read once the class is told', async () => {
  const source = madeClass(['Mia', '花子', 'Zed']);
  const judged = { question: `fool ${idOf(831)}`, answeredAt: 5 };
  const answers = byKey('answers', [
    ...Object.values(source.state.answers),
    { ...judged, studentId: idOf(2), choice: 4 },
    { ...judged, studentId: idOf(3), choice: 4 },
  ]);
  const fooled = byKey('fooled', [
    ...Object.values(source.state.fooled),
    aFooled(idOf(832), idOf(830), idOf(2), { answer: 4, triedAt: 1_800_000_000_000 }),
  ]);
  const rows = async (phase: 'live' | 'ended', stage: 'judging' | 'shown') => {
    const fools = source.state.fools.map((fool) => ({ ...fool, stage }));
    const state = { ...source.state, answers, fooled, fools, phase };
    return read(await whole(csvTable('fool-drawings', { ...source, state })));
  };
  expect(await rows('live', 'shown')).toMatchObject([
    {
      ...{ game_id: idOf(830), drawing_id: idOf(831), student: 'Mia', meant: '4', leader_reads: '9' },
      ...{ others_right: '1', others_asked: '1', people_right: '2', people_asked: '2' },
      ...{ people_read_it: 'true', points: '1', taken_out: 'false' },
    },
    { drawing_id: idOf(832), student: '花子', leader_reads: '4', people_asked: '', points: '0' },
  ]);
  expect(await rows('live', 'judging')).toMatchObject([
    { people_right: '', people_asked: '', people_read_it: '', points: '' },
    { points: '' },
  ]);
  expect(await rows('ended', 'judging')).toMatchObject([{ people_right: '2', points: '1' }, {}]);
});

test('values of one setting: of each student what was expected of each, which one was dealt, and what came of it', async () => {
  const source = madeClass(['Mia', '花子']);
  const [knob] = source.state.knobs;
  const { experiment } = dealtExperiment(knob!, knob!.rounds[0]!, idOf(1))!;
  const score = {
    ...source.state.scores[0]!,
    ...{ id: idOf(250), experiment, publicAccuracy: 0.66, submittedAt: knob!.rounds[0]!.dealtAt! + 1 },
  };
  const state = { ...source.state, scores: [score] };
  const rows = read(await whole(csvTable('knob-values', { ...source, state })));
  expect(rows).toHaveLength(knob!.rounds[0]!.values.length);
  expect(rows.map(({ expected_accuracy }) => Number(expected_accuracy))).toEqual(
    knob!.rounds[0]!.values.map((_, at) => at / 10),
  );
  expect(rows.filter(({ dealt }) => dealt === 'true')).toMatchObject([
    {
      ...{ knob_id: idOf(810), setting: 'learningRate', round: '1', student: 'Mia' },
      ...{ value: String(knob!.rounds[0]!.values[4]), run_id: idOf(100), accuracy: '0.66' },
    },
  ]);
  for (const row of rows.filter(({ dealt }) => dealt === 'false'))
    expect(row).toMatchObject({ run_id: '', accuracy: '' });
});
