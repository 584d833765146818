import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { describe, expect, it } from 'vitest';
import { broken } from '@/client/i18n/broken';
import { messagesOf } from '@/client/i18n/messages';
import { phrasesOf } from '@/client/i18n/phrases';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { Checkbox } from '@/client/ui/checkbox';
import { DataTable } from '@/client/ui/data-table';
import type { Elements } from '@/client/ui/elements';
import { EmptyState } from '@/client/ui/empty-state';
import { Field } from '@/client/ui/field';
import { Notice } from '@/client/ui/notice';
import { PageHeader } from '@/client/ui/page-header';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { SliderField } from '@/client/ui/slider-field';
import { Stat } from '@/client/ui/stat';

const WORDS = 'この端末だけで計算を始める';
const PHRASES = ['この', '端末だけで', '計算を', '始める'];

const MARKED = PHRASES.map((phrase) => `<span>${phrase}</span>`).join('<wbr/>');

function markup(children: Elements): string {
  return renderToStaticMarkup(
    <IntlProvider locale="ja" messages={messagesOf('ja')} timeZone="UTC">
      {children}
    </IntlProvider>,
  );
}
const nothing = () => {};

describe('words of controls', () => {
  it('break between their phrases alone, and stay one text', () => {
    expect(phrasesOf(WORDS)).toEqual(PHRASES);
    const html = markup(<p>{broken(WORDS)}</p>);
    expect(html).toContain(MARKED);
    expect(html).toContain('[word-break:keep-all]');
    expect(html.replace(/<[^>]*>/g, '')).toBe(WORDS);
    expect(broken('Train with the class')).toBe('Train with the class');
    // A derivative is one whole, and the text stays as it is written.
    for (const text of ['その傾き ∂L/∂w₁ はいくつですか？', 'What is dL/dw and/or ∂L/∂y?']) {
      const html = markup(<p>{broken(text)}</p>);
      expect(html).toMatch(/<span translate="no" class="whitespace-nowrap">(∂L\/∂w₁|dL\/dw)<\/span>/);
      expect(html.replace(/<[^>]*>/g, '')).toBe(text);
    }
    const element = <b>{WORDS}</b>;
    expect(broken(element)).toBe(element);
  });

  it.each<[name: string, part: Elements]>([
    ['button', <Button key="1">{WORDS}</Button>],
    ['its reason', <Button key="2" disabledReason={WORDS} />],
    ['card', <Card key="3" title={WORDS} />],
    ['checkbox', <Checkbox key="4" label={WORDS} checked onChange={nothing} />],
    ['empty state', <EmptyState key="5" title={WORDS} />],
    [
      'field',
      <Field key="6" id="a" label={WORDS}>
        <i />
      </Field>,
    ],
    [
      'hint',
      <Field key="7" id="a" label="" hint={WORDS}>
        <i />
      </Field>,
    ],
    ['notice', <Notice key="8">{WORDS}</Notice>],
    ['page', <PageHeader key="9" title="" lead={WORDS} />],
    ['slider', <SliderField key="10" label={WORDS} value={1} min={0} max={2} onChange={nothing} />],
    ['figure', <Stat key="11" label={WORDS} value="1" />],
    [
      'segment',
      <SegmentedControl
        key="12"
        label=""
        value="a"
        onChange={nothing}
        segments={[{ value: 'a', label: WORDS }]}
      />,
    ],
    [
      'table',
      <DataTable
        key="13"
        caption=""
        columns={[{ id: 'a', header: WORDS, cell: () => '' }]}
        rows={[]}
        rowKey={String}
      />,
    ],
  ])('of a %s', (_name, part) => {
    expect(markup(part)).toContain(MARKED);
  });
});
