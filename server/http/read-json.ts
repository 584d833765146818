import type { IncomingMessage } from 'node:http';
import { readBody } from './read-body';

const MAX_BODY = 4 * 1024;

/** A small body as JSON; undefined where it is none. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const body = await readBody(request, MAX_BODY);
  if (typeof body === 'string') return undefined;
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return undefined;
  }
}
