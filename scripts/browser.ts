/** A Chromium for the browser tests: one that is there, else one that is installed now, else one sentence. */

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { Refusal } from './refusal'

/** Path of a browser of this machine, or null. The first that exists wins. */
export function findBrowser(): string | null {
  const named = process.env.TOUCHSTONE_CHROMIUM
  if (named) {
    if (existsSync(named)) return named
    throw new Refusal(`TOUCHSTONE_CHROMIUM names ${named}, which does not exist.`)
  }
  const places = [
    chromium.executablePath(),
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ]
  return places.find((path) => path !== '' && existsSync(path)) ?? null
}

/** Path of a browser, installed when there was none: by apt as root, else by Playwright. Throws a Refusal when neither works. */
export function obtainBrowser(): string {
  const found = findBrowser()
  if (found) return found
  console.log('No Chromium was found; installing one…')
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  const worked = asRoot
    ? run('apt-get', ['update', '-qq']) &&
      run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
    : run('node_modules/.bin/playwright', ['install', 'chromium'])
  const installed = worked ? findBrowser() : null
  if (installed) return installed
  throw new Refusal(
    'The browser tests need Chromium or Chrome, and none could be installed. Install one, or name one with TOUCHSTONE_CHROMIUM.',
  )
}

function run(program: string, args: string[]): boolean {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '' }
  return spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'], env: environment }).status === 0
}
