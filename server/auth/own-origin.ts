/**
 * Whether a request comes from a page of this server: its Origin is the host that the request itself was sent to, by whatever
 * address the server is reached, or the public one. A browser always sends Origin with whatever changes something and lets no page
 * forge it. Without one the answer is no: it is no page, or a plain GET, and the caller decides whether that will do.
 * @param publicOrigin as in the settings, or null
 */
export function isOwnOrigin(
  { origin, host }: { origin?: string | null | undefined; host?: string | null | undefined },
  publicOrigin: string | null,
): boolean {
  if (!origin || !URL.canParse(origin)) return false;
  // As it is written, and in the form to which browsers bring an international name.
  if (origin === publicOrigin || new URL(origin).origin === publicOrigin) return true;
  const from = new URL(origin);
  return ['http:', 'https:'].includes(from.protocol) && from.host === host?.toLowerCase();
}
