import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '@/tests/browser/chromium';
import { sharedServer } from '@/tests/browser/shared-server';

/** Pages under their policy: what somebody else has brought into one does not run. That it forbids nothing that they do is looked at by whoever walks through all (field/walk-pages). */
const server = sharedServer();
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
});

declare global {
  interface Window {
    /** Which of an intruder's ways have run. */
    intruded?: string[];
  }
}

/** Ways in which text that got into a page becomes a script. */
const WAYS: Record<string, string> = {
  'a handler in an attribute': `<img src="data:," onerror="intruded.push('handler')">`,
  'a page in a frame': `<iframe srcdoc="<script>parent.intruded.push('frame')</script>"></iframe>`,
  'a link that is a script': `<a id="trap" href="javascript:void intruded.push('link')">here</a>`,
};

async function intrude(options: BrowserContextOptions): Promise<string[]> {
  const context = await browser.newContext(options);
  await context.addInitScript(() => {
    window.intruded = [];
  });
  // As if the server had let it through: in the page as it comes.
  await context.route(`${server.origin}/join/*`, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(
      '</body>',
      `<script>intruded.push('script')</script><script src="data:text/javascript,intruded.push('address')"></script>${Object.values(WAYS).join('')}</body>`,
    );
    await route.fulfill({ response, body });
  });
  const page = await context.newPage();
  await page.goto(`${server.origin}/join/ABCDEF`, { waitUntil: 'load' });
  await page.evaluate(() => document.querySelector<HTMLElement>('#trap')?.click());
  await page.waitForLoadState('networkidle');
  const intruded = await page.evaluate(() => window.intruded!.toSorted());
  await context.close();
  return intruded;
}

test('what an intruder writes into a page does not run; without the policy all of it does', async () => {
  expect(await intrude({})).toEqual([]);
  expect(await intrude({ bypassCSP: true })).toEqual(['address', 'frame', 'handler', 'link', 'script']);
});

test('each page has a nonce of its own, and no text is a script without it', async () => {
  const nonces = new Set<string>();
  // One after another: who asks for the same at once is given the same.
  for (const path of ['/', '/', '/join']) {
    const answer = await fetch(server.origin + path);
    const policy = answer.headers.get('content-security-policy')!;
    const nonce = /'nonce-([^']+)'/.exec(policy)![1]!;
    const page = await answer.text();
    expect(page.match(/<script\b(?![^>]*\bnonce=)/g)).toBeNull();
    expect(new Set(page.match(/(?<=<script\b[^>]*\bnonce=")[^"]*/g))).toEqual(new Set([nonce]));
    expect(/script-src [^;]*/.exec(policy)![0]).not.toContain('unsafe-inline');
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(3);
});
