import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { classIdSchema } from '@/protocol/classes';
import { exportQuery } from '@/protocol/exports';
import { exportFile } from '@/server/export/export-files';
import { ownerRoute } from './route';

/** A class to take along, sent as it is read: no faster than whoever asks takes it. */
export const exportRoute = ownerRoute({
  method: 'GET',
  path: '/api/classes/:id/export/:name',
  params: z.object({ id: classIdSchema, ...exportQuery }),
  handle: async ({ parts, live, response }, { name, names }) => {
    const file = await exportFile(parts.store, live.state(), name, names === 'yes');
    response.writeHead(200, {
      'content-type': file.contentType,
      'content-disposition': `attachment; filename="${file.name}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    try {
      await pipeline(Readable.from(file.content), response);
    } catch (error) {
      // Half a file must not look like a whole one; who has gone away is nobody's fault.
      response.destroy();
      if (!response.closed && (error as { code?: string }).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
    }
    return null;
  },
});
