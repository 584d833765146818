import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { expect, test } from 'vitest';
import { broughtBy } from '@/client/benches/playground/data/brought';
import { ColumnsTable } from '@/client/benches/playground/data/columns-table';
import { ReadingFields } from '@/client/benches/playground/data/reading-fields';
import { RowChoices } from '@/client/benches/playground/data/row-choices';
import { TableVerdict } from '@/client/benches/playground/data/table-verdict';
import { FORMATS } from '@/client/i18n/formats';
import { messagesOf } from '@/client/i18n/messages';
import { TITANIC } from '@/tests/field/known-tables';
import { readText } from '@/tests/field/read-text';

/** What the dialog says of a text, without the signs of its making. */
function said(text: string, locale: 'en' | 'ja'): string {
  const brought = broughtBy({ kind: 'text', text });
  const read = readText(text);
  const missing: string[] = [];
  const markup = renderToStaticMarkup(
    <IntlProvider
      locale={locale}
      messages={messagesOf(locale)}
      formats={FORMATS}
      timeZone="UTC"
      onError={(error) => missing.push(error.message)}
    >
      <ReadingFields brought={brought} read={read} onChange={() => {}} />
      <ColumnsTable read={read} onChoice={() => {}} />
      <RowChoices read={read} onChoice={() => {}} />
      <TableVerdict read={read} />
    </IntlProvider>,
  );
  expect(missing).toEqual([]);
  return markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}

test('a table is told in both languages: what was found, what each column holds, what will be trained', () => {
  const english = said(`Passengers, as they were\n${TITANIC}`, 'en');
  expect(english).toContain('Left out above the table: “Passengers as they were”');
  expect(english).toContain('Survived number');
  expect(english).toContain('name or number of the row, 12 different');
  expect(english).toContain('2 gaps');
  expect(english).toContain('10 rows, 5 inputs (scaled), 2 classes: 0, 1. 2 rows with gaps left out.');
  const japanese = said(TITANIC, 'ja');
  expect(japanese).toContain('10行、入力5個（拡大・縮小あり）、2クラス：0、1。');
  expect(japanese).toContain('欠損のある2行を除きました。');
});

test('cells that are no numbers are shown with what stands there; classes alike but for capitals are named', () => {
  const english = said('x,y,kind\n1,2,Rose\n2,two,rose\n3,1,lily\n4,4,lily\n5,5,Rose\n6,6,rose\n', 'en');
  expect(english).toContain('1 cell no number: “two”');
  expect(english).toContain('Some classes differ only in capitals');
});

test('what stands in the way is said with its place and what to do', () => {
  expect(said('x,y,label\n1,2,A\n2,,B\n3,1,A\n4,4,B', 'en')).toContain(
    'Line 3, column 2: a value is missing.',
  );
  const many = `x,y,label\n${Array.from({ length: 30 }, (_, i) => `${i},${i % 4},k${i % 8}`).join('\n')}`;
  expect(said(many, 'en')).toContain('Keep only the 6 largest classes');
});
