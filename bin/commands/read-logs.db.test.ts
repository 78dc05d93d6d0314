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

  const written = async (name: string, lines: string[]) => {
    const file = join(folder, name)
    await writeFile(file, `${lines.join('\n')}\n`)
    return file
  }
  const good = JSON.stringify({ account_id: 'acct-2', timestamp: '2026-03-01T09:00:00Z', prompt: 'Name a hill.' })

  it('says why rows were rejected, and how many for each reason', async () => {
    const timeless = JSON.stringify({ account_id: 'acct-2', timestamp: 'soon', prompt: 'Name a lake.' })
    const file = await written('partly.jsonl', [good, '{"cut', timeless, '{"off'])
    const { notes } = await readLogs({ engine: batchEngine(), folder, files: [file] })
    expect(notes).toEqual([
      `${file}: 3 rows rejected. 2 × the record is not valid JSON; 1 × the record has a time that is not understood.`,
    ])
  })

  it('names each file that is no log', async () => {
    const files = await Promise.all([
      written('a.txt', ['Dear Sir']),
      written('b.jsonl', [good]),
      written('c.txt', ['Yours']),
    ])
    const reading = readLogs({ engine: batchEngine(), folder, files })
    await expect(reading).rejects.toThrow(new RegExp(`^${files[0]}: .*\\n${files[2]}: .*$`))
  })

  it('reads a log of no known format by a guess when it is asked to, and says what was taken for what', async () => {
    const file = await written('ours.csv', ['When,Customer,Question', '2026-03-01T09:00:00Z,c-1,Name a sea of Europe.'])
    const engine = batchEngine()
    await expect(readLogs({ engine, folder, files: [file] })).rejects.toThrow('--mapping guess')
    const { datasets, notes } = await readLogs({ engine, folder, files: [file], guess: true })
    expect(datasets.map(({ rows, rejected }) => [rows, rejected])).toEqual([[1, 0]])
    expect(notes[0]).toContain('account_id from Customer, prompt from Question, timestamp from When')
  })

  it('does not guess the zone of times that state none', async () => {
    const file = await written('zoneless.csv', [
      'When,Customer,Question',
      '2026-03-01 09:00:00,c-1,Name a sea of Asia.',
    ])
    const reading = readLogs({ engine: batchEngine(), folder, files: [file], guess: true })
    await expect(reading).rejects.toThrow('The times in When do not say their zone.')
  })
})
