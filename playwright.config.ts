import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { findBrowser } from './scripts/browser'
import { freePort } from './scripts/free-port'

// Somebody at work on the tests may name a demonstration that runs already, by both variables.
const running = process.env.TOUCHSTONE_E2E_HOME !== undefined && process.env.TOUCHSTONE_E2E_PORT !== undefined
// Workers read this file again: what the first process chose reaches them by environment.
process.env.TOUCHSTONE_E2E_HOME ??= mkdtempSync(join(tmpdir(), 'touchstone-test-e2e-'))
process.env.TOUCHSTONE_E2E_PORT ??= String(await freePort())

const home = process.env.TOUCHSTONE_E2E_HOME
const port = process.env.TOUCHSTONE_E2E_PORT
const baseURL = `http://localhost:${port}`

/** The whole of Touchstone for the tests alone: own data folder, own build folder, own ports, its own demonstration. */
export default defineConfig({
  testDir: 'e2e',
  projects: [
    { name: 'everybody signs in', testMatch: '**/*.setup.ts' },
    { name: 'journeys', testMatch: '**/*.e2e.ts', dependencies: ['everybody signs in'] },
  ],
  globalTeardown: './e2e/remove-data-folder.ts',
  fullyParallel: false,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  retries: 0,
  use: {
    baseURL,
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    locale: 'en-GB',
    timezoneId: 'Asia/Kathmandu',
    // A trace takes a picture of the page at every step, of all that succeed too: `npx playwright test --trace on` makes one.
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: findBrowser() ?? undefined },
  },
  webServer: {
    command: 'node scripts/start.mjs',
    env: {
      TOUCHSTONE_HOME: home,
      PORT: port,
      NEXT_DIST_DIR: '.next-test',
      TOUCHSTONE_BUILD: process.env.TOUCHSTONE_BUILD ?? '1',
      DATABASE_URL: '',
      TOUCHSTONE_HOST: '',
      TOUCHSTONE_DEMO: '1',
      // A test asks a server of its own on this machine.
      TOUCHSTONE_PRIVATE_ENDPOINTS: '1',
    },
    url: `${baseURL}/api/health`,
    timeout: 300_000,
    reuseExistingServer: running,
    stdout: 'ignore',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 60_000 },
  },
})
