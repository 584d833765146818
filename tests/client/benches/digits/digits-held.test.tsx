import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { expect, test } from 'vitest';
import { DigitsBench } from '@/client/benches/digits/digits-bench';
import { FORMATS } from '@/client/i18n/formats';
import { messagesOf } from '@/client/i18n/messages';
import { initialSnapshot } from '@/client/training/initial-snapshot';
import type { BenchTraining } from '@/client/training/training';
import { DIGITS_BENCHES, type DigitsBenchId } from '@/lessons/bench';
import { handwrittenDigits } from '@/lessons/handwritten-digits/lesson';

/** Nothing is asked of it before the first effect. */
const training = {} as BenchTraining;

function bench(front: DigitsBenchId, held: string | null): string {
  return renderToStaticMarkup(
    <IntlProvider locale="en" messages={messagesOf('en')} formats={FORMATS} timeZone="UTC">
      <DigitsBench
        training={training}
        snapshot={initialSnapshot(handwrittenDigits, null, 'open')}
        held={held}
        front={front}
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
