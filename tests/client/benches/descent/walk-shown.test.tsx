import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { expect, test } from 'vitest';
import DescentChallenge from '@/client/benches/descent/descent-challenge';
import { FIRST_DESCENT } from '@/client/benches/descent/walk-tries';
import { FORMATS } from '@/client/i18n/formats';
import { messagesOf } from '@/client/i18n/messages';
import { refuse } from '@/protocol/refusals';

const settings = FIRST_DESCENT.settings['narrow-valley'];

/** The bench as it shows another's work. */
function shownWith(run: unknown): string {
  const works = { challenge: FIRST_DESCENT, run };
  return renderToStaticMarkup(
    <IntlProvider locale="en" messages={messagesOf('en')} formats={FORMATS} timeZone="UTC">
      <DescentChallenge
        options={{}}
        place={{
          kind: 'class',
          seed: 7,
          lessonId: 'descent',
          stepId: 'challenge',
          held: null,
          handIn: async () => refuse('not-allowed'),
          standing: null,
          board: null,
          cameTrue: () => {},
          announce: () => {},
          shown: Object.entries(works).map(([name, work]) => ({ name, text: JSON.stringify(work) })),
        }}
      />
    </IntlProvider>,
  );
}

test('a walk on its way is shown over a shoulder as far as it has come, and nothing else in its place', () => {
  expect(shownWith({ settings, taken: 3 })).toContain('data-step="3"');
  expect(shownWith(null)).toContain('data-step="0"');
  for (const damaged of [{ settings, taken: -1 }, { settings: { ...settings, rate: 99 }, taken: 3 }, 'x'])
    expect(shownWith(damaged)).toContain('data-step="0"');
  // Farther than the walk goes is its end.
  expect(shownWith({ settings, taken: 9_999 })).toMatch(/data-step="[1-9]\d{0,2}"/);
});
