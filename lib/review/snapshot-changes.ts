/** What differs between two snapshots, in lines that a reviewer can read: pure. */

import { severityNames } from '@/lib/cases/schema'
import { formatCount } from '@/lib/platform/format-number'
import type { SnapshotBody } from './snapshot'
import { type Fields, type Worded, wordedItems } from './snapshot-words'

/** One thing that differs; `null` where it is not there. Of a thing that is on both sides, only what differs. */
export type SnapshotChange = { where: string; before: string | null; after: string | null }

/** Changes from `before` to `after`, both RFC 8785 texts of snapshots: the case itself first, then each thing it holds. */
export function snapshotChanges(before: string, after: string): SnapshotChange[] {
  const [old, fresh] = [JSON.parse(before) as SnapshotBody, JSON.parse(after) as SnapshotBody]
  return [...caseChanges(old.case, fresh.case), ...itemChanges(wordedItems(old), wordedItems(fresh))]
}

function caseChanges(old: SnapshotBody['case'], fresh: SnapshotBody['case']): SnapshotChange[] {
  const shown = ({ title, facts, severity }: SnapshotBody['case']) => ({
    Title: title,
    'What happened': facts,
    Severity: severityNames[severity],
  })
  const [was, is] = [shown(old), shown(fresh)]
  return (Object.keys(was) as (keyof typeof was)[])
    .filter((field) => was[field] !== is[field])
    .map((field) => ({ where: field, before: was[field], after: is[field] }))
}

function itemChanges(before: Worded[], after: Worded[]): SnapshotChange[] {
  const [old, fresh] = [byKey(before), byKey(after)]
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), fresh.get(key)]
    if (!was || !is) {
      const [gone, come] = [was && textOf(was.fields), is && textOf(is.fields)]
      return [{ where: (is ?? was)?.where ?? '', before: gone ?? null, after: come ?? null }]
    }
    const fields = Object.keys(is.fields).filter((name) => !same(was.fields[name], is.fields[name]))
    if (fields.length === 0) return []
    return [{ where: is.where, ...sidesOf(fields, was.fields, is.fields) }]
  })
}

/** Of a list only the lines that the other side lacks; a field that has nothing of its own says so. */
function sidesOf(fields: string[], was: Fields, is: Fields): { before: string; after: string } {
  const side = (own: Fields, other: Fields) =>
    textOf(Object.fromEntries(fields.map((name) => [name, ownOf(own[name], other[name])])))
  return { before: side(was, is), after: side(is, was) }
}

function ownOf(own: Fields[string] | undefined, other: Fields[string] | undefined): string | string[] {
  if (!Array.isArray(own)) return own ?? ''
  const others = new Set(other)
  const apart = own.filter((line) => !others.has(line))
  return apart.length === 0 && own.length > 0 ? 'nothing beside what stayed' : apart
}

const mostLines = 20

function textOf(fields: Fields): string {
  return Object.entries(fields)
    .map(([name, value]) => {
      if (!Array.isArray(value)) return `${name}: ${value || 'empty'}`
      if (value.length === 0) return `${name}: none`
      const further = value.length - mostLines
      const lines = [...value.slice(0, mostLines), ...(further > 0 ? [`and ${formatCount(further)} more`] : [])]
      return `${name}:\n${lines.map((line) => `· ${line}`).join('\n')}`
    })
    .join('\n')
}

const byKey = (items: Worded[]) => new Map(items.map((item) => [item.key, item]))
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
