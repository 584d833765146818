import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Checks } from './checks';

/** Comma, quotes, UTF-8, from the first line: what LibreOffice’s window offers by itself, and without one has to be told. */
const UTF8 = '--infilter=Text - txt - csv (StarCalc):44,34,76,1';

/** Opens tables of a folder in LibreOffice, without its window; each is then a flat spreadsheet (`.fods`) beside it. */
export function openInLibreOffice(folder: string, tables: readonly string[]): void {
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${folder}/profile`,
      ...['--headless', UTF8, '--convert-to', 'fods', '--outdir', folder],
      ...tables.map((table) => path.join(folder, `${table}.csv`)),
    ],
    { stdio: 'ignore' },
  );
}

/** Whether nothing of a table that was opened is a formula. @param what it is called where that is told */
export function noFormula(folder: string, table: string, what: string, checks: Checks): void {
  const sheet = readFileSync(path.join(folder, `${table}.fods`), 'utf8');
  const formula = sheet.match(/table:formula="[^"]*"/)?.[0] ?? 'none';
  checks.check(`${what}: nothing is calculated`, formula === 'none', formula);
}
