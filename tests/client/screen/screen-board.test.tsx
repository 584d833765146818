import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { expect, test } from 'vitest';
import { FORMATS } from '@/client/i18n/formats';
import { messagesOf } from '@/client/i18n/messages';
import { ScreenBoard } from '@/client/screen/screen-board';
import type { BoardRow } from '@/protocol/views';

const ROW: BoardRow = {
  studentId: null,
  nickname: 'Ada',
  mark: { colour: 0, glyph: 0 },
  rank: 1,
  accuracy: 0.863,
  shown: { kind: 'share', amount: 0.863, of: null },
  finalAccuracy: null,
  submittedAt: 0,
  runId: null,
};

function words(row: BoardRow): string {
  const markup = renderToStaticMarkup(
    <IntlProvider locale="en" messages={messagesOf('en')} formats={FORMATS} timeZone="UTC">
      <ScreenBoard
        board={{ rows: [row], total: 1, revealed: row.finalAccuracy !== null, kind: 'accuracy' }}
        paused={false}
      />
    </IntlProvider>,
  );
  return markup.replace(/<[^>]*>/g, ' ');
}

test('a board that stays on the wall at the end says what ranks then', () => {
  expect(words(ROW)).toContain('86.3%');
  const after = words({ ...ROW, finalAccuracy: 0.912 });
  expect(after).toContain('91.2%');
  expect(after).not.toContain('86.3%');
});
