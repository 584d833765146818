/**
 * Whether a request that changes something comes from a page of this server: its Origin is the host that the request
 * itself was sent to, by whatever address the server is reached, or the public one. A browser always sends Origin with
 * a POST and lets no page forge it; without one the answer is no.
 * @param publicOrigin as in the settings, or null
 */
export function isOwnOrigin(request: Request, publicOrigin: string | null): boolean {
  const origin = request.headers.get('origin');
  if (origin === null) return false;
  if (origin === publicOrigin) return true;
  const host = request.headers.get('host') ?? new URL(request.url).host;
  try {
    const from = new URL(origin);
    return ['http:', 'https:'].includes(from.protocol) && from.host === host.toLowerCase();
  } catch {
    return false;
  }
}
