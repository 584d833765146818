import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { setImmediate as others } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Pages } from '@/server/live/parts';
import { KeptResponse } from './kept-response';

/**
 * Pages that everybody may ask for, and that between them bring what all are made with: the words, the frame, a bench's page, who is signed in, and what looks
 * back at a class (of which whoever is not signed in sees nothing). What is left for the first look at any other is its own code.
 */
export const PAGES_TO_WARM = [
  '/',
  '/join/WARMUP',
  '/learn/perceptron',
  '/teach/sign-in',
  `/review/${'0'.repeat(32)}`,
] as const;

/**
 * Makes pages that nobody has asked for, one after another, so that the first who do need not wait while their code is loaded. Others come first: between
 * two pages whatever has come meanwhile is done. A page that cannot be made is logged, and is the business of whoever asks for it.
 * @param isOver says when the server stops
 * @returns the addresses that were answered as they should be
 */
export async function warmPages(pages: Pages, log: Logger, isOver: () => boolean): Promise<string[]> {
  const warm: string[] = [];
  for (const address of PAGES_TO_WARM) {
    await others();
    if (isOver()) break;
    try {
      const status = await makePage(pages, address);
      if (status >= 500) throw new Error(`answered ${status}`);
      warm.push(address);
    } catch (error) {
      log.warn({ err: error, address }, 'a page could not be made ahead');
    }
  }
  return warm;
}

/** Makes a page for nobody; gives its status. */
async function makePage(pages: Pages, address: string): Promise<number> {
  // A connection to nowhere.
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { method: 'GET', url: address, headers: { host: 'localhost' } });
  request.push(null);
  const response = new KeptResponse(request);
  const closed = new Promise((resolve) => response.once('close', resolve));
  await pages.handle(request, response);
  await closed;
  return response.statusCode;
}
