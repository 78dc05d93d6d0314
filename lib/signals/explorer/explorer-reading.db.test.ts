import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { batchEngine } from '@/lib/platform/engine'
import { type CanonicalRow, writeCanonicalLog } from '@/lib/signals/canonical-log'
import { temporaryFolder } from '@/tests/temporary-folder'
import { suggestedValues } from './explorer-values'
import { templateMates } from './template-mates'

const folder = temporaryFolder('explorer-reading')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Row ids are places in this list. */
async function log(rows: CanonicalRow[]) {
  const [engine, parquetPath] = [batchEngine(), join(folder, `${randomUUID()}.parquet`)]
  const numbered = rows.map((row, row_id) => ({ row_id, ...row }))
  await writeCanonicalLog(engine, parquetPath, numbered)
  return { engine, parquetPath }
}

const prompt = (topic: string) =>
  `You are a patient teacher of a small class in a village school by the sea. Explain ${topic} step by step, so that each pupil can repeat it at home without any book, and say at the end what was the hardest part.`

it('suggests the values with most rows that contain what was typed', async () => {
  const rows = ["mod'el", "mod'el", 'MODEL-b', 'other'].map((model) => ({ account_id: 'a', model }))
  const found = await suggestedValues(await log(rows), { column: 'model', part: 'mod' })
  expect(found).toEqual([
    { value: "mod'el", rows: 2 },
    { value: 'MODEL-b', rows: 1 },
  ])
})

describe('the template of a row', () => {
  const rows = ['tides', 'clouds', 'rivers', 'bridges', 'harbours'].map((topic) => ({
    account_id: 'a',
    prompt: prompt(topic),
  }))
  const other = { account_id: 'a', prompt: 'Where is the nearest bakery that opens early on a Sunday' }

  it('is the other prompts that vary its text', async () => {
    const dataset = { ...(await log([...rows, other])), visibleAccounts: ['a'] }
    const mates = await templateMates(dataset, { account: 'a', rowId: 1 })
    expect(mates?.requests).toBe(5)
    expect([...(mates?.prompts ?? [])].sort()).toEqual(['bridges', 'harbours', 'rivers', 'tides'].map(prompt))
    expect(await templateMates(dataset, { account: 'a', rowId: 5 })).toBeNull()
  })

  it('is not told of an account that may not be read', async () => {
    const dataset = { ...(await log(rows)), visibleAccounts: [] }
    expect(await templateMates(dataset, { account: 'a', rowId: 1 })).toBeNull()
  })
})
