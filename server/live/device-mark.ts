import { createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { DEVICE_COOKIE, deviceMarkSchema } from '@/protocol/device';

/** The mark that a browser's cookie has; null: none, or none of ours. */
export function deviceCookie({ cookie }: IncomingHttpHeaders): string | null {
  const found = cookie?.split(';').find((part) => part.trim().startsWith(`${DEVICE_COOKIE}=`));
  const parsed = deviceMarkSchema.safeParse(found?.trim().slice(DEVICE_COOKIE.length + 1));
  return parsed.success ? parsed.data : null;
}

/** What is kept of a mark: in each room (a group, or a class of its own) another, so that nobody can tell from two classes who was in both. */
export function deviceHash(secret: string, roomId: string, mark: string): string {
  return createHmac('sha256', secret).update(`device ${mark} in ${roomId}`).digest('hex');
}
