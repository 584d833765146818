import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request was made by a page of this server: its Origin names the host that was asked, or the public origin.
 * No Origin at all is no page (or a plain GET): the caller decides whether that will do.
 */
export function isSameOrigin(headers: IncomingHttpHeaders, publicOrigin: string | null): boolean {
  const { origin, host } = headers;
  if (!origin || !host) return false;
  if (publicOrigin !== null && origin.toLowerCase() === publicOrigin) return true;
  try {
    return new URL(origin).host === host.toLowerCase();
  } catch {
    return false;
  }
}
