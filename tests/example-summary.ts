/** The content of a summary with something of everything, for tests of how it is set. All of it is invented. */

import { rendererVersion, type SummaryContent } from '@/lib/exports/summary-content'
import { exampleFindings, exhibit, exampleNumber as number, sha } from './example-findings'

const present = sha('snapshot')

const facts = `In August 2026 a broker, Quarry Data, offered a data set of question-and-answer pairs “from a leading assistant”. A buyer showed us a sample. Its answers are output of our model orion-2, as the timestamps in our own records confirm.

Quarry Data has three accounts with us, opened in the same week of June 2026. Their requests follow one template, run day and night without a pause, and stop within the hour in which we limited the first of them; two others then took up its place in the list of prompts. ${'A model that a customer of theirs published ranks our model first among the candidates. '.repeat(4)}`

const citation = (at: number, name: string, rowIds: string[] = [], note = '') => ({
  exhibit: exhibit(at),
  name,
  rowIds,
  note,
})

const claim: SummaryContent['claims'][number] = {
  statement:
    'Quarry Data collected output of orion-2 and sold it as training data; a model trained by its customer resembles orion-2 more than the control models do.',
  conduct: { from: '2026-06-08', until: '2026-08-20' },
  clause: {
    ...{ number: '4.2', title: 'Competing models', document: 'Business terms of use', provider: 'Example Provider' },
    text: 'You may not use output to develop models that compete with ours, nor help anybody else to do so.',
    version: 'March 2026',
    inForce: { from: '2026-03-01', until: null },
    versionSha256: sha('terms'),
  },
  elements: [
    {
      element: 'Output of our models was collected',
      citations: [citation(1, 'requests.jsonl', ['12', '13', '14', '99'], 'Same template')],
    },
    {
      element: 'It was used to develop a competing model',
      citations: [citation(3, 'Likeness to orion-2'), citation(2, 'buyer-sample.pdf')],
    },
  ],
  citations: [],
}

const text = (words: string) => ({ text: words, characters: words.length })

/** A summary as of one moment; `changes` replace whole members. */
export function exampleSummary(changes: Partial<SummaryContent> = {}): SummaryContent {
  const accounts = Array.from({ length: 260 }, (_, at) => ({
    ...{
      identifier: `acct_quarry_${String(at).padStart(5, '0')}`,
      kind: 'ACCOUNT' as const,
      confidence: 'CONFIRMED' as const,
    },
    reason: 'Named on the invoices that the buyer showed us.',
  }))
  return {
    ...{ format: 'touchstone-case-summary', version: rendererVersion },
    watermark: { mark: 'APPROVED', because: 'Approved by Lena Legal, exactly as it stands here.' },
    case: {
      ...{ number, title: 'Model outputs resold as training data', state: 'ACTIONED', severity: 'MEDIUM', facts },
      ...{ owner: 'Ana Analyst', filer: 'Ana Analyst', outcome: null, outcomeNote: null },
    },
    asOf: { at: '2026-11-23T12:10:00.120Z', seq: 184, hash: sha('event') },
    snapshot: { present, approved: present },
    subjects: [
      {
        ...{ name: 'Quarry Data', kind: 'ORGANISATION', models: ['marlin-9b'], note: 'A broker of training data.' },
        accounts: { count: 260, confirmed: 260, probable: 0, possible: 0, listSha256: sha('list') },
      },
    ],
    claims: [claim],
    explanations: [
      {
        title: 'Reseller or gateway',
        question: 'Could the accounts serve many end customers?',
        verdict: 'NOT_APPLICABLE',
        answer: 'The accounts were used by the broker itself.',
      },
      {
        title: 'Common ancestry of models',
        question: 'Could the models share base weights?',
        verdict: 'NOT_RULED_OUT',
        answer: 'The base of the suspect model is not known.',
      },
      {
        title: 'Shared egress address',
        question: 'Could unrelated people share an address?',
        verdict: null,
        answer: null,
      },
    ],
    findings: exampleFindings,
    decisions: [
      {
        reviewer: 'Lena Legal',
        decision: 'REQUEST_CHANGES',
        outcome: null,
        reason: 'Say who opened the accounts.',
        snapshot: sha('before'),
        staleBecause: null,
      },
      {
        reviewer: 'Lena Legal',
        decision: 'APPROVE',
        outcome: null,
        reason: 'The elements are made out on the cited rows.',
        snapshot: present,
        staleBecause: null,
      },
    ],
    steps: [
      {
        ...{ kind: 'action', done: 'End access', by: 'Theo Lead' },
        text: 'Your access to our services ends on 1 October 2026 under clause 4.2 of our terms.',
      },
    ],
    exhibits: [
      {
        exhibit: exhibit(1),
        type: 'evidence',
        name: 'requests.jsonl',
        kind: 'USAGE_LOG',
        description: 'Gateway log, June to August',
        size: '742113002',
        sha256: sha('log'),
        dataset: { sha256: sha('parquet'), rows: 1_000_000, rejected: 12, format: 'canonical', readerVersion: '1' },
      },
      {
        exhibit: exhibit(2),
        type: 'evidence',
        name: 'buyer-sample.pdf',
        kind: 'DOCUMENT',
        description: '',
        size: '48211',
        sha256: sha('sample'),
        dataset: null,
      },
      { exhibit: exhibit(3), type: 'finding', name: 'Likeness to orion-2', sha256: sha('Likeness to orion-2') },
      {
        exhibit: exhibit(4),
        type: 'finding',
        name: 'Volume of account acct_quarry_01',
        sha256: sha('Volume of account acct_quarry_01'),
      },
    ],
    setAside: [
      {
        exhibit: exhibit(5),
        name: 'old-export.csv',
        sha256: sha('old'),
        reason: 'It was made after the dispute began.',
      },
    ],
    appendices: {
      accounts: [{ subject: 'Quarry Data', accounts }],
      rows: [
        {
          ...{ exhibit: exhibit(1), datasetSha256: sha('parquet') },
          rows: [12, 13].map((row) => ({
            ...{
              rowId: String(row),
              time: '2026-06-08T09:12:33.120Z',
              account: row === 12 ? 'acct_quarry_00001' : 'acct_other',
              requestId: `req_${row}`,
              model: 'orion-2',
              status: 200,
            },
            ...{
              inputTokens: 120,
              outputTokens: 2400,
              masked: row !== 12,
              systemPrompt: { text: null, characters: null },
            },
            prompt:
              row === 12
                ? text('Explain step by step how a lock\u202e works. 请解释锁的工作原理。')
                : { text: null, characters: 1204 },
            response:
              row === 12
                ? text(`A lock holds a bolt. ${'It turns when the key lifts each pin to its line. '.repeat(50)}`)
                : { text: null, characters: 80 },
          })),
        },
      ],
    },
    ...changes,
  }
}
