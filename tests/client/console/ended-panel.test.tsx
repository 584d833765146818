import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { expect, test } from 'vitest';
import { EndedPanel } from '@/client/console/ended-panel';
import { FORMATS } from '@/client/i18n/formats';
import { messagesOf } from '@/client/i18n/messages';
import type { Board, TeacherView } from '@/protocol/views';

const EMPTY: Board = { rows: [], total: 0, revealed: false, kind: 'accuracy' };

function words(
  view: { board: Board; devices: TeacherView['devices'] },
  revealed: boolean | null = null,
): string {
  const now = revealed === null ? null : { revealed };
  const facts = { startedAt: 0, endedAt: 60_000, studentCount: 3 };
  const markup = renderToStaticMarkup(
    <IntlProvider locale="en" messages={messagesOf('en')} formats={FORMATS} timeZone="UTC">
      <EndedPanel
        view={{ ...view, class: facts, reveal: { offered: false, now } } as unknown as TeacherView}
      />
    </IntlProvider>,
  );
  return markup.replace(/<[^>]*>/g, ' ');
}

test('where devices were measured it counts devices, and speaks of no submission', () => {
  const said = words({ board: EMPTY, devices: { total: 2, devices: [] } });
  expect(said).toMatch(/Devices measured\s+2/);
  expect(said).not.toMatch(/Submitted|accuracy|hidden half/);
});

test('where networks were handed in it says how many, and the best', () => {
  const said = words({ board: { ...EMPTY, revealed: true }, devices: null });
  expect(said).toMatch(/Submitted\s+0/);
  expect(said).toMatch(/Best final accuracy/);
});

test('while its race is revealed step by step, it does not say that the hidden half was', () => {
  const view = { board: { ...EMPTY, revealed: true }, devices: null };
  expect(words(view, false)).toMatch(/hidden half is yours to reveal/);
  for (const revealed of [null, true]) expect(words(view, revealed)).toMatch(/hidden half is revealed/);
});
