import { expect, test } from 'vitest';
import { allBroughtBy, broughtBy, sourceOf, sourcesUnder } from './brought-by';

/** What the server has opened already, for pages too (server/store/page-store, server/auth/auth): a second copy would be loaded while the first visitor waits. */
const OPENED = /^(?:better-auth|@node-rs\/|@prisma\/|@libsql\/|libsql$|pg$|socket\.io$|generated\/)/;

test('no page loads a database or accounts of its own', () => {
  const pages = sourcesUnder('app').filter((file) => /\/(?:page|route|layout)\.tsx?$/.test(file));
  expect(pages.length).toBeGreaterThan(30);
  const wrong = pages.flatMap((page) =>
    [...allBroughtBy(page)].flatMap((file) =>
      broughtBy(file)
        .map((target) => sourceOf(file, target) ?? target)
        .filter((target) => OPENED.test(target))
        .map((target) => `${page}: ${file} > ${target}`),
    ),
  );
  expect(wrong).toEqual([]);
});
