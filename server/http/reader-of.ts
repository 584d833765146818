import type { IncomingMessage } from 'node:http';
import { LANGUAGE_COOKIE, pickLanguage } from '@/client/i18n/languages';
import { knownTimeZone, TIME_ZONE_COOKIE } from '@/client/i18n/time-zone';
import type { Reader } from '@/server/export/network/taken-network';

/** In which language, and where, whoever asks reads: as pages are written for the same request. */
export function readerOf({ headers }: Pick<IncomingMessage, 'headers'>): Reader {
  return {
    language: pickLanguage(cookieOf(headers.cookie, LANGUAGE_COOKIE), headers['accept-language']),
    timeZone: knownTimeZone(cookieOf(headers.cookie, TIME_ZONE_COOKIE)),
  };
}

function cookieOf(header: string | undefined, name: string): string | undefined {
  const found = header?.split('; ').find((one) => one.startsWith(`${name}=`));
  try {
    return found && decodeURIComponent(found.slice(name.length + 1));
  } catch {
    return undefined;
  }
}
