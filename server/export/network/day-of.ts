import type { Reader } from './taken-network';

/** A day as its reader writes it. @param time milliseconds since 1970 */
export function dayOf(time: number, { language, timeZone }: Reader): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).format(time);
}
