import { type BackOff, backOffDelay } from '@/base/back-off';

/** Milliseconds without a byte after which a download is taken to be held back: a slow line still brings some. */
const STALL_MS = 8_000;
/** The same for a question to the server that it may have to work on first: a password, a class, a deletion. */
export const ANSWER_MS = 20_000;
const PAUSES: BackOff = { least: 1_000, most: 8_000 };
const TRIES = 4;

export interface DownloadMeans {
  stallMs?: number;
  fetch?: typeof fetch;
}

/**
 * Fetches with all that belongs to it. Some filters accept a request and never answer, or stop in the middle: what has brought no byte for
 * `stallMs` is given up. However slow, what goes on coming is waited for.
 * @returns an answer whose body is here already
 * @throws Error where nothing came, or no more
 */
export async function download(
  url: string | URL,
  init: RequestInit = {},
  { stallMs = STALL_MS, fetch: ask = fetch }: DownloadMeans = {},
): Promise<Response> {
  const abort = new AbortController();
  const giveUp = () => abort.abort(new DOMException('held back: no byte came', 'TimeoutError'));
  let timer = setTimeout(giveUp, stallMs);
  const moved = () => {
    clearTimeout(timer);
    timer = setTimeout(giveUp, stallMs);
  };
  const cancelled = () => abort.abort(init.signal?.reason);
  if (init.signal?.aborted) cancelled();
  init.signal?.addEventListener('abort', cancelled);
  try {
    const response = await ask(url, { ...init, signal: abort.signal });
    if (!response.body) return response;
    moved();
    const parts: Uint8Array<ArrayBuffer>[] = [];
    const reader = response.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value as Uint8Array<ArrayBuffer>);
      moved();
    }
    const { status, statusText, headers } = response;
    return new Response(new Blob(parts), { status, statusText, headers });
  } finally {
    clearTimeout(timer);
    init.signal?.removeEventListener('abort', cancelled);
  }
}

/** A `download` that is tried again, later each time, where it did not come or was no success. */
export async function downloadAgain(
  url: string | URL,
  init: RequestInit = {},
  means: DownloadMeans = {},
): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const response = await download(url, init, means);
      if (response.status < 500 || attempt >= TRIES) return response;
    } catch (error) {
      if (attempt >= TRIES || init.signal?.aborted) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, backOffDelay(PAUSES, attempt - 1)));
  }
}
