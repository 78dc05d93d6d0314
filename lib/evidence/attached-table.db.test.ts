import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PersonActor, systemActor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { type EngineProcess, startEngine } from '@/lib/platform/engine-process'
import { blobPath } from '@/lib/platform/storage'
import { caseOf, eventsOf, personWith, sha256Of } from '@/tests/evidence'
import { temporaryFolder } from '@/tests/temporary-folder'
import { askTableAgain, attachByQuery } from './attach-commands'
import { attachableServers } from './attachable-servers'
import { attachingFolder, attachTable, compareTable } from './attached-table'
import { custodyOf } from './custody-lines'
import { custodyResult } from './custody-words'
import { evidenceItem } from './queries'
import { readLog } from './read-log'
import { sweepFiles } from './sweep-files'

const folder = temporaryFolder('attach')
const list = join(folder, 'attach.json')
const [sealing, verifying] = [systemActor('Sealing'), systemActor('Verification')]
let server: EngineProcess
let analyst: PersonActor

const columns = 'account_id = user\nuser_id = account_id\ntimestamp = at\nprompt = text\ninput_tokens = tokens\n'
const query = "SELECT * FROM llm.requests WHERE kind = 'chat'"

beforeAll(async () => {
  server = await startEngine({ dataDir: join(folder, 'engine'), memoryBytes: 1024 ** 3, threads: 2 })
  const { engine } = server
  await engine.run('CREATE DATABASE llm')
  await engine.run(`CREATE TABLE llm.requests (user String, account_id String, at DateTime64(3), text String,
    tokens UInt64, kind String) ENGINE = MergeTree ORDER BY at`)
  await engine.run(`INSERT INTO llm.requests SELECT concat('u', toString(number % 3)), 'name-of-another', toDateTime64('2026-03-01 10:00:00', 3, 'UTC') + number,
    concat('It''s “', toString(number), '"\\n'), 9007199254740993 + number, if(number < 30, 'chat', 'other') FROM numbers(40)`)
  const { url, token: password } = server
  writeFileSync(list, JSON.stringify([{ name: 'warehouse', url, password, tables: ['llm.requests'], maxSeconds: 60 }]))
  process.env.TOUCHSTONE_ATTACH_FILE = list
  analyst = await personWith('ANALYST')
})

afterAll(async () => {
  process.env.TOUCHSTONE_ATTACH_FILE = ''
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function attached(over: Partial<Parameters<typeof attachByQuery>[1]> = {}) {
  const { id: caseId, number } = await caseOf(analyst)
  const form = { number, connection: 'warehouse', name: 'March requests', query, columns, ...over }
  const { href } = await attachByQuery(analyst, form)
  return { caseId, evidenceId: href.split('/').at(-1) as string }
}

const sealed = async (evidenceId: string) => {
  await attachTable(sealing, { evidenceId, isLastAttempt: false })
  return evidenceItem(analyst, evidenceId)
}

describe('a table attached by query', () => {
  test('is sealed with its query, its count and a hash over its sorted rows, and read like any log', async () => {
    const { caseId, evidenceId } = await attached()
    const item = await sealed(evidenceId)
    expect(item).toMatchObject({
      kind: 'ATTACHED_TABLE',
      state: 'SEALED',
      table: { query, rows: 30, connection: 'warehouse' },
    })
    const bytes = readFileSync(blobPath(Buffer.from(item.sha256 ?? '', 'hex')))
    expect(sha256Of(bytes)).toBe(item.sha256)
    const lines = bytes.toString().trimEnd().split('\n')
    expect(lines).toEqual([...lines].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))))
    expect(lines[0]).toContain('"input_tokens":9007199254740993')
    await readLog(systemActor('Reading'), { evidenceId, attempt: 1 })
    expect((await evidenceItem(analyst, evidenceId)).dataset).toMatchObject({ rows: 30, rejected: 0, accounts: 3 })
    expect((await eventsOf(caseId)).slice(0, 3)).toEqual(['evidence.attached', 'evidence.sealed', 'dataset.made'])
    const [line] = await custodyOf(analyst, evidenceId)
    expect(custodyResult('evidence.attached', line?.data ?? null)).toContain(query)
    expect(readdirSync(attachingFolder())).toEqual([])
  })

  test('gives the same seal in whatever order its rows lie, and is one item however often it is run', async () => {
    const { caseId, evidenceId } = await attached({ query: `${query} ORDER BY tokens DESC` })
    await Promise.allSettled([sealed(evidenceId)])
    await sealed(evidenceId)
    const other = await attached()
    expect((await sealed(other.evidenceId)).sha256).toBe((await evidenceItem(analyst, evidenceId)).sha256)
    expect((await eventsOf(caseId)).filter((type) => type === 'evidence.sealed')).toHaveLength(1)
  })

  test('says when its rows have changed, and keeps those that were sealed', async () => {
    const { evidenceId } = await attached()
    const before = await sealed(evidenceId)
    await askTableAgain(analyst, { evidenceId })
    await compareTable(verifying, { evidenceId })
    expect((await evidenceItem(analyst, evidenceId)).table?.checked).toEqual({ rows: 30, sha256: before.sha256 })
    await server.engine.run(`INSERT INTO llm.requests SELECT 'u9', '', now64(3), 'late', 1, 'chat'`)
    await compareTable(verifying, { evidenceId })
    const after = await evidenceItem(analyst, evidenceId)
    expect(after).toMatchObject({ sha256: before.sha256, table: { rows: 30, checked: { rows: 31 } } })
    expect(after.table?.checked?.sha256).not.toBe(before.sha256)
    const last = (await custodyOf(analyst, evidenceId)).at(-1)
    expect(custodyResult('table.compared', last?.data ?? null)).toMatch(/CHANGED: now 31 rows/)
    await server.engine.run(`ALTER TABLE llm.requests DELETE WHERE text = 'late' SETTINGS mutations_sync = 1`)
  })

  test('is refused with a sentence when the query fails or gives nothing; a server that is down is tried again', async () => {
    const wrong = await attached({ columns: columns.replace('= text', '= no_such') })
    expect(await sealed(wrong.evidenceId)).toMatchObject({
      state: 'REFUSED',
      reason: expect.stringMatching(/refused the query/),
    })
    const empty = await attached({ query: "SELECT * FROM llm.requests WHERE kind = 'none'" })
    expect(await sealed(empty.evidenceId)).toMatchObject({ state: 'REFUSED', reason: expect.stringMatching(/no rows/) })
    const down = await attached()
    const before = readFileSync(list, 'utf8')
    writeFileSync(list, before.replace(/:\d+"/, ':9"'))
    await expect(sealed(down.evidenceId)).rejects.toMatchObject({ code: 'unavailable' })
    writeFileSync(list, before)
    expect((await sealed(down.evidenceId)).state).toBe('SEALED')
  })

  test('is read only from servers and tables that the administrator opened, also when they were closed since', async () => {
    const open = attachableServers(analyst)
    expect(open).toEqual([{ name: 'warehouse', tables: ['llm.requests'] }])
    await expect(attached({ connection: 'http://169.254.169.254/' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(attached({ query: 'SELECT * FROM system.users' })).rejects.toThrow(/not open/)
    await expect(attached({ columns: 'account_id = `user`, file(1)\ntimestamp = at' })).rejects.toThrow(/plain name/)
    const { evidenceId } = await attached()
    const before = readFileSync(list, 'utf8')
    writeFileSync(list, before.replace('llm.requests', 'llm.others'))
    expect(await sealed(evidenceId)).toMatchObject({ state: 'REFUSED', reason: expect.stringMatching(/not open/) })
    writeFileSync(list, 'no list')
    expect(attachableServers(analyst)).toEqual([])
    writeFileSync(list, before)
  })

  test('leaves no file of an item that no longer waits', async () => {
    const { evidenceId } = await attached()
    await sealed(evidenceId)
    writeFileSync(join(attachingFolder(), evidenceId), 'x')
    expect(await sweepFiles()).toBe(1)
    expect(await db.evidenceItem.count({ where: { id: evidenceId, state: 'SEALED' } })).toBe(1)
  })

  test('is attached and compared by those who may bring evidence alone', async () => {
    const { id, number } = await caseOf(analyst, { members: [await personWith('AUDITOR')] })
    const auditor = await personWith('AUDITOR')
    const form = { number, connection: 'warehouse', name: 'March', query, columns }
    await expect(attachByQuery(auditor, form)).rejects.toMatchObject({
      code: expect.stringMatching(/forbidden|not-found/),
    })
    expect(await db.evidenceItem.count({ where: { caseId: id } })).toBe(0)
  })
})
