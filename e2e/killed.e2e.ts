import { expect, test } from '@playwright/test'
import { isRunning } from '@/scripts/processes'
import { touchstone } from './command-line'
import { type ChildName, type Installation, startInstallation } from './installation'

test.describe.configure({ mode: 'serial', timeout: 180_000 })

// The others are killed and come back in killed-at-work.e2e.ts.
const idle: ChildName = 'interactive engine'
const names: ChildName[] = ['web server', 'worker', idle, 'batch engine', 'database']

let installation: Installation

const startAgain = () => {
  const { home, address } = installation
  return startInstallation({ home, port: Number(new URL(address).port) })
}
const verify = () => touchstone(installation.home, 'record', 'verify')

test.beforeAll(async () => {
  installation = await startInstallation()
})

test.afterAll(() => installation?.remove())

test(`a killed ${idle} comes back by itself`, async () => {
  await installation.restored(idle, await installation.kill(idle))
  expect(installation.words()).toContain(`The ${idle} ended by itself`)
  expect(installation.words()).not.toMatch(/^\s+at .*:\d+:\d+/m)
})

test('after the supervisor was killed the next start finds a working system', async () => {
  const left = names.map(installation.child)
  await installation.crash()
  installation = await startAgain()
  expect(installation.words()).toContain('Touchstone is at')
  expect(left.filter(isRunning)).toEqual([])
})

test('a second start beside it is refused with a sentence', async () => {
  await expect(startAgain()).rejects.toThrow(/ended with 1: .*Touchstone already runs over .* \(process \d+\)/s)
})

test('the record verifies from the command line, beside it and without it, and nothing of it is left running', async () => {
  expect(await verify()).toMatch(/^0: whole/)
  const ran = names.map(installation.child)
  expect(await installation.stop('SIGINT')).toBe(0)
  expect(ran.filter(isRunning)).toEqual([])
  expect(() => installation.child('web server')).toThrow()
  await expect(fetch(`${installation.address}/api/health`)).rejects.toThrow()
  expect(await verify()).toMatch(/^0: whole/)
})
