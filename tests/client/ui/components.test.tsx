import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '@/client/i18n/formats';
import { messagesOf } from '@/client/i18n/messages';
import { Banner } from '@/client/ui/banner';
import { Button } from '@/client/ui/button';
import { type Column, DataTable } from '@/client/ui/data-table';
import { GLYPH_PATHS, wrapIndex } from '@/client/ui/glyphs';
import { ProgressBar } from '@/client/ui/progress-bar';
import { QrCode } from '@/client/ui/qr-code';
import { RoomCode } from '@/client/ui/room-code';
import { SelectField } from '@/client/ui/select-field';
import { StudentMark } from '@/client/ui/student-mark';
import { TextField } from '@/client/ui/text-field';
import { readTheme } from '@/client/ui/theme';
import type { Language } from '@/lessons/languages';

function html(node: ReactNode, language: Language = 'en'): string {
  return renderToStaticMarkup(
    <IntlProvider locale={language} messages={messagesOf(language)} formats={FORMATS} timeZone="UTC">
      {node}
    </IntlProvider>,
  );
}

describe('Button', () => {
  it('with a reason stays reachable, says that it is off and why', () => {
    const markup = html(<Button disabledReason="Train first.">Submit</Button>);
    const id = /aria-describedby="([^"]+)"/.exec(markup)?.[1];
    expect(markup).toContain('aria-disabled="true"');
    expect(markup).not.toMatch(/<button[^>]* disabled=/);
    expect(markup).toContain(`id="${id}"`);
    expect(markup).toContain('Train first.');
  });
  it('while busy keeps its label and says that it works', () => {
    const markup = html(<Button busy>Submit</Button>, 'ja');
    expect(markup).toContain('aria-busy="true"');
    expect(markup).toContain('Submit');
    expect(markup).toContain('処理中…');
  });
  it('sends no form unless told', () => {
    expect(html(<Button>x</Button>)).toContain('type="button"');
    expect(html(<Button type="submit">x</Button>)).toContain('type="submit"');
  });
});

describe('TextField', () => {
  it('ties label and error to the input', () => {
    const markup = html(<TextField id="f" label="Email" hint="hint" error="Check the @." />);
    expect(markup).toContain('for="f"');
    expect(markup).toMatch(/<input[^>]*aria-invalid="true"[^>]*aria-describedby="f-note"/);
    expect(markup).toMatch(/id="f-note" role="alert"/);
    expect(markup).not.toContain('>hint<');
  });
});

describe('SelectField', () => {
  it('puts choices of one heading under it, and leaves those without one as they are', () => {
    const choices = [
      { value: 'all', label: 'All' },
      { value: 'a', label: 'A', group: 'Letters' },
      { value: 'b', label: 'B', group: 'Letters' },
      { value: '1', label: 'One', group: 'Numbers' },
    ];
    const plain = html(
      <SelectField<string> label="l" value="all" onChange={() => {}} choices={choices} />,
    ).replace(/ selected=""/g, '');
    expect(plain).toContain(
      '<option value="all">All</option><optgroup label="Letters"><option value="a">A</option><option value="b">B</option></optgroup><optgroup label="Numbers">',
    );
  });
});

describe('RoomCode', () => {
  it('carries the bare code as its text, and spells it for readers', () => {
    const markup = html(<RoomCode code="K7M4QX" />);
    const inner = /data-testid="room-code"[^>]*>(.*?)<\/span><\/span>/.exec(markup)?.[1] ?? '';
    expect(inner.replace(/<[^>]+>/g, '')).toBe('K7M4QX');
    expect(markup).toContain('K 7 M 4 Q X');
  });
});

describe('QrCode', () => {
  it('has a text alternative that holds the address', () => {
    const markup = html(<QrCode value="http://192.168.1.4:3000/join/K7M4QX" />, 'ja');
    expect(markup).toContain('aria-label="http://192.168.1.4:3000/join/K7M4QX のQRコード"');
  });
});

describe('StudentMark', () => {
  it('names colour and shape in both languages', () => {
    const mark = { colour: 0, glyph: 4 };
    expect(html(<StudentMark mark={mark} decorative={false} />)).toContain('aria-label="blue star"');
    expect(html(<StudentMark mark={mark} decorative={false} />, 'ja')).toContain('aria-label="青の星"');
  });
  it('has a name for every pair, and twelve different shapes', () => {
    expect(new Set(GLYPH_PATHS).size).toBe(12);
    for (const language of ['en', 'ja'] as const) {
      const names = new Set<string>();
      for (let colour = 0; colour < 8; colour += 1) {
        for (let glyph = 0; glyph < 12; glyph += 1) {
          const markup = html(<StudentMark mark={{ colour, glyph }} decorative={false} />, language);
          names.add(/aria-label="([^"]+)"/.exec(markup)?.[1] ?? '');
        }
      }
      expect(names.size).toBe(96);
    }
  });
  it('survives an index that is out of range or no number', () => {
    expect([wrapIndex(8, 8), wrapIndex(-1, 12), wrapIndex(Number.NaN, 12), wrapIndex(2.7, 12)]).toEqual([
      0, 11, 0, 2,
    ]);
  });
});

describe('DataTable', () => {
  const columns: Column<{ name: string; loss: number }>[] = [
    { id: 'name', header: 'Name', rowHeader: true, cell: (row) => row.name },
    { id: 'loss', header: 'Loss', align: 'right', sortable: true, cell: (row) => row.loss },
  ];
  it('names itself, says how it is sorted, and marks the own row', () => {
    const markup = html(
      <DataTable
        caption="Leaderboard"
        columns={columns}
        rows={[{ name: 'Otter', loss: 0.1 }]}
        rowKey={(row) => row.name}
        isOwnRow={(row) => row.name === 'Otter'}
        sort={{ column: 'loss', direction: 'ascending' }}
        onSort={() => {}}
      />,
    );
    expect(markup).toMatch(/<caption[^>]*>Leaderboard/);
    expect(markup).toContain('aria-sort="ascending"');
    expect(markup).toContain('aria-current="true"');
    expect(markup).toMatch(/<th scope="row"[^>]*>Otter/);
  });
  it('shows what is said for an empty table', () => {
    const markup = html(
      <DataTable caption="Runs" columns={columns} rows={[]} rowKey={(row) => row.name} empty="No runs yet" />,
    );
    expect(markup).toContain('colSpan="2"');
    expect(markup).toContain('No runs yet');
  });
  it('draws of thousands of rows of one height those in sight, and says how many there are', () => {
    const rows = Array.from({ length: 5_000 }, (_, index) => ({ name: `Run ${index}`, loss: index }));
    const markup = html(
      <DataTable
        caption="Runs"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.name}
        rowHeight={40}
        across={(row) => (row.loss === 1 ? 'A group' : null)}
      />,
    );
    expect(markup).toContain('aria-rowcount="5001"');
    expect(markup).toContain('<tr aria-rowindex="2"');
    expect(markup.match(/scope="row"/g)!.length).toBeLessThan(100);
    expect(markup).toMatch(/<th scope="rowgroup" colSpan="2"[^>]*>A group/);
    // The room of the others is kept, so that the bar of the box tells the truth.
    const [, left] = /height:(\d+)px"><\/td>/.exec(markup)!;
    expect(Number(left) / 40 + markup.match(/aria-rowindex/g)!.length - 1).toBe(5_000);
  });
});

describe('Banner and Progress', () => {
  it('a banner without words keeps its place in the page for readers, and shows nothing', () => {
    expect(html(<Banner>{null}</Banner>)).toMatch(/^<div role="status"[^>]*><\/div>$/);
  });
  it('progress stays within 0 and 100 and says nothing false while unknown', () => {
    expect(html(<ProgressBar label="Epoch" value={1.4} />)).toContain('aria-valuenow="100"');
    expect(html(<ProgressBar label="Epoch" value={null} />)).not.toContain('aria-valuenow');
  });
});

describe('readTheme', () => {
  it('takes only what it knows', () => {
    expect([readTheme('dark'), readTheme('light'), readTheme('x'), readTheme(undefined)]).toEqual([
      'dark',
      'light',
      'system',
      'system',
    ]);
  });
});
