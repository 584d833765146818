import { expect, test } from 'vitest';
import { ShownTraining } from '@/client/benches/run/shown-training';
import { type OpenReport, writeRun } from '@/client/benches/run/training-work';
import { handwrittenDigits } from '@/lessons/handwritten-digits/lesson';

const labels = Array.from({ length: 10 }, (_, label) => label);
/** Nine of ten right, the tenth taken for a nought. */
const confusion: number[][] = labels.map((row) =>
  labels.map((answer) => (row === answer ? 9 : answer === 0 ? 1 : 0)),
);
confusion[0]![0] = 10;

function shown(report: OpenReport | null) {
  const run = {
    experiment: { ...handwrittenDigits.experiment, seed: 1 },
    state: 'finished',
    totalSteps: 940,
    points: [],
    report,
  } as const;
  const works = [{ name: 'run', text: JSON.stringify(writeRun(run)) }];
  return new ShownTraining(handwrittenDigits, works).snapshot().current;
}

test('what another’s network gets right and wrong is shown as it was counted there', () => {
  const current = shown({ step: 940, seconds: 12.34, confusion });
  expect(current?.report).toMatchObject({
    step: 940,
    seconds: 12.3,
    examples: 100,
    accuracy: 0.91,
    confusion,
  });
  expect(current?.report?.classAccuracy.slice(0, 2)).toEqual([1, 0.9]);
});

test('counts of other labels than the run’s are no report, and no reason to show nothing', () => {
  const other = [
    [3, 1],
    [0, 4],
  ];
  expect(shown({ step: 1, seconds: 1, confusion: other })).toMatchObject({ state: 'finished', report: null });
  expect(shown(null)?.report).toBeNull();
});
