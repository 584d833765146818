import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Makes classroom/nicknames/confusables.ts of Unicode's own table (UTS #39): `npx tsx scripts/pack-confusables.ts FILE`, where FILE
 * is confusables.txt, as it lies in ICU's sources (source/data/unidata) or at unicode.org/Public/security. What NFKC or NFD
 * changes anyhow, and what nobody can see, never reaches the table and is left out: six entries in ten. So are marks of one
 * script that share a look: who reads the script reads two vowels (Malayalam i and ii).
 */
const SCRIPTS_WITH_VOWEL_SIGNS = [
  ...[
    'Hebrew',
    'Arabic',
    'Syriac',
    'Thaana',
    'Devanagari',
    'Bengali',
    'Gurmukhi',
    'Gujarati',
    'Oriya',
    'Tamil',
  ],
  ...['Telugu', 'Kannada', 'Malayalam', 'Sinhala', 'Thai', 'Lao', 'Tibetan', 'Myanmar', 'Khmer'],
].map((script) => new RegExp(`^(?=\\p{M})\\p{Script=${script}}$`, 'u'));
const [file] = process.argv.slice(2);
if (!file) throw new Error('Say where confusables.txt is.');
const text = readFileSync(file, 'utf8');
const version = /^# Version: ([\d.]+)/m.exec(text)?.[1];
if (!version) throw new Error(`${file} names no version: not Unicode's confusables.txt?`);

const fromHex = (hex: string) =>
  String.fromCodePoint(...hex.split(' ').map((code) => Number.parseInt(code, 16)));
const toHex = (letters: string) =>
  [...letters].map((letter) => letter.codePointAt(0)!.toString(16)).join(' ');

const sources = new Map<string, string[]>();
for (const [, from, to] of text.matchAll(/^([\dA-F]+) ;\t([\dA-F ]+?) ;\tMA/gm)) {
  const letter = fromHex(from!);
  if (letter.normalize('NFKC') !== letter || letter.normalize('NFD') !== letter) continue;
  if (/[\p{Default_Ignorable_Code_Point}\p{Cf}]/u.test(letter)) continue;
  const target = toHex(fromHex(to!));
  sources.set(target, [...(sources.get(target) ?? []), toHex(letter)]);
}
/** Whether another letter of this look is a mark of the same script. */
function isReadApart(code: string, target: string, letters: readonly string[]): boolean {
  const script = SCRIPTS_WITH_VOWEL_SIGNS.find((marks) => marks.test(fromHex(code)));
  return [target, ...letters].some((other) => other !== code && script?.test(fromHex(other)));
}
const lines = [...sources].flatMap(([target, letters]) => {
  const alike = letters.filter((code) => !isReadApart(code, target, letters));
  return alike.length === 0 ? [] : [`${target}:${alike.join(',')}`];
});
const module = `/**
 * Which letters look alike: Unicode ${version}, confusables.txt of UTS #39, under the licence beside this file.
 * Written by scripts/pack-confusables.ts. A line is a look and the letters that have it, in hexadecimal code points.
 */
export const CONFUSABLES = \`
${lines.join('\n')}
\`;
`;
const target = join(fileURLToPath(new URL('..', import.meta.url)), 'classroom/nicknames/confusables.ts');
writeFileSync(target, module);
console.log(`${lines.length} looks of Unicode ${version}: ${module.length} characters`);
