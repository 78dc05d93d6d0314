/** Decides whether the records of an original are in lists within: pages of an API, buckets of a report, traces of OTLP. */

import { isKnownRecord } from '@/lib/signals/formats/recognise-format'
import { elementsOf, fieldsIn, firstValue } from './json-lists'
import type { ListStep } from './list-sink'

const openObject = 0x7b
const openList = 0x5b

/** Names under which APIs and archives wrap lists of records. */
const wrappers = [
  'data',
  'records',
  'Records',
  'result',
  'logs',
  'items',
  'value',
  'observations',
  'traces',
  'hits',
  'resourceSpans',
]

/** Lists within records, of which each element shares what stands around. */
const withinTraces: ListStep[] = [
  { name: 'scopeSpans', around: true },
  { name: 'spans', around: true },
]
const withinBuckets: ListStep[] = [{ name: 'results', around: true }]

/** The way from the first object of `beginning`, which may be cut off, to its records; empty when the object is a record itself. */
export function stepsInto(beginning: Buffer): ListStep[] {
  const text = firstValue(beginning)
  const fields = [...fieldsIn(text)]
  const listAt = (name: string) =>
    fields.find((field) => field.name === name && text[field.value.start] === openList)?.value.start
  const names = new Set(fields.map(({ name }) => name))
  if (names.has('scopeSpans')) return withinTraces
  if (listAt('results') !== undefined && (names.has('start_time') || names.has('starting_at'))) return withinBuckets
  if (
    isRecord(
      text,
      fields.map(({ name }) => name),
    )
  )
    return []
  for (const name of wrappers) {
    const start = listAt(name)
    if (start === undefined) continue
    const [first] = elementsOf(text, start)
    if (text[first?.start ?? nextAfter(text, start)] !== openObject) continue
    const inner = first
      ? stepsInto(text.subarray(first.start, first.end))
      : name === 'resourceSpans'
        ? withinTraces
        : []
    return [{ name, around: false }, ...inner]
  }
  return []
}

/** Whether the object is one that a format reads; when it is cut off, as far as its names tell. */
function isRecord(text: Buffer, names: string[]): boolean {
  try {
    return isKnownRecord(JSON.parse(text.toString('utf8')))
  } catch {
    return isKnownRecord(Object.fromEntries(names.map((name) => [name, null])))
  }
}

function nextAfter(text: Buffer, start: number): number {
  let at = start + 1
  while ([0x20, 0x09, 0x0a, 0x0d].includes(text[at] as number)) at += 1
  return at
}
