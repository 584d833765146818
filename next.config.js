import { kernelsVersion } from './scripts/kernels-file.mjs';

/** Next is mounted on the custom server (server/index.ts); see docs/decisions. @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  // Pages for developers alone, `page.dev.tsx`, are in no build.
  pageExtensions: process.env.NODE_ENV === 'development' ? ['dev.tsx', 'tsx', 'ts'] : ['tsx', 'ts'],
  poweredByHeader: false,
  // `npm run check` checks the types, tests and scripts included; a school's first start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // The kernels are asked for by what they are (engine/backend/start-kernels): browsers may keep them for ever.
  env: { KERNELS_VERSION: kernelsVersion() ?? '' },
  headers: async () => [
    {
      source: '/wasm/kernels.wasm',
      has: [{ type: 'query', key: 'v' }],
      headers: [{ key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }],
    },
  ],
  // Messages are compiled on the server (client/i18n/compiled-messages.ts): the browser needs no ICU parser.
  turbopack: { resolveAlias: { 'use-intl/format-message': 'use-intl/format-message/format-only' } },
  // Pictures are served as they are: nobody may have the server make others of them.
  images: { unoptimized: true },
  serverExternalPackages: ['pino'],
};

export default config;
