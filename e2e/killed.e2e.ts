import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { freePort } from '@/scripts/free-port'
import { isRunning } from '@/scripts/processes'
import type { Running } from '@/scripts/running'

test.describe.configure({ mode: 'serial', timeout: 180_000 })

let home: string
let port: number
let supervisor: ChildProcess
let words = ''

const running = (): Running => JSON.parse(readFileSync(join(home, 'running.json'), 'utf8'))
const childCalled = (name: string) => running().children.find((child) => child.name === name)
const answers = async () =>
  fetch(`http://localhost:${port}/api/health`, { signal: AbortSignal.timeout(5_000) }).then(
    ({ status }) => status,
    () => 0,
  )

async function start(extra: Record<string, string> = {}): Promise<number> {
  const began = Date.now()
  words = ''
  supervisor = spawn(process.execPath, ['scripts/start.mjs'], {
    env: {
      ...process.env,
      TOUCHSTONE_HOME: home,
      PORT: String(port),
      NEXT_DIST_DIR: '.next-test',
      TOUCHSTONE_BUILD: '0',
      TOUCHSTONE_DEMO: '0',
      DATABASE_URL: '',
      ...extra,
    },
  })
  const listen = (data: Buffer) => {
    words += data
  }
  supervisor.stdout?.on('data', listen)
  supervisor.stderr?.on('data', listen)
  await expect
    .poll(() => supervisor.exitCode !== null || words.includes('Ctrl-C stops'), { timeout: 120_000 })
    .toBe(true)
  return Date.now() - began
}

test.beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'touchstone-test-kill-'))
  port = await freePort()
  await start()
})

test.afterAll(async () => {
  if (supervisor.exitCode === null) {
    supervisor.kill('SIGTERM')
    await once(supervisor, 'exit')
  }
  rmSync(home, { recursive: true, force: true })
})

for (const name of ['web server', 'worker', 'interactive engine', 'batch engine', 'database']) {
  test(`a killed ${name} comes back by itself`, async () => {
    const before = childCalled(name)
    if (!before) throw new Error(`no ${name} runs: ${words}`)
    process.kill(before.pid, 'SIGKILL')
    await expect.poll(() => childCalled(name)?.pid !== before.pid, { timeout: 60_000 }).toBe(true)
    await expect.poll(answers, { timeout: 60_000 }).toBe(200)
    expect(words).toMatch(new RegExp(`The ${name} ended by itself`))
    expect(words).not.toMatch(/^\s+at .*:\d+:\d+/m)
  })
}

test('after the supervisor was killed the next start finds a working system', async () => {
  const left = running().children
  supervisor.kill('SIGKILL')
  await once(supervisor, 'exit')
  const took = await start()
  expect(words).toContain('Touchstone is at')
  expect(left.filter(isRunning)).toEqual([])
  await expect.poll(answers).toBe(200)
  expect(took).toBeLessThan(60_000)
})

test('a second start beside it is refused with a sentence', async () => {
  const first = supervisor
  await start()
  expect(supervisor.exitCode).toBe(1)
  expect(words).toMatch(/Touchstone already runs over .* \(process \d+\)/)
  supervisor = first
})

test('the record verifies from the command line, beside it and without it', async () => {
  const verify = async () => {
    const child = spawn('bin/touchstone', ['record', 'verify'], {
      env: { ...process.env, TOUCHSTONE_HOME: home, DATABASE_URL: '' },
    })
    let said = ''
    child.stdout.on('data', (data) => {
      said += data
    })
    child.stderr.on('data', (data) => {
      said += data
    })
    const [code] = await once(child, 'exit')
    return `${code}: ${said}`
  }
  expect(await verify()).toMatch(/^0: whole/)
  supervisor.kill('SIGINT')
  await once(supervisor, 'exit')
  expect(supervisor.exitCode).toBe(0)
  expect(await verify()).toMatch(/^0: whole/)
})

test('nothing of it is left running', async () => {
  expect(() => running()).toThrow()
  expect(await answers()).toBe(0)
})
