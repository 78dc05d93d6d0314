import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { env } from '@/lib/platform/env'
import { ingested } from '@/lib/signals/ingest/ingested'
import { cloudSamples } from '@/tests/log-samples/clouds'
import { gatewaySamples } from '@/tests/log-samples/gateways'
import { openaiSamples } from '@/tests/log-samples/openai'
import { at, type ExpectedSample } from '@/tests/log-samples/sample-paths'
import { logFormats } from './recognise-format'

const folder = join(env.sampleData, 'log-samples')
const samples = [...openaiSamples, ...cloudSamples, ...gatewaySamples]
const there = existsSync(folder)
const names = samples.map(({ file }) => file)
if (!there) process.stderr.write(`Skipped: ${names.length} real sample logs are not in ${folder} (TOUCHSTONE_DATA).\n`)

function recordsOf({ file, list }: ExpectedSample): unknown[] {
  const text = readFileSync(join(folder, file), 'utf8')
  if (file.endsWith('.jsonl'))
    return text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  const document: unknown = JSON.parse(text)
  return list ? (at(document, list) as unknown[]) : [document]
}

/** A template of the documentation, with placeholders for values, is no record. */
const isTemplate = (record: unknown) => /^<\w+>$/.test(String(at(record, 'timestamp')))

describe.skipIf(!there)('real logs', () => {
  it.each(samples)('$file is known by its content and read field by field', async (sample) => {
    const records = recordsOf(sample)
    const real = records.filter((record) => !isTemplate(record))
    const { format, stored, rejects } = await ingested(readFileSync(join(folder, sample.file)))
    expect(format).toBe(sample.format)
    expect(stored).toHaveLength(real.length)
    expect(rejects).toHaveLength(records.length - real.length)
    real.forEach((record, index) => {
      for (const [column, from] of Object.entries(sample.columns)) {
        const value = typeof from === 'string' ? at(record, from) : from(record)
        expect([column, stored[index]?.[column]]).toEqual([column, value === '' ? null : value])
      }
      for (const column of sample.never ?? []) expect([column, stored[index]?.[column]]).toEqual([column, null])
    })
  })

  it.each(samples)('$file is taken for nothing else', async (sample) => {
    for (const record of recordsOf(sample)) {
      const shapes = [record, ...nested(record)] as Record<string, unknown>[]
      const claims = logFormats.filter((format) => shapes.some((shape) => format.recognises(shape)))
      expect(claims.map(({ id }) => id)).toEqual([sample.format])
    }
  })
})

/** The record as the splitter hands it on: an element in the place of its list. */
function nested(record: unknown): unknown[] {
  const around = record as Record<string, unknown>
  const first = (list: string) => at(record, `${list}/0`)
  const scope = first('scopeSpans') as Record<string, unknown> | null
  return [
    ...(first('results') ? [{ ...around, results: first('results') }] : []),
    ...(scope ? [{ ...around, scopeSpans: { ...scope, spans: at(scope, 'spans/0') } }] : []),
  ]
}
