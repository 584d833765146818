import { strToU8, zipSync } from 'fflate';

/** A cell as a spreadsheet writes it: a text, a number, a day (as its number), truth, an error, or none. */
export type Cell = string | number | boolean | { day: number } | { error: string } | null;

export interface SheetWish {
  name: string;
  rows: readonly (readonly Cell[])[];
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function letters(column: number): string {
  return (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/**
 * A workbook as Excel lays it out: shared texts (with their reading, as Japanese Excel adds it), styles for days.
 * @param more further parts, or others in the place of these
 */
export function makeWorkbook(
  sheets: readonly SheetWish[],
  more: Record<string, Uint8Array> = {},
): Uint8Array<ArrayBuffer> {
  const texts: string[] = [];
  const cell = (value: Cell, place: string): string => {
    if (value === null) return `<c r="${place}" s="0"/>`;
    if (typeof value === 'string') {
      texts.push(value);
      return `<c r="${place}" t="s"><v>${texts.length - 1}</v></c>`;
    }
    if (typeof value === 'number') return `<c r="${place}"><f>1+1</f><v>${value}</v></c>`;
    if (typeof value === 'boolean') return `<c r="${place}" t="b"><v>${value ? 1 : 0}</v></c>`;
    return 'day' in value
      ? `<c r="${place}" s="1"><v>${value.day}</v></c>`
      : `<c r="${place}" t="e"><v>${value.error}</v></c>`;
  };
  const sheetXml = ({ rows }: SheetWish) =>
    `${HEAD}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows
      .map(
        (row, i) =>
          `<row r="${i + 1}">${row.map((value, column) => cell(value, `${letters(column)}${i + 1}`)).join('')}</row>`,
      )
      .join('')}</sheetData><pageMargins left="0.7"/></worksheet>`;
  const parts: Record<string, Uint8Array> = {};
  sheets.forEach((sheet, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = strToU8(sheetXml(sheet));
  });
  const list = sheets
    .map(({ name }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
    .join('');
  const links = sheets
    .map((_, i) => `<Relationship Id="rId${i + 1}" Type="worksheet" Target="worksheets/sheet${i + 1}.xml"/>`)
    .join('');
  const strings = texts
    .map((text, i) => {
      const signs = [...text];
      const half = Math.floor(signs.length / 2);
      // Every third is written in two runs, as cells with mixed fonts are.
      const runs = i % 3 === 2 ? [signs.slice(0, half).join(''), signs.slice(half).join('')] : null;
      const body = runs
        ? runs.map((run) => `<r><rPr><b/></rPr><t xml:space="preserve">${escaped(run)}</t></r>`).join('')
        : `<t xml:space="preserve">${escaped(text)}</t>`;
      return `<si>${body}<rPh sb="0" eb="1"><t>ヨミ</t></rPh><phoneticPr fontId="1"/></si>`;
    })
    .join('');
  return zipSync({
    '[Content_Types].xml': strToU8(`${HEAD}<Types/>`),
    'xl/workbook.xml': strToU8(
      `${HEAD}<workbook xmlns:r="r"><workbookPr/><sheets>${list}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(`${HEAD}<Relationships>${links}</Relationships>`),
    'xl/sharedStrings.xml': strToU8(`${HEAD}<sst>${strings}</sst>`),
    'xl/styles.xml': strToU8(
      `${HEAD}<styleSheet><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    ),
    ...parts,
    ...more,
  }) as Uint8Array<ArrayBuffer>;
}

/** The same archive, with another size claimed for one of its parts when unpacked. */
export function claimSize(
  archive: Uint8Array<ArrayBuffer>,
  part: string,
  size: number,
): Uint8Array<ArrayBuffer> {
  const bytes = archive.slice();
  const view = new DataView(bytes.buffer);
  const name = strToU8(part);
  for (let i = 0; i + 46 < bytes.length; i++) {
    const sign = view.getUint32(i, true);
    const [nameAt, sizeAt] = sign === 0x04034b50 ? [30, 22] : sign === 0x02014b50 ? [46, 24] : [0, 0];
    if (nameAt > 0 && name.every((byte, k) => bytes[i + nameAt + k] === byte))
      view.setUint32(i + sizeAt, size, true);
  }
  return bytes;
}
