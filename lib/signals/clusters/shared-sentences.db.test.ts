import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { batchEngine } from '@/lib/platform/engine'
import { analyseLogs } from '@/lib/signals/analyse-logs'
import { type CanonicalRow, writeCanonicalLog } from '@/lib/signals/canonical-log'
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

  it('link those who repeat several short scripts around ever other items, and not applications of one prompt each', async () => {
    const rows: CanonicalRow[] = []
    const add = (account_id: string, prompt: string) =>
      rows.push({ account_id, prompt, timestamp: `2026-01-0${1 + (rows.length % 9)} 10:00:00.000` })
    let state = 7
    const letter = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return String.fromCharCode(97 + ((state >>> 16) % 26))
    }
    const item = () => Array.from({ length: 12 }, () => Array.from({ length: 6 }, letter).join('')).join(' ')
    for (let i = 0; i < 8; i++)
      for (let n = 0; n < 4; n++) {
        add(`ring-${i}`, `Say in your own words why it is so:\n${item()}`)
        add(`ring-${i}`, `${item()}\nGive three more like this one and a last`)
        for (let more = 0; more < 3; more++) add(`ring-${i}`, item())
      }
    for (let i = 0; i < 20; i++)
      for (let n = 0; n < 12; n++) add(`shop-${i}`, `Please find the name of the item in this note:\n${item()}`)
    for (let i = 0; i < 40; i++) for (let n = 0; n < 8; n++) add(`other-${i}`, item())
    const path = join(mkdtempSync(join(tmpdir(), 'scripts-')), 'log.parquet')
    await writeCanonicalLog(engine, path, rows)
    const dataset = { path, file: 'log', format: 'canonical', sha256: '0', rows: rows.length, rejected: 0 }
    const { clusters } = await analyseLogs({ engine, datasets: [dataset] })
    expect(clusters.map(({ accounts }) => accounts)).toEqual([Array.from({ length: 8 }, (_, i) => `ring-${i}`)])
    const values = clusters[0]?.links.flatMap(({ attribute, value }) => (attribute === 'sentence' ? [value] : []))
    expect(values).toHaveLength(2)
    const { sql, params } = linkedRows({ path, account: 'ring-3', limit: 20, offset: 0, values })
    expect(await engine.rows(sql, params)).toHaveLength(8)
  })
})
