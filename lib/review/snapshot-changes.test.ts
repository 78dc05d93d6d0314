import { describe, expect, it } from 'vitest'
import { canonicalText } from '@/lib/custody/canonical'
import type { SnapshotBody } from './snapshot'
import { snapshotChanges } from './snapshot-changes'

const clause = {
  number: '4.2',
  text: 'No training.',
  document: { provider: 'P', title: 'Terms' },
  version: 'June',
  sha256: '00',
}
const citation = { element: 0, evidenceId: 'e1', datasetId: null, rowIds: [], findingId: null, note: '' }
const claim = {
  id: 'c1',
  statement: 'They trained.',
  conductFrom: '2026-02-01',
  conductUntil: '2026-03-01',
  clause,
  citations: [citation],
}
const account = (identifier: string) => ({
  identifier,
  kind: 'ACCOUNT' as const,
  reason: 'Invoices',
  confidence: 'CONFIRMED' as const,
})
const base: SnapshotBody = {
  version: 1,
  case: { number: 'TS-2026-00001', title: 'A case', facts: 'It happened.', severity: 'MEDIUM' },
  subjects: [{ id: 's1', name: 'Heron', kind: 'ORGANISATION', models: ['m'], note: '', accounts: [account('acct_1')] }],
  claims: [claim],
  answers: [{ explanation: 'reseller', verdict: 'RULED_OUT', answer: 'Checked.' }],
  findings: [],
  evidence: [{ id: 'e1', kind: 'DOCUMENT', name: 'invoice.pdf', size: '1200', sha256: 'ab' }],
}
const between = (change: Partial<SnapshotBody>) =>
  snapshotChanges(canonicalText(base), canonicalText({ ...base, ...change }))

describe('what changed since the snapshot before', () => {
  it('is nothing when nothing did', () => {
    expect(between({})).toEqual([])
  })

  it('shows of a claim only what differs, citations by what they point at', () => {
    const cited = [
      citation,
      { ...citation, element: 2, note: 'Its price' },
      { ...citation, evidenceId: null, datasetId: 'd', rowIds: ['7'] },
    ]
    expect(between({ claims: [{ ...claim, conductUntil: '2026-03-31', citations: cited }] })).toEqual([
      {
        where: 'Claim on 4.2: “They trained.”',
        before: 'Last day: 2026-03-01\nCitations: nothing beside what stayed',
        after:
          'Last day: 2026-03-31\nCitations:\n· Element 3 by “invoice.pdf” – Its price\n· Element 1 by 1 row of a log: 7',
      },
    ])
  })

  it('lists added accounts, and no more of them than one can read', () => {
    const accounts = [account('acct_1'), ...Array.from({ length: 25 }, (_, n) => account(`new_${n}`))]
    const [change] = between({ subjects: base.subjects.map((subject) => ({ ...subject, accounts })) })
    expect(change?.before).toBe('Accounts: nothing beside what stayed')
    expect(change?.after).toMatch(/new_0 \(account, confirmed\): Invoices/)
    expect(change?.after).toMatch(/and 5 more$/)
    expect(change?.after).not.toMatch(/acct_1/)
  })

  it('says what came and what went, without an id or a brace', () => {
    const finding = {
      id: 'f1',
      key: 'k',
      title: 'Rhythm',
      statement: 'All day.',
      run: { kind: 'SIGNALS' as const, version: 'v1', request: '{}', resultSha256: null },
    }
    const changes = between({ findings: [finding], answers: [], case: { ...base.case, facts: 'It happened twice.' } })
    expect(changes.map(({ where, before, after }) => [where, before === null, after === null])).toEqual([
      ['What happened', false, false],
      ['Innocent explanation “Reseller or gateway”', false, true],
      ['Finding “Rhythm”', true, false],
    ])
    const said = changes.flatMap(({ before, after }) => [before, after]).join(' ')
    expect(said).not.toMatch(/[{}[\]]|f1|evidenceId/)
  })
})
