/** Where a teacher goes when no page was asked for. */
export const TEACHER_HOME = '/teach';

const TEACHER_PAGES = /^\/(teach|review|screen)(?=[/?#]|$)/;
const SIGN_IN_PAGES = /^\/teach\/sign-(in|up)(?=[/?#]|$)/;

/**
 * The page to go to after signing in: the one asked for if it is a teacher's page of this server, else the list of
 * classes. Anything that a browser might read as another host, or that would come back to the form, is dropped.
 */
export function safeNext(asked: string | string[] | null | undefined): string {
  if (typeof asked !== 'string' || asked.length > 500) return TEACHER_HOME;
  // A browser takes a backslash for a slash and drops control characters before it reads an address.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  if (/[\\\u0000-\u001f]/.test(asked) || !TEACHER_PAGES.test(asked) || SIGN_IN_PAGES.test(asked)) {
    return TEACHER_HOME;
  }
  const base = 'http://here.invalid';
  const address = URL.canParse(asked, base) ? new URL(asked, base) : null;
  if (address?.origin !== base || !TEACHER_PAGES.test(address.pathname)) return TEACHER_HOME;
  return SIGN_IN_PAGES.test(address.pathname)
    ? TEACHER_HOME
    : `${address.pathname}${address.search}${address.hash}`;
}

/** The sign-in page that leads back to `next`. */
export function signInPath(next: string): string {
  const safe = safeNext(next);
  return safe === TEACHER_HOME ? '/teach/sign-in' : `/teach/sign-in?next=${encodeURIComponent(safe)}`;
}
