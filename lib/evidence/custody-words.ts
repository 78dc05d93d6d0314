/** Custody lines in words: what was done and what came of it. Pure and isomorphic. */

import { formatAmount, formatBytes, formatCount, shortHash } from '@/lib/platform/format-number'

const actions: Record<string, string> = {
  'upload.started': 'Upload started',
  'evidence.received': 'Received',
  'evidence.attached': 'Attached by query',
  'table.comparison-requested': 'Comparison asked for',
  'table.compared': 'Compared with its table',
  'evidence.collected': 'Collected',
  'evidence.sealed': 'Sealed',
  'evidence.refused': 'Refused',
  'evidence.withdrawn': 'Withdrawn',
  'evidence.downloaded': 'Downloaded',
  'evidence.verified': 'Verified',
  'dataset.made': 'Read into rows',
  'dataset.failed': 'Could not be read',
  'dataset.requested': 'Reading asked for',
  'dataset.rejects-downloaded': 'Rejected rows downloaded',
}

type Data = Record<string, unknown> | null

/** What was done, in two or three words. */
export function custodyAction(type: string): string {
  return actions[type] ?? type
}

/** What came of it, in a phrase; empty when the action says it all. */
export function custodyResult(type: string, data: Data): string {
  if (data === null) return 'The details of this line were erased.'
  const text = (name: string) => (typeof data[name] === 'string' ? (data[name] as string) : '')
  const count = (name: string) => formatCount(Number(data[name] ?? 0))
  switch (type) {
    case 'upload.started':
      return `${formatBytes(Number(data.size))} announced`
    case 'evidence.received':
      return `${formatBytes(Number(data.size))}; ${claimed(text('claimedSha256'))}`
    case 'evidence.collected':
      return `${formatBytes(Number(data.size))} from an endpoint, collection ${text('collectionId')}`
    case 'evidence.sealed':
    case 'evidence.downloaded':
      return `SHA-256 ${shortHash(text('sha256'))}…`
    case 'evidence.verified':
      return data.agrees === true ? 'Every byte agrees with the seal' : 'The bytes do NOT agree with the seal'
    case 'evidence.attached':
      return `from ${text('connection')}: ${text('query')}`
    case 'table.compared':
      return data.agrees === true
        ? 'The table still gives the rows that were sealed'
        : `The rows have CHANGED: now ${formatAmount(Number(data.rows ?? 0), 'row')}; the sealed ones are kept`
    case 'dataset.made':
      return `${formatAmount(Number(data.rows ?? 0), 'row')} as ${text('format')}, ${count('rejected')} rejected; SHA-256 ${shortHash(text('sha256'))}…`
    case 'dataset.requested':
      return byMapping(data.mapping)
    case 'dataset.rejects-downloaded':
      return formatAmount(Number(data.rejected ?? 0), 'row')
    default:
      return text('reason')
  }
}

const claimed = (sha256: string) =>
  sha256 ? `the browser’s SHA-256 is ${shortHash(sha256)}…` : 'the browser made no hash'

function byMapping(mapping: unknown): string {
  if (typeof mapping !== 'object' || mapping === null) return ''
  const { name, version, sha256 } = mapping as { name: string; version: number; sha256: string }
  return `by the mapping “${name}”, version ${version}; SHA-256 ${shortHash(sha256)}…`
}
