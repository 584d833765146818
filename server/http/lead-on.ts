import { isRoomCode, normaliseRoomCode } from '@/protocol/room-code';

/** Pages of one class, by the beginning of their addresses. */
const CLASS_PAGES = ['/join', '/class', '/screen', '/teach/live'];
/** Where such an address leads that has no code at all. */
const WITHOUT_CODE: Readonly<Record<string, string>> = { '/screen': '/teach', '/teach/live': '/teach' };
/** What a chat or a sentence puts around a code. */
const AROUND = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/**
 * The address that somebody meant who followed one which is not quite right: `/CODE`, `/join`, `/join/CODE.`, `/Class/code/`,
 * a code in full width. Null where it is right, or means nothing: then the pages answer.
 */
export function leadOn(pathname: string): string | null {
  const path = readable(pathname);
  const bare = path.toLowerCase().replace(/\/+$/u, '');
  const page = CLASS_PAGES.find((one) => bare === one || bare.startsWith(`${one}/`));
  if (page === undefined) {
    const alone = /^\/+([^/]+)\/*$/u.exec(path);
    const code = alone && codeAlone(alone[1]!);
    return code ? `/join/${code}` : null;
  }
  const rest = path
    .replace(/^\/+/u, '')
    .split('/')
    .slice(page.split('/').length - 1);
  const code = codeIn(rest[0] ?? '');
  if (code === null) return (rest[0] ?? '').replace(AROUND, '') === '' ? (WITHOUT_CODE[page] ?? '/') : null;
  const meant = `${page}/${code}`;
  return meant === pathname ? null : meant;
}

/** A code with nothing but blanks and hyphens in it: `/app.css` is a file. */
function codeAlone(segment: string): string | null {
  const code = segment
    .normalize('NFKC')
    .replace(AROUND, '')
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase();
  return isRoomCode(code) ? code : null;
}

/** A code in a place where only a code can be: before whatever follows it, or with signs in between. */
function codeIn(segment: string): string | null {
  const [first = ''] = segment
    .normalize('NFKC')
    .replace(AROUND, '')
    .split(/[^\p{L}\p{N}\p{Pd}\s]/u);
  return (
    codeAlone(segment) ??
    codeAlone(first) ??
    (isRoomCode(normaliseRoomCode(segment)) ? normaliseRoomCode(segment) : null)
  );
}

/** Percent signs undone, twice where a chat has coded them again; what is no such code stays away. */
function readable(pathname: string): string {
  let text = pathname;
  for (let round = 0; round < 2; round += 1) {
    const sound = text.replace(/%(?![\da-f]{2})/giu, '');
    try {
      text = decodeURIComponent(sound);
    } catch {
      return sound.replace(/(?:%[\da-f]{2})+/giu, ' ');
    }
  }
  return text;
}
