import { describe, expect, it } from 'vitest'
import type { LogAnalysis, SignalCell } from '@/lib/signals/log-analysis'
import { type SignalId, signalIds } from '@/lib/signals/signal-definition'
import { openedResult } from '@/tests/sealed-result'
import { cellInFull, shadeOf, signalMatrix } from './signal-matrix'

const cell = (value: number | null, percentile: number | null = 50): SignalCell => ({
  value,
  why: value === null ? 'The log has no prompts.' : null,
  percentile,
  z: 1.5,
  peers: { name: 'plan pro', n: 40 },
  measures: { requests: 12 },
})

function analysis(volumes: Record<string, number | null>): LogAnalysis {
  const signalsOf = (volume: number | null) =>
    Object.fromEntries(signalIds.map((id) => [id, cell(id === 'volume' ? volume : null)])) as Record<
      SignalId,
      SignalCell
    >
  return {
    ...{ rows: 100, rejected: 0, accounts: 3, from: null, to: null, datasets: [], clusters: [] },
    signals: signalIds.map((id) => ({ id, version: '1', computable: true, why: null, flagged: 0 })),
    ranked: Object.entries(volumes).map(([account, volume], i) => ({
      account,
      score: 9 - i,
      signals: signalsOf(volume),
    })),
  }
}

describe('the matrix', () => {
  const result = analysis({ alice: 5, bob: 70, carol: null })

  it('comes in triage order and says what is missing in words', async () => {
    const { rows } = await signalMatrix(await openedResult(result))
    expect(rows.map(({ account, rank }) => [account, rank])).toEqual([
      ['alice', 1],
      ['bob', 2],
      ['carol', 3],
    ])
    expect(rows[2]?.cells[0]).toMatchObject({ text: '–', shade: null, sentence: 'The log has no prompts.' })
    expect(rows[0]?.cells[0]?.sentence).toMatch(/Percentile 50 among 40 accounts \(plan pro\); robust z \+1\.5/)
  })

  it('sorts by a signal with accounts that have no value last', async () => {
    const sealed = await openedResult(result)
    expect((await signalMatrix(sealed, { sort: 'volume' })).rows.map(({ account }) => account)).toEqual([
      'bob',
      'alice',
      'carol',
    ])
    expect((await signalMatrix(sealed, { sort: 'nonsense' })).rows[0]?.account).toBe('alice')
  })

  it('finds accounts by part of their name, and the subject’s alone', async () => {
    const sealed = await openedResult(result)
    expect((await signalMatrix(sealed, { q: 'BO' })).rows.map(({ account }) => account)).toEqual(['bob'])
    const subjects = new Set(['carol'])
    expect((await signalMatrix(sealed, { subjects, onlySubjects: true })).rows).toMatchObject([
      { account: 'carol', isSubjects: true },
    ])
  })

  it('sets what has a weight first, and what nobody has a value of apart', async () => {
    const summaries = result.signals.map((one) =>
      one.id === 'templates' ? { ...one, computable: false, why: 'The log has no prompts.' } : one,
    )
    const { columns, missing, rows } = await signalMatrix(await openedResult({ ...result, signals: summaries }))
    expect(missing).toEqual([{ title: 'Templates', why: 'The log has no prompts.' }])
    expect(rows[0]?.cells.map(({ signal }) => signal)).toEqual(columns.map(({ signal }) => signal))
    expect(columns.filter(({ isFirst }) => isFirst).map(({ standing, signal }) => [standing, signal])).toEqual([
      ['weighted', 'volume'],
      ['unweighted', 'no-ramp'],
      ['corroborates', 'repeat-sampling'],
    ])
  })

  it('keeps to a page that exists', async () => {
    const many = analysis(Object.fromEntries(Array.from({ length: 120 }, (_, i) => [`a${i}`, i])))
    const sealed = await openedResult(many)
    expect(await signalMatrix(sealed, { page: 99 })).toMatchObject({ page: 3, pages: 3, found: 120 })
    expect((await signalMatrix(sealed, { page: 99 })).rows).toHaveLength(20)
  })

  it('gives one cell in full, and none for an account that is not there', () => {
    expect(cellInFull(result.ranked[0], 'volume')).toMatchObject({ headline: '5 requests per active day', z: '+1.5' })
    expect(cellInFull(undefined, 'volume')).toBeNull()
  })

  it('shades the ordinary pale and the extreme dark', () => {
    expect([null, 10, 60, 92, 97, 99.5, 99.95].map(shadeOf)).toEqual([null, 0, 1, 2, 3, 5, 6])
  })
})
