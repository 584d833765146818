import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { bareTexts } from './bare-text';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sources = ['app', 'client'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => path.join(folder, name)),
);

/** A component that draws this. */
const drawn = (jsx: string) => `function Part({ on, title, icon }: Props) { return ${jsx}; }`;
const found = (source: string) => bareTexts(source).map(({ source: text }) => text.trim());

test('no component keeps text beside other nodes (docs/decisions/0014)', () => {
  const bare = sources.flatMap((file) =>
    bareTexts(readFileSync(path.join(root, file), 'utf8')).map(
      ({ line, source }) => `${file}:${line} ${source}`,
    ),
  );
  expect(bare).toEqual([]);
  expect(sources.length).toBeGreaterThan(300);
});

describe('what counts as bare', () => {
  test.each([
    ['text that comes and goes', "<p>{on && 'on'}<b /></p>", "{on && 'on'}"],
    ['text that changes beside a sibling', "<p><b />{on ? 'on' : 'off'}</p>", "{on ? 'on' : 'off'}"],
    ['what a translator gives', "<p>{t('words')} <b /></p>", "{t('words')}"],
    ['text before which something may be put', '<p>{on && <b />} words</p>', 'words'],
    ['a number', '<p>{list.length}<b /></p>', '{list.length}'],
    ['several texts', '<p>{title}: {on}</p>', '{title}'],
    ['a slot that may hold text', '<p><b />{icon}</p>', '{icon}'],
    ['a fragment', "<>{t('words')}</>", "{t('words')}"],
    ['a component that is text alone', "on ? 'on' : <b />", "on ? 'on' : <b />"],
    ['text from a list', '<p><b />{list.map((one) => one.name)}</p>', '{list.map((one) => one.name)}'],
    ['text from a function of the file', '<p><b />{text()}</p>', '{text()}'],
  ])('%s', (_, jsx, bare) => {
    expect(found(`${drawn(jsx)} function text() { return 'x'; }`)).toContain(bare);
  });

  test.each([
    ['an element with nothing but text', "<p>{on ? 'on' : 'off'}</p>"],
    ['texts in elements of their own', "<p><span>{t('words')}</span> {on && <b>{title}</b>}</p>"],
    ['elements from a list', '<p><b />{list.map((one) => <i key={one}>{one}</i>)}</p>'],
    ['elements from a function of the file', '<p><b />{part()}</p>'],
    ['a slot that holds elements alone', '<p><b />{mark}</p>'],
    ['white space', "<p><b />{' '}<i /></p>"],
  ])('not %s', (_, jsx) => {
    const source = `interface Props { mark: Elements; } ${drawn(jsx)} function part() { return <i />; }`;
    expect(found(source)).toEqual([]);
  });
});
