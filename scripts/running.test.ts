import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { temporaryFolder } from '@/tests/temporary-folder'
import { endMarked, isRunning, markOf } from './processes'
import { runningOver, takeDataFolder } from './running'

let home: string
beforeEach(() => {
  home = temporaryFolder('running')
})
afterEach(() => rmSync(home, { recursive: true }))

const sleeper = () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  const mark = child.pid === undefined ? null : markOf(child.pid)
  if (!mark) throw new Error('the process did not start')
  return { child, mark }
}

test('a process is told from a later one with its number', () => {
  const mine = markOf(process.pid)
  expect(mine && isRunning(mine)).toBe(true)
  expect(isRunning({ pid: process.pid, began: 'another time' })).toBe(false)
  expect(markOf(2 ** 30)).toBeNull()
})

test('only the marked process is ended', async () => {
  const { child, mark } = sleeper()
  await endMarked({ ...mark, began: 'another time' }, 'SIGTERM', 100)
  expect(isRunning(mark)).toBe(true)
  const ended = once(child, 'exit')
  await endMarked(mark, 'SIGTERM', 5_000)
  await ended
  expect(isRunning(mark)).toBe(false)
})

test('a second supervisor over the same folder is refused and told where the first is', async () => {
  const lock = await takeDataFolder(home)
  lock.announce('http://localhost:3000', {})
  await expect(takeDataFolder(home)).rejects.toThrow(/already runs over .* at http:\/\/localhost:3000 \(process \d+\)/)
  expect(runningOver(home)?.address).toBe('http://localhost:3000')
  lock.release()
  expect(runningOver(home)).toBeNull()
})

test('what a killed supervisor left is ended, and its folder is free', async () => {
  const { child, mark } = sleeper()
  const supervisor = { pid: process.pid, began: 'before the machine was started again' }
  writeFileSync(join(home, 'running.json'), JSON.stringify({ supervisor, children: [{ name: 'worker', ...mark }] }))
  const ended = once(child, 'exit')
  const lock = await takeDataFolder(home)
  await ended
  expect(isRunning(mark)).toBe(false)
  lock.release()
  expect(existsSync(join(home, 'running.json'))).toBe(false)
})

test('a note that was cut off in the middle does not stop a start', async () => {
  writeFileSync(join(home, 'running.json'), '{"supervisor":{"pi')
  const lock = await takeDataFolder(home)
  lock.release()
})
