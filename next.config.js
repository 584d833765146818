/** Next is mounted on the custom server (server/index.ts); see docs/decisions. @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  // Pages for developers alone, `page.dev.tsx`, are in no build.
  pageExtensions: process.env.NODE_ENV === 'development' ? ['dev.tsx', 'tsx', 'ts'] : ['tsx', 'ts'],
  poweredByHeader: false,
  // `npm run check` checks the types, tests and scripts included; a school's first start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // No page of ours is meant to stand in another site's frame or to tell others where its visitors come from (codes are in addresses).
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'same-origin' },
        { key: 'Content-Security-Policy', value: "frame-ancestors 'self'" },
      ],
    },
  ],
  // Messages are compiled on the server (client/i18n/compiled-messages.ts): the browser needs no ICU parser.
  turbopack: { resolveAlias: { 'use-intl/format-message': 'use-intl/format-message/format-only' } },
  serverExternalPackages: [
    '@prisma/client',
    '@prisma/adapter-libsql',
    '@prisma/adapter-pg',
    '@libsql/client',
    'libsql',
    '@node-rs/argon2',
    'pg',
    'pino',
    'better-auth',
  ],
};

export default config;
