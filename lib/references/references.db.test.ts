import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { requestSignals } from '@/lib/analysis/commands'
import { isHeldAgainstOther } from '@/lib/analysis/runs/held-against'
import { readRequest } from '@/lib/analysis/runs/run-request'
import { readResult } from '@/lib/analysis/runs/run-results'
import { runSignals } from '@/lib/analysis/runs/signals-commands'
import { type PersonActor, systemActor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import type { LogAnalysis } from '@/lib/signals/log-analysis'
import { sealedItem, somebody } from '@/tests/analysed-case'
import { analysedLog, confession, type Made } from '@/tests/analysed-log'
import { asOwner } from '@/tests/database'
import { importCalendar, importPromptSet, withdrawReference } from './commands'
import { references } from './queries'
import { importPromptSet as schema } from './schema'

const prompts = Array.from(
  { length: 30 },
  (_, i) => `${confession}, item ${i}, and explain the reasoning behind it step by step`,
)
const file = (text: string, name = 'set.txt') => new File([text], name)
const said = { source: 'made for this test', licence: '' }

let lead: PersonActor
let made: Made

beforeAll(async () => {
  lead = await somebody('LEAD')
  made = await analysedLog()
})

const inUse = async () => (await references(lead)).filter(({ withdrawnAt }) => withdrawnAt === null)

describe('reference data', () => {
  test('is imported by leads and administrators with its hash in the record, and by nobody else', async () => {
    const input = { ...said, name: 'Collector list', hashesOnly: false, file: file(prompts.join('\n')) }
    await expect(importPromptSet(made.owner, input)).rejects.toMatchObject({ code: 'forbidden' })
    await importPromptSet(lead, input)
    expect(await inUse()).toMatchObject([{ kind: 'PROMPT_SET', name: 'Collector list', entries: 30 }])
    const [event] = await asOwner<{ text: string }>(
      `SELECT p.text FROM event e JOIN event_payload p USING (seq) WHERE e.type = 'reference.imported' ORDER BY seq DESC LIMIT 1`,
    )
    expect(JSON.parse(event?.text ?? '{}').data).toMatchObject({
      name: 'Collector list',
      sha256: (await inUse())[0]?.sha256,
    })
    await expect(importPromptSet(lead, input)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('takes part in the next analysis of a case, which names it', async () => {
    await importCalendar(lead, { ...said, name: 'Releases', file: file('m-1,2026-03-01T00:30:00Z\n', 'c.csv') })
    const table = 'account,plan,country\ncampaign-0,pro,DE\nbakery-0,free,FR\n'
    const item = { kind: 'ACCOUNT_TABLE', name: 'customers.csv', bytes: table } as const
    await sealedItem({ caseId: made.caseId, addedBy: made.owner }, item)
    const before = await db.analysisRun.findFirstOrThrow({ where: { caseId: made.caseId } })
    const old = readRequest(before.request)
    expect(old.kind === 'SIGNALS' && (await isHeldAgainstOther(made.owner, made.caseId, old))).toBe(true)
    const { runId, isNew } = await requestSignals(made.owner, { caseId: made.caseId, datasetIds: [made.datasetId] })
    expect(isNew).toBe(true)
    await runSignals(systemActor('Signals'), { runId, isLastAttempt: true })
    const run = await db.analysisRun.findUniqueOrThrow({ where: { id: runId } })
    expect(run.state).toBe('DONE')
    const result = await readResult<LogAnalysis>(run.resultSha256 as Uint8Array)
    expect(result.references?.map(({ kind, name, entries }) => [kind, name, entries])).toEqual([
      ['prompt-set', 'Collector list', 30],
      ['release-calendar', 'Releases', 1],
      ['account-table', 'customers.csv', 2],
    ])
    const campaign = result.ranked.find(({ account }) => account === 'campaign-0')?.signals['corpus-walk']
    expect(campaign).toMatchObject({ value: 0.5, measures: { tau: 1, set: 1 } })
  })

  test('is left out once it was withdrawn, and its reason stays', async () => {
    const [reference] = (await inUse()).filter(({ kind }) => kind === 'PROMPT_SET')
    await withdrawReference(lead, { referenceId: reference?.id ?? '', reason: 'An older version.' })
    expect((await inUse()).map(({ kind }) => kind)).toEqual(['RELEASE_CALENDAR'])
    const again = withdrawReference(lead, { referenceId: reference?.id ?? '', reason: 'Twice.' })
    await expect(again).rejects.toThrow('It is withdrawn already.')
  })

  test('of which only hashes are kept is nowhere as text', async () => {
    const packed = new File([gzipSync(prompts.join('\n'))], 'set.txt.gz')
    await importPromptSet(lead, { ...said, name: 'Secret list', hashesOnly: true, file: packed })
    const [reference] = (await inUse()).filter(({ name }) => name === 'Secret list')
    expect(reference).toMatchObject({ hashesOnly: true, entries: 30 })
  })

  test('that is no text, or no list, is refused in a sentence', async () => {
    const give = (bytes: string | Uint8Array<ArrayBuffer>) =>
      importPromptSet(lead, { ...said, name: 'Broken', hashesOnly: false, file: new File([bytes], 'x') })
    await expect(give(new Uint8Array([0, 1, 2]))).rejects.toThrow(/no text in UTF-8/)
    await expect(give(new Uint8Array([0xff, 0x41]))).rejects.toThrow(/not in UTF-8/)
    await expect(give(new Uint8Array([0x1f, 0x8b, 9]))).rejects.toThrow(/damaged/)
    await expect(give('Hi')).rejects.toThrow(/No prompt of 20 characters/)
    expect(schema.safeParse({ ...said, name: 'No file' }).error?.issues[0]?.message).toBe(
      'Choose a file that is not empty.',
    )
  })
})
