import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalText } from '@/lib/custody/canonical'
import type { LogAnalysis, RankedAccount, SignalCell } from '@/lib/signals/log-analysis'
import { sealedResult } from '@/tests/sealed-result'
import { columnsOf } from './result-columns'
import { openSealed } from './sealed-analysis'
import { sealedElements } from './sealed-elements'

const cell = (value: number | null): SignalCell => ({
  ...{ value, why: value === null ? 'Nothing to measure.' : null, percentile: null, z: null },
  ...{ peers: { name: 'all "accounts" \\ [1]', n: 3 }, measures: { '{"': 1 } },
})

function analysisOf(accounts: { account: string; value: number | null }[]): LogAnalysis {
  const ranked = accounts.map(({ account, value }, i) => ({
    ...{ account, score: 1 / (i + 1) },
    signals: { volume: cell(value), rhythm: cell(null) } as unknown as RankedAccount['signals'],
  }))
  const links = [{ attribute: 'payment', value: '},{"ranked":[{}]', accounts: 2, weight: 1.5 }]
  const clusters = ranked.length > 1 ? [{ id: 'cluster-1', accounts: ranked.slice(0, 2).map((r) => r.account) }] : []
  return {
    ...{ rows: 9, rejected: 0, accounts: ranked.length, from: null, to: '2026-03-01T00:00:00.000Z' },
    ...{ datasets: [{ file: 'a,"b".jsonl', format: 'x', sha256: '00', rows: 9, rejected: 0 }], signals: [], ranked },
    clusters: clusters.map((cluster) => ({ ...cluster, score: 0.75, links })),
  }
}

const accounts = fc.uniqueArray(
  fc.record({
    account: fc.string({ unit: 'binary', minLength: 1 }),
    value: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
  }),
  { selector: ({ account }) => account, maxLength: 12 },
)

describe('a sealed analysis read in parts', () => {
  it('cuts any canonical text, in pieces of any size, into exactly the elements that a whole parse finds', async () => {
    const property = fc.asyncProperty(accounts, fc.integer({ min: 1, max: 64 }), async (some, size) => {
      const whole = JSON.parse(canonicalText(analysisOf(some))) as LogAnalysis
      const bytes = Buffer.from(canonicalText(whole))
      const pieces = async function* () {
        for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
      }
      const cut = sealedElements(pieces(), new Set(['ranked', 'clusters']))
      const found: Record<string, unknown[]> = { ranked: [], clusters: [] }
      let next = await cut.next()
      for (; !next.done; next = await cut.next()) {
        const { list, at, bytes: element } = next.value
        expect(bytes.subarray(at, at + element.length)).toEqual(element)
        found[list]?.push(JSON.parse(element.toString()))
      }
      expect({ ...JSON.parse(next.value), ...found }).toEqual(whole)
    })
    await fc.assert(property, { numRuns: 60 })
  })

  it('gives each account, page, value and cluster as the whole has it', async () => {
    const property = fc.asyncProperty(accounts, async (some) => {
      const whole = JSON.parse(canonicalText(analysisOf(some))) as LogAnalysis
      const sealed = await openSealed(sealedResult(whole))
      const { rows, found } = await sealed.accountsPage({ offset: 0, limit: 100 })
      expect(found).toBe(some.length)
      expect(rows.map(({ ranked }) => ranked)).toEqual(whole.ranked)
      expect(await sealed.valuesOf('volume')).toEqual(whole.ranked.flatMap(({ signals }) => signals.volume.value ?? []))
      expect(await sealed.clustersPage({ offset: 0, limit: 100 })).toEqual(whole.clusters)
      const last = some.at(-1)?.account ?? 'nobody'
      expect((await sealed.account(last))?.ranked).toEqual(whole.ranked.at(-1))
      expect(await sealed.clustersOf(last)).toEqual(whole.clusters.filter((one) => one.accounts.includes(last)))
    })
    await fc.assert(property, { numRuns: 25 })
  })
})

describe('the columns of an analysis', () => {
  const analysis = analysisOf([
    { account: 'a', value: 1 },
    { account: 'b', value: 2 },
  ])
  const bytesIn = (folder: string) => readdirSync(folder).map((name) => readFileSync(join(folder, name), 'hex'))

  it('are the same however often and by however many they are made, and leave nothing half made', async () => {
    const sealed = sealedResult(analysis)
    const [folder = ''] = await Promise.all([columnsOf(sealed), columnsOf(sealed)])
    expect(readdirSync(sealed.folder)).toEqual([sealed.sha256])
    const first = bytesIn(folder)
    expect(bytesIn(await columnsOf({ ...sealed, folder: join(sealed.folder, 'other') }))).toEqual(first)
  })

  it.each(['numbers.bin', 'accounts.json', 'proof.json'])('are made again when %s is not what it was', async (name) => {
    const sealed = sealedResult(analysis)
    const folder = await columnsOf(sealed)
    const before = bytesIn(folder)
    writeFileSync(join(folder, name), readFileSync(join(folder, name)).fill(32, 1, 9))
    const again = await openSealed(sealed)
    expect(await again.valuesOf('volume')).toEqual([1, 2])
    expect(bytesIn(folder)).toEqual(before)
  })

  it('are not made of bytes that lost their hash, and not read beside them', async () => {
    const sealed = sealedResult(analysis)
    await columnsOf(sealed)
    writeFileSync(sealed.path, readFileSync(sealed.path, 'utf8').replace('"value":2', '"value":3'))
    await expect(openSealed(sealed)).rejects.toThrow(/no longer has its hash/)
    await expect(openSealed({ ...sealed, folder: `${sealed.folder}-2` })).rejects.toThrow(/no longer has its hash/)
  })
})
