import { z } from 'zod';
import { DEVICE_COOKIE, deviceSchema } from '@/protocol/device';
import { refuse } from '@/protocol/refusals';
import { newId } from '@/server/live/credentials';
import { deviceCookie } from '@/server/live/device-mark';
import { readJson } from './read-json';
import { openRoute } from './route';

/** For half a year: longer than a course. */
const KEPT_SECONDS = 180 * 24 * 3600;

/** Gives a browser the mark that it had, from its cookie or else from its storage, or a new one. Nothing is kept here. */
export const deviceRoute = openRoute({
  method: 'POST',
  path: '/api/device',
  params: z.object({}),
  handle: async ({ parts, request, response }) => {
    const body = deviceSchema.safeParse(await readJson(request));
    if (!body.success) return refuse('bad-request');
    const mark = deviceCookie(request.headers) ?? body.data.mark ?? newId();
    const secure = parts.env.publicOrigin?.startsWith('https:') ? '; Secure' : '';
    response.setHeader(
      'set-cookie',
      `${DEVICE_COOKIE}=${mark}; Path=/; Max-Age=${KEPT_SECONDS}; HttpOnly; SameSite=Lax${secure}`,
    );
    return { ok: true, mark };
  },
});
