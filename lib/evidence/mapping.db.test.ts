import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type PersonActor, systemActor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { batchEngine } from '@/lib/platform/engine'
import { zipOf } from '@/lib/signals/ingest/packed'
import { type LogMapping, mappingText } from '@/lib/signals/mapping/log-mapping'
import { asOwner } from '@/tests/database'
import { caseOf, eventsOf, hand, personWith, sha256Of } from '@/tests/evidence'
import { readWithMapping } from './mapping-commands'
import { mappingPage, mappingPreview } from './mapping-page'
import { evidenceItem } from './queries'
import { readLog } from './read-log'
import { sealEvidence } from './seal-evidence'

const reading = systemActor('Reading')
const line = (index: number) =>
  `${JSON.stringify({ evt: { at: `2026-03-01 10:0${index}:00` }, cust: { ref: `c-${index % 2}` }, q: `Ask ${index}`, a: 'Told.' })}\n`
const log = `${[0, 1, 2, 3].map(line).join('')}{"evt":{"at":"never"},"cust":{}}\n`
const mapping: LogMapping = {
  columns: { timestamp: ['evt', 'at'], account_id: ['cust', 'ref'], prompt: ['q'], response: ['a'] },
  time: { notation: 'iso', zone: 'Asia/Kathmandu' },
}
let analyst: PersonActor

beforeAll(async () => {
  analyst = await personWith('ANALYST')
})

async function unknownLog(bytes: string | Uint8Array = log) {
  const { id: caseId } = await caseOf(analyst)
  const evidenceId = await hand(analyst, caseId, bytes, { kind: 'USAGE_LOG', name: 'gateway.jsonl' })
  await sealEvidence(systemActor('Sealing'), { evidenceId })
  await readLog(reading, { evidenceId, attempt: 1 })
  return { caseId, evidenceId }
}

const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
/** 1 March 2026, 10:00 and `minutes`, as a workbook keeps a time: the days since 1900. */
const row = (minutes: number) => `<row><c s="1"><v>${46_082 + (600 + minutes) / 1440}</v></c>${cell('Ada B')}</row>`

async function workbook(): Promise<Uint8Array> {
  const rows = [`<row>${cell('Zeit')}${cell('Wer fragt')}</row>`, row(0), row(1)]
  return zipOf([
    part('xl/workbook.xml', '<workbook xmlns:r="r"><sheets><sheet name="Log" r:id="a"/></sheets></workbook>'),
    part(
      'xl/_rels/workbook.xml.rels',
      '<Relationships><Relationship Id="a" Target="worksheets/1.xml"/></Relationships>',
    ),
    part('xl/styles.xml', '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>'),
    part('xl/worksheets/1.xml', `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`),
  ])
}

const part = (name: string, xml: string) => ({ name, bytes: Buffer.from(xml) })

async function parquet(): Promise<Uint8Array> {
  const path = join(mkdtempSync(join(tmpdir(), 'mapping-')), 'log.parquet')
  const select = `SELECT concat('2026-03-01 10:0', toString(number), ':00') AS Stunde, 'Ada B' AS "Wer fragt" FROM numbers(2)`
  await batchEngine().run(`INSERT INTO FUNCTION file({path:String}, 'Parquet') ${select}`, { path })
  return readFileSync(path)
}

const newestMapping = () => db.logMapping.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })

describe('a log of a format that nobody has described', () => {
  test('is read once its fields were said, and cites mapping, version and hash', async () => {
    const { caseId, evidenceId } = await unknownLog()
    expect(await evidenceItem(analyst, evidenceId)).toMatchObject({ reading: 'failed', unknownFormat: true })
    await readWithMapping(analyst, { evidenceId, name: 'Own gateway', mapping })
    const { id, sha256 } = await newestMapping()
    expect(Buffer.from(sha256).toString('hex')).toBe(sha256Of(mappingText(mapping)))
    await readLog(reading, { evidenceId, attempt: 1, mappingId: id })
    const { dataset } = await evidenceItem(analyst, evidenceId)
    expect(dataset).toMatchObject({ rows: 4, rejected: 1, accounts: 2, from: new Date('2026-03-01T04:15:00Z') })
    expect(dataset).toMatchObject({ format: 'mapping “Own gateway”, version 1', mapping: { id, version: 1 } })
    expect((await eventsOf(caseId)).slice(-3)).toEqual(['dataset.requested', 'dataset.made', 'analysis.requested'])
    const said = await asOwner<{ text: string }>(
      `SELECT p.text FROM event e JOIN event_payload p USING (seq) WHERE e.type = 'dataset.made' AND e.case_id = $1`,
      [caseId],
    )
    expect(JSON.parse(said[0]?.text ?? '{}').data.mapping).toMatchObject({ body: mappingText(mapping), version: 1 })
  })

  test('is read by itself when a saved mapping has its fields, and again when the mapping is put right', async () => {
    const { evidenceId } = await unknownLog(log.replaceAll('Ask', 'Please ask'))
    const first = await evidenceItem(analyst, evidenceId)
    expect(first.dataset?.mapping).toMatchObject({ name: 'Own gateway', version: 1 })
    const utc = { ...mapping, time: { notation: 'iso', zone: 'UTC' } } as const
    await readWithMapping(analyst, { evidenceId, name: 'Own gateway', mapping: utc })
    const { id } = await newestMapping()
    await readLog(reading, { evidenceId, attempt: 1, mappingId: id })
    await readLog(reading, { evidenceId, attempt: 2, mappingId: id })
    const { dataset } = await evidenceItem(analyst, evidenceId)
    expect(dataset).toMatchObject({ mapping: { version: 2 }, from: new Date('2026-03-01T10:00:00Z') })
    expect(await db.dataset.count({ where: { evidenceId } })).toBe(2)
  })

  test('shows its first records, a guess, and what a mapping would give and refuse', async () => {
    const { evidenceId } = await unknownLog(
      '{"x_zeit":"03/04/2026 10:00","x_text":{"frage":"Hi?"}}\n{"x_zeit":"gestern"}\n',
    )
    const page = await mappingPage(analyst, { evidenceId })
    expect(page.records.columns).toEqual(['x_zeit', 'x_text.frage'])
    expect(page.start.columns).toMatchObject({})
    const columns = { timestamp: ['x_zeit'], prompt: ['x_text', 'frage'] }
    const time = { notation: 'day-first', zone: 'Europe/Berlin' } as const
    const { rows, refused } = await mappingPreview(analyst, { evidenceId, mapping: { columns, time } })
    expect(rows[0]?.values).toMatchObject({ timestamp: '2026-04-03 08:00:00.000', prompt: 'Hi?' })
    expect(refused).toEqual([{ reason: 'has a time that is not understood', count: 1 }])
  })

  test.each([
    ['a workbook', workbook, 'Zeit'],
    ['a Parquet file', parquet, 'Stunde'],
  ])('may be %s as well', async (_, bytesOf, time) => {
    const { caseId, evidenceId } = await unknownLog(await bytesOf())
    const page = await mappingPage(analyst, { evidenceId })
    expect(page.records.columns).toEqual([time, 'Wer fragt'])
    expect(page.start.zone, 'the zone is asked').toBe('')
    const columns = { timestamp: [time], account_id: ['Wer fragt'] }
    const zoned = { columns, time: { notation: 'iso', zone: 'UTC' } } as const
    const { rows, refused } = await mappingPreview(analyst, { evidenceId, mapping: zoned })
    expect([rows.length, refused]).toEqual([2, []])
    expect(rows[1]?.values).toMatchObject({ timestamp: '2026-03-01 10:01:00.000', account_id: 'Ada B' })
    await readWithMapping(analyst, { evidenceId, name: `Of ${caseId}`, mapping: zoned })
    await readLog(reading, { evidenceId, attempt: 1, mappingId: (await newestMapping()).id })
    expect((await evidenceItem(analyst, evidenceId)).dataset).toMatchObject({ rows: 2, rejected: 0, accounts: 1 })
  })

  test('is not mapped by who may not add evidence, and saving the same again makes no new version', async () => {
    const { evidenceId } = await unknownLog('{"other":1}\n')
    const lawyer = await personWith('LEGAL')
    await expect(readWithMapping(lawyer, { evidenceId, name: 'Mine', mapping })).rejects.toThrow(/analysts/)
    await expect(mappingPage(lawyer, { evidenceId })).rejects.toThrow(/analysts/)
    const before = await db.logMapping.count()
    const { name, body } = await newestMapping()
    await readWithMapping(analyst, { evidenceId, name, mapping: JSON.parse(body) as LogMapping })
    expect(await db.logMapping.count()).toBe(before)
  })
})
