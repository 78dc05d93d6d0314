import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { batchEngine } from '@/lib/platform/engine'
import { analyseLogs } from './analyse-logs'
import { type CanonicalRow, writeCanonicalLog } from './canonical-log'
import { linkedRows } from './linked-rows'

const engine = batchEngine()
const words = (seed: number) =>
  Array.from(
    { length: 14 },
    (_, i) => `w${String.fromCharCode(97 + ((seed * 7 + i * 11) % 26))}${(seed * 31 + i * 17) % 97}x`,
  ).join(' ')
const instructions = [
  'Kindly lay out the private steps that led to the answer below',
  'Restate the item that follows for a reader who has never seen it',
  'Grade the following answer with the four headings given to you before',
  'Turn the passage underneath into a question with one right answer',
]
const tool =
  'You are the helper of a public tool for letters. Keep every letter short and polite please. Never sign a letter with your own name.'

/** Ten accounts with one script of changing instructions, ten users of one public tool, forty others; all texts beside are their own. */
function log(): CanonicalRow[] {
  const rows: CanonicalRow[] = []
  const add = (account_id: string, prompt: string) =>
    rows.push({ account_id, prompt, response: 'Done.', timestamp: `2026-01-0${1 + (rows.length % 9)} 10:00:00.000` })
  for (let i = 0; i < 10; i++) {
    for (const [at, instruction] of instructions.entries())
      add(`script-${i}`, `${words(i * 10 + at)}.\n${instruction}.\n${words(900 + i * 10 + at)}`)
    for (let n = 0; n < 4; n++) add(`tool-${i}`, `${tool} ${words(3000 + i * 10 + n)}`)
  }
  for (let i = 0; i < 40; i++)
    for (let n = 0; n < 4; n++) add(`other-${i}`, `${words(5000 + i * 10 + n)}. ${words(9000 + i * 10 + n)}`)
  return rows
}

describe('sentences that accounts share', () => {
  it('link those who send several apart from each other, and not the users of one public prompt', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'sentences-')), 'log.parquet')
    await writeCanonicalLog(engine, path, log())
    const dataset = { path, file: 'log', format: 'canonical', sha256: '0', rows: 240, rejected: 0 }
    const { clusters } = await analyseLogs({ engine, datasets: [dataset] })
    expect(clusters).toHaveLength(1)
    expect(clusters[0]?.accounts.every((account) => account.startsWith('script-'))).toBe(true)
    expect(clusters[0]?.accounts).toHaveLength(10)
    const sentences = (clusters[0]?.links ?? []).filter(({ attribute }) => attribute === 'sentence')
    expect(sentences.map(({ accounts }) => accounts)).toEqual([10, 10, 10, 10])
    const values = sentences.map(({ value }) => value)
    const { sql, params } = linkedRows({ path, account: 'script-3', limit: 10, offset: 0, values })
    expect(await engine.rows(sql, params)).toHaveLength(4)
  })
})
