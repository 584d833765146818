import { randomBytes } from 'node:crypto';
import type { Pages } from '@/server/live/parts';

/** What no page of ours needs: whoever manages to run something in one gets none of it either. */
const REFUSED_FEATURES = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'serial',
  'usb',
  'xr-spatial-tracking',
];
const PERMISSIONS_POLICY = REFUSED_FEATURES.map((feature) => `${feature}=()`).join(', ');

/** Seconds for which a browser that has come by https comes by nothing else. */
const HTTPS_ONLY_SECONDS = 365 * 24 * 3600;

/** A host as `Host` may name one; anything else is not repeated in a header. */
const HOST = /^(?:[\w.-]+|\[[\da-fA-F:.]+\])(?::\d{1,5})?$/;

/** How a page is reached. */
export interface PageWay {
  publicOrigin: string | null;
  /** Next's development server evaluates text. */
  development: boolean;
}

/**
 * What a page may do (Content Security Policy Level 3): scripts run that carry this page's nonce, and what those bring; no other text in the page is one,
 * however it came there. Styles may stand in the page: React and its parts write them.
 * @param nonce base64, new for each making of a page
 * @param host as the request names it: Safari before 15.4 counts no socket as `'self'`
 */
export function pagePolicy(
  nonce: string,
  host: string | undefined,
  { publicOrigin, development }: PageWay,
): string {
  const name = publicOrigin === null ? host : new URL(publicOrigin).host;
  const sockets = name !== undefined && HOST.test(name) ? ` ws://${name} wss://${name}` : '';
  return [
    "default-src 'self'",
    // `'self'` is for browsers that do not know `strict-dynamic`; the kernels are WebAssembly.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic' 'wasm-unsafe-eval'${development ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self'${sockets}`,
    "worker-src 'self' blob:",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ');
}

/** What every answer says, be it page, file or API: no other site's frame, no guessing of types, no telling where visitors come from (codes are in addresses). */
export function answerHeaders({ publicOrigin }: Pick<PageWay, 'publicOrigin'>): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'permissions-policy': PERMISSIONS_POLICY,
    'content-security-policy': "frame-ancestors 'self'",
    ...(publicOrigin?.startsWith('https:') && {
      'strict-transport-security': `max-age=${HTTPS_ONLY_SECONDS}`,
    }),
  };
}

/**
 * Pages, each made under a policy of its own. Next takes the nonce for its scripts from the request's header of that name, as does the layout for its
 * own (app/layout); whoever is given a copy of a page is given the policy that it was made under.
 */
export function underPolicy(pages: Pages, way: PageWay): Pages {
  return {
    takeUpgrades: pages.takeUpgrades,
    handle: (request, response) => {
      const policy = pagePolicy(randomBytes(18).toString('base64'), request.headers.host, way);
      request.headers['content-security-policy'] = policy;
      response.setHeader('content-security-policy', policy);
      return pages.handle(request, response);
    },
  };
}
