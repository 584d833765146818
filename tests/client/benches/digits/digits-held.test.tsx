import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { expect, test } from 'vitest';
import { DigitsBench } from '@/client/benches/digits/digits-bench';
import { partsOf } from '@/client/benches/digits/digits-place';
import { ALL_SETTINGS } from '@/client/benches/digits/training/settings-in-sight';
import { FORMATS } from '@/client/i18n/formats';
import { messagesOf } from '@/client/i18n/messages';
import { initialSnapshot } from '@/client/training/initial-snapshot';
import type { BenchTraining } from '@/client/training/training';
import { type BenchId, DIGITS_BENCHES, type DigitsBenchId, isDigitsBench } from '@/lessons/bench';
import { handwrittenDigits } from '@/lessons/handwritten-digits/lesson';
import { trainingLoop } from '@/lessons/training-loop/lesson';

/** Nothing is asked of it before the first effect. */
const training = {} as BenchTraining;

function bench(
  front: DigitsBenchId,
  held: string | null,
  parts: readonly DigitsBenchId[] = DIGITS_BENCHES,
): string {
  return renderToStaticMarkup(
    <IntlProvider locale="en" messages={messagesOf('en')} formats={FORMATS} timeZone="UTC">
      <DigitsBench
        training={training}
        snapshot={initialSnapshot(handwrittenDigits, null, 'open')}
        held={held}
        parts={parts}
        front={front}
        settings={ALL_SETTINGS}
        onFront={() => {}}
        classAt={null}
        view={null}
        readRun={null}
        onDrawing={() => {}}
      />
    </IntlProvider>,
  );
}

test.each(DIGITS_BENCHES)('%s waits while it is held, and says why', (front) => {
  expect(bench(front, 'Make your guess first.')).toMatch(
    /<p [^>]*>Make your guess first\.<\/p><fieldset disabled="" [^>]*>/,
  );
  expect(bench(front, null)).not.toMatch(
    /<fieldset disabled="" class="min-w-0"><legend class="sr-only">Digits/,
  );
  expect(bench(front, null)).not.toContain('Make your guess first.');
});

test('the pen is kept away too: paper is no form control', () => {
  expect(bench('digits-drawing', 'Wait.')).toContain('inert=""');
  expect(bench('digits-drawing', null)).not.toContain('inert');
});

const partsIn = (lesson: { steps: readonly { bench: BenchId }[] }) =>
  lesson.steps.filter(({ bench }) => isDigitsBench(bench)).map((step) => partsOf(step.bench, lesson.steps));

test('steps are changed at one place: a part has no tab where a step of its own leads to it, and none is lost', () => {
  expect(partsIn(handwrittenDigits)).toEqual([
    ['digits-pictures'],
    ['digits-training'],
    ['digits-drawing'],
    ['digits-challenge', 'digits-training'],
  ]);
  expect(partsIn(trainingLoop)).toEqual([
    ['digits-training', 'digits-pictures', 'digits-drawing'],
    ['digits-challenge', 'digits-pictures', 'digits-training', 'digits-drawing'],
  ]);
  const tabs = (parts: readonly DigitsBenchId[]) => bench(parts[0]!, null, parts).match(/role="tab"/g) ?? [];
  expect(partsIn(handwrittenDigits).map((parts) => tabs(parts).length)).toEqual([0, 0, 0, 2]);
});

test('a part that is not of the step is not shown: the step has come before its part is in front', () => {
  const parts = ['digits-drawing'] as const;
  expect(bench('digits-training', null, parts)).toContain('drawing-canvas');
  expect(bench('digits-drawing', null, parts)).toContain('drawing-canvas');
});
