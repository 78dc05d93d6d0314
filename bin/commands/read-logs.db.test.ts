import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { batchEngine } from '@/lib/platform/engine'
import { readLogs } from './read-logs'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchstone-read-logs-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the logs of one call', () => {
  it('counts the same bytes once, and says so', async () => {
    const row = { account_id: 'acct-1', timestamp: '2026-03-01T09:00:00Z', prompt: 'Name a river.', model: 'orion-2' }
    const files = ['first.jsonl', 'copy.jsonl'].map((name) => join(folder, name))
    for (const file of files) await writeFile(file, `${JSON.stringify(row)}\n`)
    const { datasets, notes } = await readLogs({ engine: batchEngine(), folder, files })
    expect(datasets.map(({ file, rows }) => ({ file, rows }))).toEqual([{ file: 'first.jsonl', rows: 1 }])
    expect(notes).toEqual([`${files[1]} holds the same bytes as ${files[0]} and is counted once.`])
  })
})
