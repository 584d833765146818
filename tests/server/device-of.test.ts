import { expect, it } from 'vitest';
import { deviceOf } from '@/server/auth/device-of';

const UA = 'Mozilla/5.0';

it.each([
  [
    'Chrome, Windows',
    `${UA} (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36`,
  ],
  [
    'Edge, Windows',
    `${UA} (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0`,
  ],
  [
    'Safari, iPad',
    `${UA} (iPad; CPU OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1`,
  ],
  [
    'Safari, macOS',
    `${UA} (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15`,
  ],
  [
    'Firefox, iPhone',
    `${UA} (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/145.0 Mobile/15E148 Safari/605.1.15`,
  ],
  [
    'Chrome, ChromeOS',
    `${UA} (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36`,
  ],
  [
    'Samsung Internet, Android',
    `${UA} (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
  ],
  ['', 'node'],
  ['', '<script>alert(1)</script>'],
])('keeps a kind alone: %s', (kind, userAgent) => {
  expect(deviceOf(userAgent)).toBe(kind);
});

it('takes none, and one without end', () => {
  expect(deviceOf(null)).toBe('');
  expect(deviceOf('x'.repeat(1_000_000))).toBe('');
});
