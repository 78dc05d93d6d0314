import { existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { removeDead } from '@/engine/scratch'
import { type Engine, engineAt } from './engine'
import { type EngineProcess, startEngine } from './engine-process'

let started: EngineProcess
let engine: Engine
const dataDir = mkdtempSync(join(tmpdir(), 'engine-test-'))

beforeAll(async () => {
  started = await startEngine({ dataDir, memoryBytes: 1024 ** 3, threads: 2 })
  engine = started.engine
})
afterAll(() => started.stop())

const scan = (n: string) => `SELECT sum(cityHash64(number)) FROM numbers(${n})`

describe('the log engine', () => {
  const hostile = [
    "it's",
    'back\\slash',
    '\\',
    "\\'",
    'new\nline',
    'tab\t',
    'cr\r',
    'nul\0end',
    "'; DROP TABLE x --",
    '{p:String}',
    '😀',
  ]
  it.each(hostile)('brings the value %j back as it went in', async (value) => {
    const [row] = await engine.rows<{ p: string; l: number[] }>('SELECT {p:String} AS p, {l:Array(String)} AS l', {
      p: value,
      l: [value],
    })
    expect(row).toEqual({ p: value, l: [value] })
  })

  it('keeps the parameters of simultaneous calls apart, in reads and in writes', async () => {
    await engine.run('CREATE TABLE apart (v UInt32, w UInt32) ENGINE = Memory')
    const values = Array.from({ length: 60 }, (_, index) => index)
    await Promise.all(
      values.map((v) => engine.run('INSERT INTO apart SELECT {v:UInt32}, {v:UInt32} + sleep(0.01)', { v })),
    )
    const read = await Promise.all(values.map((v) => engine.rows<{ v: number }>('SELECT {v:UInt32} AS v', { v })))
    expect(read.map(([row]) => row?.v)).toEqual(values)
    expect(await engine.rows('SELECT count() AS n, countIf(v = w) AS same FROM apart')).toEqual([{ n: 60, same: 60 }])
    await engine.run('DROP TABLE apart')
  })

  it('streams a large result in batches', async () => {
    let rows = 0
    for await (const batch of engine.stream<{ number: number }>('SELECT number FROM numbers(200000)'))
      rows += batch.length
    expect(rows).toBe(200_000)
  })

  it('says which query is wrong by the error of ClickHouse', async () => {
    await expect(engine.rows('SELECT nonsense')).rejects.toMatchObject({ code: '47', type: 'UNKNOWN_IDENTIFIER' })
  })

  it('refuses beyond its memory and its time, and lives on', async () => {
    const greedy = engine.rows('SELECT length(groupArray(number)) FROM numbers(1000000000)')
    await expect(greedy).rejects.toMatchObject({ code: 'limit-exceeded' })
    const slow = engine.rows(`${scan('1000000000000')} SETTINGS max_execution_time = 0.2`)
    await expect(slow).rejects.toMatchObject({ code: 'limit-exceeded' })
    expect(await engine.rows('SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  it('tells a failure in the middle of a stream', async () => {
    const read = async () => {
      const sql =
        "SELECT number, throwIf(number = 900000, 'here') FROM numbers(1000000) SETTINGS max_block_size = 1000, max_threads = 1"
      for await (const batch of engine.stream(sql)) expect(batch.length).toBeGreaterThan(0)
    }
    await expect(read()).rejects.toMatchObject({ code: '395' })
  })

  it('refuses a wrong key', async () => {
    const stranger = engineAt({ url: started.url, token: 'wrong' })
    await expect(stranger.rows('SELECT 1')).rejects.toMatchObject({ code: 'unavailable' })
    await stranger.close()
  })

  it('ends a query whose caller has gone', async () => {
    const caller = new AbortController()
    const running = engine.rows(`${scan('100000000000000')} AS abandoned`, {}, { signal: caller.signal })
    const abandoned = "SELECT count() AS n FROM system.processes WHERE query LIKE '%aban' || 'doned%'"
    await expect.poll(async () => await engine.rows(abandoned)).toEqual([{ n: 1 }])
    caller.abort()
    await expect(running).rejects.toThrow()
    await expect.poll(async () => await engine.rows(abandoned), { timeout: 5_000 }).toEqual([{ n: 0 }])
  })

  it('is there again after a crash, and the interrupted call says so', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, v) => engine.rows('SELECT {v:UInt32}', { v })))
    const running = engine.rows(scan('100000000000000'))
    const pid = ownerOfScratch()
    setTimeout(() => process.kill(pid, 'SIGKILL'), 200)
    await expect(running).rejects.toMatchObject({ code: 'unavailable' })
    expect(await engine.rows('SELECT 1 AS one')).toEqual([{ one: 1 }])
    expect(ownerOfScratch()).not.toBe(pid)
  })

  it('is gone, with its folder, when it is stopped', async () => {
    const other = await startEngine({ dataDir: join(dataDir, 'other') })
    await other.stop()
    expect(existsSync(join(dataDir, 'other'))).toBe(true)
    expect(readdirSync(join(dataDir, 'other'))).toEqual([])
    await expect(engineAt({ ...other, restartMs: 0 }).rows('SELECT 1')).rejects.toMatchObject({ code: 'unavailable' })
  })
})

describe('a killed engine', () => {
  it('leaves nothing that stops the next start at the same port', async () => {
    const first = await startEngine({ dataDir: join(dataDir, 'killed') })
    const port = Number(new URL(first.url).port)
    process.kill(first.pid, 'SIGKILL')
    const second = await startEngine({ dataDir: join(dataDir, 'killed'), port, token: first.token })
    expect(await first.engine.rows('SELECT 1 AS one')).toEqual([{ one: 1 }])
    const folder = join(dataDir, 'killed')
    const leftover = () => {
      removeDead(folder)
      return readdirSync(folder).length
    }
    await expect.poll(leftover, { timeout: 20_000 }).toBe(1)
    await Promise.all([first.engine.close(), second.stop()])
  })
})

function ownerOfScratch(): number {
  const [name] = readdirSync(dataDir).filter((entry) => entry.startsWith('engine-'))
  return Number(name?.split('-')[1])
}
