import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ExportFile } from '@/server/export/export-files';

/** Sends a file to take along as it is made: no faster than whoever asks takes it. It is saved, never shown as a page of ours. */
export async function sendFile(
  response: ServerResponse,
  { name, contentType, content }: ExportFile,
): Promise<void> {
  response.writeHead(200, {
    'content-type': contentType,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  try {
    await pipeline(Readable.from(content), response);
  } catch (error) {
    // Half a file must not look like a whole one; who has gone away is nobody's fault.
    response.destroy();
    if (!response.closed && (error as { code?: string }).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}
