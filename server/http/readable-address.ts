import type { Pages } from '@/server/live/parts';

/** Whether a request line holds an address of this server at all: a path, with nothing that some readers take for the beginning of a host. */
export function isOwnAddress(written: string): boolean {
  return /^\/(?![/\\])[^\\]*$/.test(written) && URL.canParse(written, 'http://host');
}

/** Whether a path can be read: what it writes as bytes is UTF-8 (RFC 3986, 2.5), and holds no NUL, which no name and no database column can. */
export function isReadable(pathname: string): boolean {
  try {
    return !decodeURIComponent(pathname).includes('\0');
  } catch {
    return false;
  }
}

/** The page that says that there is none, for an address that cannot be read: to whoever made it, a bad request. */
export function unreadableAddress(pages: Pages): Pages {
  return {
    takeUpgrades: pages.takeUpgrades,
    handle: (request, response) => {
      request.url = '/unreadable-address';
      const begin = response.writeHead.bind(response) as (
        status: number,
        ...rest: unknown[]
      ) => typeof response;
      response.writeHead = (status: number, ...rest: unknown[]) =>
        begin(status === 404 ? 400 : status, ...rest);
      return pages.handle(request, response);
    },
  };
}
