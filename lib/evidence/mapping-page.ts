/** What the mapping page shows: the first records of a log, a guess at its fields, and what a mapping would give. */

import type { PersonActor } from '@/lib/platform/actor'
import { readingEngine } from '@/lib/platform/engine'
import { env } from '@/lib/platform/env'
import { must } from '@/lib/platform/policy'
import { blobPath } from '@/lib/platform/storage'
import type { SourceRecord } from '@/lib/signals/formats/log-format'
import { mappedFormat } from '@/lib/signals/formats/mapped-format'
import { firstRecords } from '@/lib/signals/ingest/first-records'
import { type PreviewRow, previewRows } from '@/lib/signals/ingest/preview-rows'
import { pathText, valueAt } from '@/lib/signals/mapping/field-path'
import { type FoundField, foundFields } from '@/lib/signals/mapping/found-fields'
import { type GuessedMapping, guessMapping } from '@/lib/signals/mapping/guess-mapping'
import type { LogMapping, MappableColumn } from '@/lib/signals/mapping/log-mapping'
import { timeZones } from '@/lib/signals/mapping/time-zones'
import { whyNot } from './policy'
import { previewFolder } from './preview-folder'
import { type EvidenceItemShown, evidenceItem } from './queries'
import { mappingById, savedMappings } from './saved-mappings'

const shownFields = 40
const shownCharacters = 60

/** Everything of the page; `start` is the id of a saved mapping to begin with. Refuses who may not map, and a log that was recognised. */
export async function mappingPage(actor: PersonActor, { evidenceId, start }: { evidenceId: string; start?: string }) {
  const item = await evidenceItem(actor, evidenceId)
  must(whyNot(actor, 'map', item))
  const { sample } = await recordsOf(item)
  const fields = foundFields(sample)
  const startId = start ?? item.dataset?.mapping?.id
  const begun = startId ? await mappingById(startId) : null
  return {
    item,
    records: recordTable(sample, fields),
    choices: fields.map(choiceOf),
    start: begun ? said(begun.mapping, begun.name) : guessed(guessMapping(sample, fields)),
    saved: (await savedMappings()).map(({ id, name, version }) => ({ id, name, version })),
    zones: timeZones,
  }
}

export type MappingPage = Awaited<ReturnType<typeof mappingPage>>

export type MappingPreview = { rows: PreviewRow[]; refused: { reason: string; count: number }[] }

/** What the mapping makes of the first records, by the SQL of the reading; and how many it would refuse for what. */
export async function mappingPreview(
  actor: PersonActor,
  { evidenceId, mapping }: { evidenceId: string; mapping: LogMapping },
): Promise<MappingPreview> {
  const item = await evidenceItem(actor, evidenceId)
  must(whyNot(actor, 'map', item))
  const { chunk } = await recordsOf(item)
  const folder = previewFolder()
  const rows = await previewRows(readingEngine(), { chunk, format: mappedFormat(mapping), folder })
  const counts = new Map<string, number>()
  for (const { reason } of rows) if (reason !== null) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return { rows, refused: [...counts].map(([reason, count]) => ({ reason, count })) }
}

function recordsOf({ sha256 }: EvidenceItemShown) {
  const { maxDecompressedBytes, maxDecompressionRatio } = env
  const path = blobPath(Buffer.from(sha256 ?? '', 'hex'))
  const limits = { maxDecompressedBytes, maxDecompressionRatio }
  return firstRecords(path, { engine: readingEngine(), limits, folder: previewFolder() })
}

/** The records as a table of their innermost fields; texts are cut, so that nobody reads a customer's prompts here. */
function recordTable(sample: readonly SourceRecord[], fields: readonly FoundField[]) {
  const shown = fields.filter(({ kind, path }) => kind !== 'object' && !path.some((step) => typeof step === 'number'))
  const columns = shown.slice(0, shownFields)
  const rows = sample.map((record) => columns.map(({ path }) => short(textOf(valueAt(record, path)))))
  return { columns: columns.map(({ path }) => pathText(path)), rows, left: shown.length - columns.length }
}

function choiceOf({ path, values }: FoundField) {
  return { value: JSON.stringify(path), label: `${pathText(path)}: ${short(values[0] ?? '')}` }
}

const textOf = (value: unknown) =>
  typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value)
const short = (text: string) => (text.length > shownCharacters ? `${text.slice(0, shownCharacters - 1)}…` : text)

type Start = { name: string; columns: Partial<Record<MappableColumn, string>>; notation: string; zone: string }

const sent = (columns: LogMapping['columns']): Start['columns'] =>
  Object.fromEntries(Object.entries(columns).map(([name, path]) => [name, JSON.stringify(path)]))

const said = ({ columns, time }: LogMapping, name: string): Start => ({
  ...{ name, columns: sent(columns), notation: time.notation, zone: time.zone ?? 'stated' },
})

const guessed = ({ columns, notation, asksZone, asksOrder }: GuessedMapping): Start => ({
  ...{ name: '', columns: sent(columns), notation: asksOrder ? '' : notation, zone: asksZone ? '' : 'stated' },
})
