import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { readRequest } from '@/lib/analysis/runs/run-request'
import { type PersonActor, systemActor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { batchEngine } from '@/lib/platform/engine'
import { blobPath, incomingFolder } from '@/lib/platform/storage'
import { stagesNamed } from '@/lib/signals/ingest/stage'
import { caseOf, eventsOf, hand, personWith, waitingJobs } from '@/tests/evidence'
import { withdrawEvidence } from './commands'
import { joinLogs } from './join-commands'
import { joinDatasets } from './join-datasets'
import { joinOffers } from './join-queries'
import { evidenceItem } from './queries'
import { readLog } from './read-log'
import { sealEvidence } from './seal-evidence'
import { sweepFiles } from './sweep-files'

const worker = systemActor('Joining')
const user = { arn: 'arn:aws:iam::111122223333:user/x', accountId: '111122223333' }
const lines = (records: object[]) => records.map((record) => JSON.stringify(record)).join('\n')

const calls = (ids: string[]) =>
  lines(
    ids.map((requestId) => ({
      ...{
        schemaType: 'ModelInvocationLog',
        timestamp: '2026-01-02T03:04:05Z',
        accountId: '111122223333',
        identity: user,
      },
      ...{ requestId, operation: 'Converse', modelId: 'm', output: {} },
      input: { inputBodyJson: { messages: [{ role: 'user', content: [{ text: `Ask ${requestId}` }] }] } },
    })),
  )
const trail = (ids: string[]) =>
  lines(
    ids.map((requestID) => ({
      ...{ eventTime: '2026-01-02T03:04:06Z', eventName: 'Converse', eventSource: 'bedrock.amazonaws.com', requestID },
      ...{ eventID: `e-${requestID}`, sourceIPAddress: '192.0.2.7', userAgent: 'client/1', userIdentity: user },
    })),
  )

let analyst: PersonActor

beforeAll(async () => {
  analyst = await personWith('ANALYST')
})

async function sealedLog(caseId: string, name: string, text: string): Promise<string> {
  const evidenceId = await hand(analyst, caseId, text, { kind: 'USAGE_LOG', name })
  await sealEvidence(systemActor('Sealing'), { evidenceId })
  await readLog(systemActor('Reading'), { evidenceId, attempt: 1 })
  return evidenceId
}

/** A log of model calls and one of events with addresses, which share three of four requests. */
async function twoLogs() {
  const { id: caseId } = await caseOf(analyst)
  const mine = `${caseId.slice(0, 8)}-`
  const main = await sealedLog(caseId, 'calls.jsonl', calls(['r1', 'r2', 'r3', 'r4'].map((id) => mine + id)))
  const other = await sealedLog(caseId, 'trail.jsonl', trail(['r1', 'r2', 'r3', 'r9'].map((id) => mine + id)))
  const datasetOf = async (evidenceId: string) => (await db.dataset.findFirstOrThrow({ where: { evidenceId } })).id
  return { caseId, main, other, mainId: await datasetOf(main), otherId: await datasetOf(other) }
}

describe('two logs of a case that share requests', () => {
  test('are offered to each other the right way round, with the overlap', async () => {
    const { main, other } = await twoLogs()
    expect(await joinOffers(analyst, main)).toEqual([
      { evidenceId: other, name: 'trail.jsonl', format: 'aws-cloudtrail', share: 0.75, state: 'open' },
    ])
    expect(await joinOffers(analyst, other)).toEqual([])
    await expect(joinLogs(analyst, { evidenceId: other, otherId: main })).rejects.toMatchObject({ code: 'forbidden' })
    const lawyer = await personWith('LEGAL')
    await expect(joinLogs(lawyer, { evidenceId: main, otherId: other })).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('become a dataset of its own with both as parents, which is analysed and on the record', async () => {
    const { caseId, main, other, mainId, otherId } = await twoLogs()
    await joinLogs(analyst, { evidenceId: main, otherId: other })
    expect((await waitingJobs()).at(-1)).toBe('join-datasets')
    expect(await joinOffers(analyst, main)).toMatchObject([{ state: 'under-way' }])
    await joinDatasets(worker, { mainId, otherId, attempt: 1 })
    const [offer] = await joinOffers(analyst, main)
    const joined = await db.dataset.findUniqueOrThrow({
      where: { id: offer?.state === 'joined' ? offer.datasetId : '' },
      include: { parents: { orderBy: { position: 'asc' } } },
    })
    expect(joined.parents.map(({ parentId }) => parentId)).toEqual([mainId, otherId])
    expect(joined).toMatchObject({ rows: 4n, format: 'aws-bedrock', evidenceId: main })
    const rows = await batchEngine().rows<{ ip: string | null }>(
      'SELECT ip FROM file({path:String}, Parquet) ORDER BY row_id',
      {
        path: blobPath(joined.sha256),
      },
    )
    expect(rows.map(({ ip }) => ip)).toEqual(['192.0.2.7', '192.0.2.7', '192.0.2.7', null])
    expect((await eventsOf(caseId)).slice(-3)).toEqual([
      'dataset.join-requested',
      'dataset.joined',
      'analysis.requested',
    ])
    const run = await db.analysisRun.findFirstOrThrow({ where: { request: { contains: joined.id } } })
    const request = readRequest(run.request)
    expect(request.kind === 'SIGNALS' && request.inputs[0]?.alsoOf).toMatchObject([
      { evidenceId: other, name: 'trail.jsonl' },
    ])
    expect((await evidenceItem(analyst, main)).dataset?.parents).toHaveLength(2)
    await expect(joinLogs(analyst, { evidenceId: main, otherId: other })).rejects.toThrow(/joined already/)
  })

  test('are joined once, whatever a killed worker left behind', async () => {
    const { mainId, otherId, main } = await twoLogs()
    const left = join(incomingFolder(), `999999999-join-${mainId}`)
    mkdirSync(left, { recursive: true })
    await joinDatasets(worker, { mainId, otherId, attempt: 1 })
    await joinDatasets(worker, { mainId, otherId, attempt: 2 })
    expect(await db.dataset.count({ where: { evidenceId: main } })).toBe(2)
    expect(await stagesNamed(batchEngine(), 'joining_')).toEqual([])
    await sweepFiles()
    expect(existsSync(left)).toBe(false)
    expect(existsSync(join(incomingFolder(), `${process.pid}-join-${mainId}`))).toBe(false)
  })

  test('are not joined once one was withdrawn, and the record says so', async () => {
    const { caseId, other, mainId, otherId, main } = await twoLogs()
    await withdrawEvidence(analyst, { evidenceId: other, reason: 'Of another customer.' })
    await expect(joinLogs(analyst, { evidenceId: main, otherId: other })).rejects.toMatchObject({ code: 'not-found' })
    await joinDatasets(worker, { mainId, otherId, attempt: 1 })
    expect((await eventsOf(caseId)).at(-1)).toBe('dataset.join-failed')
  })
})
