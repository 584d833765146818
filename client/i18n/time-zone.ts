/** Cookie in which the browser tells its time zone, so that the server writes times as the person reads them. */
export const TIME_ZONE_COOKIE = 'time-zone';

/** The zone if this system knows it, else UTC: a cookie is anybody's text. */
export function knownTimeZone(zone: string | undefined): string {
  if (!zone || zone.length > 64) return 'UTC';
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
