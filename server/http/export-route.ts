import { z } from 'zod';
import { classIdSchema } from '@/protocol/classes';
import { exportQuery } from '@/protocol/exports';
import { exportFile } from '@/server/export/export-files';
import { readerOf } from './reader-of';
import { ownerRoute } from './route';
import { sendFile } from './send-file';

/** A class to take along. */
export const exportRoute = ownerRoute({
  method: 'GET',
  path: '/api/classes/:id/export/:name',
  params: z.object({ id: classIdSchema, ...exportQuery }),
  handle: async ({ parts, live, request, response }, { name, names }) => {
    const { language } = readerOf(request);
    await sendFile(response, await exportFile(parts.store, live.state(), name, names === 'yes', language));
    return null;
  },
});
