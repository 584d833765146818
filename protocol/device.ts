import { z } from 'zod';

/**
 * The mark of a browser's profile: 128 random bits that say nothing of it or of who uses it. The server keeps a keyed hash of it with a class, so that who was banned
 * from that class does not come back as somebody new (decision 74).
 */
export const deviceMarkSchema = z.string().regex(/^[0-9a-f]{32}$/);

/** `POST` with what the browser's storage still has: answered with the mark that holds, which a cookie has from then on. */
export const DEVICE_PATH = '/api/device';
export const deviceSchema = z.strictObject({ mark: deviceMarkSchema.optional() });

/** Out of reach for scripts (HttpOnly). */
export const DEVICE_COOKIE = 'perceptroom-device';
