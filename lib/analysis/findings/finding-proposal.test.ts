import { describe, expect, it } from 'vitest'
import { clusterSentence } from '@/lib/analysis/clusters/cluster-words'
import type { ComparisonResult } from '@/lib/comparison/comparison-result'
import { methodDefinitions } from '@/lib/comparison/methods/method-definitions'
import type { LogAnalysis } from '@/lib/signals/log-analysis'
import { findingChart } from './finding-chart'
import { drawFinding } from './finding-drawing'
import { readFindingKey, writeFindingKey } from './finding-key'
import { measureLine, proposeFinding } from './finding-proposal'

const scores = (openings: number, affinity: number) => ({
  ...Object.fromEntries(methodDefinitions.map(({ id }) => [id, { score: null, interval: null }])),
  openings: { score: openings, interval: [openings - 0.01, openings + 0.01] as [number, number] },
  'phrase-affinity': { score: affinity, interval: null },
})

const comparison = {
  suspect: 'suspect',
  prompts: { shared: 805 },
  candidates: [
    { name: 'teacher: large', log10LR: null, methods: scores(0.043, 0.01) },
    { name: 'other', log10LR: null, methods: scores(-0.002, 0.002) },
  ],
  controls: [
    { name: 'c1', methods: scores(0.001, 0) },
    { name: 'c2', methods: scores(-0.001, 0) },
  ],
  definitions: methodDefinitions,
  errorRates: null,
  calibration: null,
  caveats: [],
} as unknown as ComparisonResult

const log = {
  ...{ rows: 200_000, accounts: 2000, from: '2026-01-01T00:00:00.000Z', to: '2026-01-31T00:00:00.000Z', ranked: [] },
  datasets: [{ file: 'october.jsonl' }],
  clusters: [
    {
      id: '1',
      accounts: ['a', 'b', 'c'],
      score: 12,
      links: [
        { attribute: 'payment_ref', value: 'p1', accounts: 3, weight: 6.5 },
        { attribute: 'payment_ref', value: 'p2', accounts: 2, weight: 6.9 },
        { attribute: 'ip_prefix', value: '203.0.113.0/24', accounts: 3, weight: 6.5 },
      ],
      signals: { failover: { value: 0.8, why: null, p: 0.02, measures: {} } },
    },
  ],
} as unknown as LogAnalysis

describe('what is offered as a finding', () => {
  it('says of a candidate its rank, scores, population, and that it does not weigh', () => {
    const key = readFindingKey('candidate:teacher: large')
    const proposal = key && proposeFinding({ kind: 'COMPARISON', result: comparison }, key)
    expect(proposal?.statement).toMatch(
      /ranks 1 in likeness to suspect, over 805 shared prompts and against 2 controls/,
    )
    expect(proposal?.statement).toMatch(/openings \(version 2\): \+0\.043, 95 % interval \+0\.033 to \+0\.053/)
    expect(proposal?.statement).toMatch(/Inconclusive: not calibrated.*error rate of this method is not established/)
  })

  it('says of a cluster what links it and what that cannot show', () => {
    const proposal = proposeFinding({ kind: 'SIGNALS', result: log, values: [] }, { kind: 'cluster', id: '1' })
    expect(clusterSentence(log.clusters[0] as LogAnalysis['clusters'][number])).toBe(
      '3 accounts, linked by 2 payment references and 1 network.',
    )
    expect(proposal?.statement).toMatch(/200,000 rows of 2,000 accounts in “october.jsonl”, 2026-01-01 to 2026-01-31/)
    expect(proposal?.statement).toMatch(/not established/)
  })

  it('says of a signal of a cluster what it is read against', () => {
    const key = { kind: 'cluster-signal', signal: 'failover', id: '1' } as const
    const run = { kind: 'SIGNALS', result: log, values: [] as number[] } as const
    const proposal = proposeFinding(run, key)
    expect(proposal?.title).toBe('Failover of cluster 1: 3 accounts')
    expect(proposal?.statement).toMatch(/0\.8 requests gained .* p-value is 0\.02, read against the same stops set on/)
    expect(proposal?.statement).toMatch(/200,000 rows of 2,000 accounts.*not established/)
    expect(measureLine(run, key)).toMatch(/^0\.8 requests gained .*; p 0\.02 against/)
    expect(proposeFinding(run, { ...key, signal: 'synchrony' })).toBeNull()
  })

  it('offers nothing that the result does not hold', () => {
    expect(proposeFinding({ kind: 'SIGNALS', result: log, values: [] }, { kind: 'cluster', id: '9' })).toBeNull()
    expect(proposeFinding({ kind: 'COMPARISON', result: comparison }, { kind: 'candidate', name: 'x' })).toBeNull()
    expect(proposeFinding({ kind: 'COMPARISON', result: comparison }, { kind: 'cluster', id: '1' })).toBeNull()
  })

  it('draws one panel per method with candidates before controls', () => {
    const chart = findingChart({ kind: 'COMPARISON', result: comparison }, { kind: 'candidate', name: 'other' })
    const [first, , , second] = chart ? drawFinding(chart) : []
    expect(first?.table.rows.map(([label]) => label)).toEqual([
      'teacher: large',
      'other',
      'c1 (control)',
      'c2 (control)',
    ])
    expect(first?.summary).toMatch(/0 of 2 controls score as high/)
    expect(second?.title).toMatch(/^Phrase affinity/)
  })
})

describe('a finding’s key', () => {
  it('comes back as it was written, colons included', () => {
    for (const key of ['signal:templates:acct:1', 'cluster:3', 'cluster-signal:failover:cluster-3', 'candidate:a:b']) {
      const read = readFindingKey(key)
      expect(read && writeFindingKey(read)).toBe(key)
    }
    for (const none of [
      '',
      'signal:',
      'signal:nonsense:a',
      'signal:volume:',
      'cluster:',
      'cluster-signal:volume:3',
      'other:1',
    ]) {
      expect(readFindingKey(none)).toBeNull()
    }
  })
})
