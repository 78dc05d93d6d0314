import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { temporaryFolder } from '@/tests/temporary-folder'
import { openDataFolder } from './data-folder'
import { freePort } from './free-port'
import { choosePort } from './port'
import { sentenceFor } from './refusal'
import { secretsOf } from './secrets'
import { readSettings } from './settings'

let home: string
beforeEach(() => {
  home = temporaryFolder('start')
})
afterEach(() => rmSync(home, { recursive: true }))

const settings = (source: Record<string, string>) => readSettings(source as unknown as NodeJS.ProcessEnv)

async function occupied<T>(work: (port: number) => Promise<T>): Promise<T> {
  const port = await freePort()
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  try {
    return await work(port)
  } finally {
    server.close()
  }
}

test('a taken port that was asked for by name is refused', () =>
  occupied((port) => expect(choosePort(settings({ PORT: String(port) }))).rejects.toThrow(`Port ${port} is taken`)))

test('a taken port that nobody asked for gives way to a later one', () =>
  occupied(async (port) => {
    expect(await choosePort({ ...settings({}), port })).toBeGreaterThan(port)
  }))

test('a port that is none is refused', () => {
  expect(() => settings({ PORT: 'eighty' })).toThrow(/whole number from 1 to 65535/)
})

test('listening beyond this machine is known as such', () => {
  expect(settings({}).public).toBe(false)
  expect(settings({ TOUCHSTONE_HOST: '127.0.0.2' }).public).toBe(false)
  expect(settings({ TOUCHSTONE_HOST: '0.0.0.0' }).public).toBe(true)
})

test('a data folder of a newer version is left alone', () => {
  writeFileSync(join(home, 'version.json'), '{"format":99,"database":null}')
  expect(() => openDataFolder(home)).toThrow(/written by a newer version of Touchstone/)
})

test('a data folder that cannot be made gets its sentence', () => {
  writeFileSync(join(home, 'file'), '')
  expect(() => openDataFolder(join(home, 'file', 'inside'))).toThrow(/cannot be written/)
})

test('a folder of somebody else is refused as it is', () => {
  writeFileSync(join(home, 'letter.txt'), 'Dear all')
  const { mode } = statSync(home)
  expect(() => openDataFolder(home)).toThrow(/holds other things \(letter\.txt\)/)
  expect(() => openDataFolder(join(home, 'letter.txt'))).toThrow(/cannot be written/)
  expect(statSync(home).mode).toBe(mode)
  expect(statSync(join(home, 'letter.txt')).mode & 0o777).toBe(0o644 & ~process.umask())
})

test('other users cannot look into the data folder', () => {
  mkdirSync(join(home, 'data'), { mode: 0o755 })
  openDataFolder(join(home, 'data'))
  expect(statSync(join(home, 'data')).mode & 0o066).toBe(0)
})

test('secrets are made once, and only their owner reads them', () => {
  const first = secretsOf(home)
  expect(secretsOf(home)).toEqual(first)
  expect(new Set(Object.values(first)).size).toBe(Object.keys(first).length)
  expect(Buffer.from(first['server-actions'], 'base64')).toHaveLength(32)
  expect(statSync(join(home, 'secrets/session')).mode & 0o077).toBe(0)
})

test('what a person can mend is a sentence, a fault of ours is none', () => {
  const coded = (code: string) => Object.assign(new Error(code), { code })
  expect(sentenceFor(coded('ENOSPC'))).toMatch(/^The disk is full\./)
  expect(sentenceFor(coded('ECONNREFUSED'))).toMatch(/^The database does not answer\./)
  expect(sentenceFor(new AggregateError([coded('ECONNREFUSED')]))).toMatch(/does not answer/)
  expect(sentenceFor(new TypeError('x is not a function'))).toBeNull()
})

test.each(['start', 'test', 'command-line'])(
  '%s.mjs loads nothing before it has looked at the version of Node',
  (name) => {
    const text = readFileSync(new URL(`./${name}.mjs`, import.meta.url), 'utf8')
    expect(text).not.toMatch(/^import .* from/m)
    expect(text).not.toMatch(/\?\?=|\|\|=|\?\./)
    expect(text.indexOf('process.versions')).toBeLessThan(text.indexOf('import('))
  },
)
