/** Everything that is checked, step by step, stopping at the first that fails. The last line is `N passed, N failed`. */

import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build, describe, generate, install, root } from './prepare.mjs'
import { takeTurn } from './test-turn.mjs'

const folder = join(root, '.touchstone-test')
const buildFolder = '.next-test'
const counts = { passed: 0, failed: 0 }
const environment = { NEXT_DIST_DIR: buildFolder, NEXT_TELEMETRY_DISABLED: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' }

/** Name, what it is, and how it runs. The first two run before any other, whichever part was asked for. */
const steps = [
  ['install', 'packages are those of package-lock.json', async () => void install()],
  ['generate', 'the database client is made from the schema', async () => void generate()],
  ['types', 'TypeScript agrees', () => program('tsc', ['--noEmit'])],
  ['style', 'format and lint', () => program('biome', ['check', '--error-on-warnings', '.'])],
  ['unit', 'architecture and unit tests', () => vitest('unit')],
  ['db', 'tests on a real database and a real engine', () => vitest('db')],
  ['build', 'the web pages build', async () => void build(buildFolder)],
  ['e2e', 'journeys in a browser', browserTests],
]

const wanted = process.argv.slice(2)
const unknown = wanted.find((name) => !steps.some(([known]) => known === name))
if (unknown) {
  console.error(`There is no part "${unknown}". The parts are: ${steps.map(([name]) => name).join(', ')}.`)
  process.exit(2)
}
mkdirSync(folder, { recursive: true })
takeTurn(folder)

const chosen = steps.filter(
  ([name], at) =>
    wanted.length === 0 || at < 2 || wanted.includes(name) || (name === 'build' && wanted.includes('e2e')),
)
const began = Date.now()
for (const [name, what, run] of chosen) {
  const start = Date.now()
  console.log(`\n[${name}] ${what}`)
  try {
    await run()
    console.log(`[${name}] ok, ${seconds(start)}`)
  } catch (error) {
    console.error(describe(error))
    console.error(`[${name}] FAILED after ${seconds(start)}. Run this part alone with: npm test -- ${name}`)
    counts.failed = Math.max(1, counts.failed)
    break
  }
}
console.log(`\nAll of it took ${seconds(began)}.`)
console.log(`${counts.passed} passed, ${counts.failed} failed`)
process.exit(counts.failed > 0 ? 1 : 0)

function seconds(start) {
  return `${((Date.now() - start) / 1000).toFixed(1)} s`
}

async function vitest(project) {
  const report = join(folder, `${project}.json`)
  rmSync(report, { force: true })
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  await counted(
    report,
    () => program('vitest', args),
    ({ numPassedTests, numFailedTests, numFailedTestSuites }) => {
      counts.passed += numPassedTests
      counts.failed += Math.max(numFailedTests, Math.min(1, numFailedTestSuites))
    },
  )
}

async function browserTests() {
  const note = join(folder, 'browser')
  await program('tsx', ['scripts/obtain-browser.ts', note])
  environment.TOUCHSTONE_CHROMIUM = readFileSync(note, 'utf8')
  const report = join(folder, 'e2e.json')
  rmSync(report, { force: true })
  environment.PLAYWRIGHT_JSON_OUTPUT_NAME = report
  // The step before has built the pages; they are not built again while the tests run.
  environment.TOUCHSTONE_BUILD = '0'
  await counted(
    report,
    () => program('playwright', ['test', '--reporter=list,json', '--pass-with-no-tests']),
    ({ stats }) => {
      counts.passed += stats.expected + stats.flaky
      counts.failed += stats.unexpected
    },
  )
}

/** Runs, then adds what the report counted, whether or not the run failed. */
async function counted(report, run, add) {
  try {
    await run()
  } finally {
    try {
      add(JSON.parse(readFileSync(report, 'utf8')))
    } catch {
      // It ended before it could report; the step itself then says that it failed.
    }
  }
}

function program(name, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(join(root, 'node_modules/.bin', name), args, {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      if (code === 0) resolve()
      else reject(Object.assign(new Error(), { message: '', stack: `${name} ended with ${signal || `code ${code}`}.` }))
    })
  })
}
