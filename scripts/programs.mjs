/** The programs that tests need besides Node, and how to get them. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const onPath = (names) =>
  names.flatMap((name) =>
    (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, name)),
  );

/** What Playwright has downloaded, the newest first. */
function playwrightBrowsers(kind, program) {
  const cache =
    process.env.PLAYWRIGHT_BROWSERS_PATH ?? path.join(process.env.HOME ?? '', '.cache/ms-playwright');
  if (!existsSync(cache)) return [];
  const folders = readdirSync(cache).filter((name) => new RegExp(`^${kind}-\\d+$`).test(name));
  return folders
    .sort()
    .reverse()
    .flatMap((name) =>
      readdirSync(path.join(cache, name)).map((inner) => path.join(cache, name, inner, program)),
    );
}

const firstThere = (files) => files.find((file) => file && existsSync(file)) ?? null;

/** A Chromium: CHROME_PATH, the system's, Playwright's own; null where there is none. */
export function findChromium() {
  return firstThere([
    process.env.CHROME_PATH,
    ...onPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ...playwrightBrowsers('chromium', 'chrome'),
  ]);
}

/** Chromium without its own windows, which walks through pages in two thirds of the time; where there is none, the whole one. */
export function findHeadlessChromium() {
  if (process.env.CHROME_PATH) return findChromium();
  return (
    firstThere([
      ...onPath(['chromium-headless-shell', 'chrome-headless-shell']),
      ...playwrightBrowsers('chromium_headless_shell', 'headless_shell'),
      ...playwrightBrowsers('chromium_headless_shell', 'chrome-headless-shell'),
    ]) ?? findChromium()
  );
}

/** The folder of PostgreSQL's server programs (initdb, postgres), or null. */
export function findPostgres() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    process.env.POSTGRES_BIN,
    ...versions.map((version) => path.join(debian, version, 'bin')),
    ...onPath(['initdb']).map((file) => path.dirname(file)),
  ];
  return folders.find((folder) => folder && existsSync(path.join(folder, 'initdb'))) ?? null;
}

/** Redis's server, or null. */
const findRedis = () => onPath(['redis-server']).find((file) => existsSync(file)) ?? null;

const mayInstall = () =>
  process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');

/** Installs Debian packages, as root on Debian. Returns whether it worked. */
function install(packages) {
  console.log(`Installing ${packages.join(', ')} …`);
  const apt = (args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  return apt(['update', '-qq']) && apt(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
}

/** What the tests need, each found or installed. Throws one line for what is missing; without the headless Chromium they take longer. */
export function provideTestPrograms() {
  const missing = [
    ...(findChromium() ? [] : ['chromium']),
    ...(findPostgres() ? [] : ['postgresql']),
    ...(findRedis() ? [] : ['redis-server']),
  ];
  const wanted = findHeadlessChromium() === findChromium() && !process.env.CHROME_PATH;
  if (mayInstall()) {
    if (missing.length > 0) install(missing);
    if (wanted) install(['chromium-headless-shell']);
  }
  if (!findChromium())
    throw new Error(
      'The tests need a Chromium: install one (Debian: apt-get install chromium) or set CHROME_PATH to it.',
    );
  if (!findPostgres())
    throw new Error(
      'The tests need PostgreSQL’s programs: install them (Debian: apt-get install postgresql) or set POSTGRES_BIN to their folder.',
    );
  if (!findRedis())
    throw new Error('The tests need Redis: install it (Debian: apt-get install redis-server).');
}
