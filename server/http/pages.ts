import { readdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { refuse } from '@/protocol/refusals';
import { isRoomCode, normaliseRoomCode } from '@/protocol/room-code';
import type { EventParts } from '@/server/live/event';
import type { Pages } from '@/server/live/parts';
import { ROOT } from '@/server/root';
import { refusalOf } from '@/server/store/storage-trouble';
import { underPolicy } from './page-policy';
import { isReadable, unreadableAddress } from './readable-address';
import { respond } from './respond';
import type { SharedPages } from './shared-pages';

/** What pages are made with. */
export interface PageParts extends EventParts {
  /** Turns in which pages are made. */
  pageTurns: SharedPages;
}

/** What is served as it lies there. Another address that looks like a file is a page that says that there is none. */
const FILES = new Set(readdirSync(path.join(ROOT, 'public')));
export const isFile = (pathname: string) =>
  pathname.startsWith('/_next/static/') || FILES.has(pathname.split('/', 2)[1] ?? '');
/** Pages that look different for a code that there is: to try codes on them is to guess. */
const WITH_CODE = /^\/(?:join|class|screen)\/([^/]+)$/;

/** Answers a request for a page: in its turn, since making one takes the main thread longer than anything else. */
export async function answerPage(
  parts: PageParts,
  pages: Pages,
  request: IncomingMessage,
  response: ServerResponse,
  { pathname }: URL,
): Promise<void> {
  if (isFile(pathname) && isReadable(pathname)) return pages.handle(request, response);
  const address = parts.env.trustedProxies.addressOf(request);
  const code = codeIn(pathname);
  if (code !== null && (await isNobodys(parts, code))) {
    const told = await parts.guesses.wrong(address, 'unknown-code');
    if (told.code === 'rate-limited') return respond(response, told);
  }
  const from = { address, lane: parts.laneOf(request) };
  const { publicOrigin } = parts.env;
  const made = isReadable(pathname) ? pages : unreadableAddress(pages);
  const under = underPolicy(made, { publicOrigin, development: pages.takeUpgrades });
  if (!(await parts.pageTurns.answer(under, request, response, from)))
    respond(response, refuse('rate-limited'));
}

/** Whether no class and no group has this code. Where the storage does not answer the page is the one to say so, with words. */
async function isNobodys({ store, classes }: EventParts, code: string): Promise<boolean> {
  if (classes.hasOpen(code)) return false;
  try {
    return (await store.findClassByCode(code)) === null && (await store.findGroupByCode(code)) === null;
  } catch (error) {
    if (refusalOf(error) === null) throw error;
    return false;
  }
}

function codeIn(pathname: string): string | null {
  const typed = WITH_CODE.exec(pathname)?.[1];
  if (typed === undefined) return null;
  try {
    const code = normaliseRoomCode(decodeURIComponent(typed));
    return isRoomCode(code) ? code : null;
  } catch {
    return null;
  }
}
