import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const outside = ['node_modules/**', '.next*/**', '.touchstone*/**', 'prisma/generated/**', 'e2e/**']

/** Two projects: `unit` needs nothing, `db` brings its own PostgreSQL and engine. Both run far from any developer's zone. */
export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    env: { TZ: 'Asia/Kathmandu', TOUCHSTONE_LOG: 'silent' },
    maxWorkers: 2,
    // Files of one worker share its modules, which are read once; each leaves the process as it found it.
    isolate: false,
    setupFiles: ['tests/own-process.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: [...outside, '**/*.db.test.ts'],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: ['**/*.db.test.ts'],
          exclude: outside,
          globalSetup: ['tests/start-services.ts'],
          setupFiles: ['tests/own-process.ts', 'tests/own-database.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
