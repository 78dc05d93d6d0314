/** Numbers evidence and findings as exhibits in the order in which they came into the case; a number is never given to another. */

import type { FindingExhibit } from '@/lib/analysis/findings/finding-exhibit'
import { toHex } from '@/lib/custody/hex'
import type { SummaryReader } from './summary-reader'

export type EvidenceExhibit = {
  exhibit: string
  type: 'evidence'
  name: string
  kind: string
  description: string
  /** Bytes, as text: it may exceed what JSON numbers hold exactly. */
  size: string
  sha256: string
  /** What was read from a log: the dataset that rows are cited from. */
  dataset: { sha256: string; rows: number; rejected: number; format: string; readerVersion: string } | null
}

type FindingEntry = {
  exhibit: string
  type: 'finding'
  name: string
  /** SHA-256 of the result's canonical JSON. */
  sha256: string
}

export type Exhibit = EvidenceExhibit | FindingEntry

/** What was withdrawn keeps its number, hash and reason; it is no exhibit and supports nothing. */
export type SetAside = { exhibit: string; name: string; sha256: string; reason: string }

export type ExhibitList = {
  exhibits: Exhibit[]
  setAside: SetAside[]
  /** Exhibit number by the id of an evidence item or finding, the ones set aside too. */
  numberOf: ReadonlyMap<string, string>
}

/** The exhibits of a case. A finding that rests on withdrawn evidence is set aside with it. */
export async function summaryExhibits(
  from: SummaryReader,
  { caseId, number, findings }: { caseId: string; number: string; findings: FindingExhibit[] },
): Promise<ExhibitList> {
  const [items, added] = await Promise.all([evidenceOf(from, caseId), findingTimes(from, caseId)])
  const inOrder = [
    ...items.map((item) => ({ at: item.sealedAt, id: item.id, item, finding: undefined })),
    ...findings.map((finding) => ({
      ...{ at: added.get(finding.findingId), id: finding.findingId, item: undefined },
      finding,
    })),
  ].sort((a, b) => (a.at?.getTime() ?? 0) - (b.at?.getTime() ?? 0) || (a.id < b.id ? -1 : 1))
  const list = { exhibits: [] as Exhibit[], setAside: [] as SetAside[], numberOf: new Map<string, string>() }
  for (const [index, { id, item, finding }] of inOrder.entries()) {
    const exhibit = `${number}-EX-${String(index + 1).padStart(3, '0')}`
    list.numberOf.set(id, exhibit)
    if (item) put(list, item.state === 'WITHDRAWN', evidenceExhibit(exhibit, item), item.reason ?? '')
    if (finding) {
      const entry: FindingEntry = { exhibit, type: 'finding', name: finding.title, sha256: finding.resultSha256 }
      put(list, finding.withdrawn.length > 0, entry, `It rests on withdrawn evidence: ${finding.withdrawn.join(', ')}.`)
    }
  }
  return list
}

function put(list: Pick<ExhibitList, 'exhibits' | 'setAside'>, isWithdrawn: boolean, entry: Exhibit, reason: string) {
  const { exhibit, name, sha256 } = entry
  if (isWithdrawn) list.setAside.push({ exhibit, name, sha256, reason })
  else list.exhibits.push(entry)
}

type Item = Awaited<ReturnType<typeof evidenceOf>>[number]

function evidenceOf(from: SummaryReader, caseId: string) {
  return from.evidenceItem.findMany({
    where: { caseId, state: { in: ['SEALED', 'WITHDRAWN'] }, sha256: { not: null } },
    select: {
      ...{ id: true, name: true, kind: true, description: true, size: true, sha256: true },
      ...{ state: true, reason: true, sealedAt: true },
      datasets: {
        orderBy: { createdAt: 'desc' },
        take: 1,
        select: { sha256: true, rows: true, rejected: true, format: true, readerVersion: true },
      },
    },
  })
}

async function findingTimes(from: SummaryReader, caseId: string): Promise<Map<string, Date>> {
  const rows = await from.finding.findMany({ where: { caseId }, select: { id: true, addedAt: true } })
  return new Map(rows.map(({ id, addedAt }) => [id, addedAt]))
}

function evidenceExhibit(exhibit: string, { datasets: [dataset], ...item }: Item): EvidenceExhibit {
  const { name, kind, description, size, sha256 } = item
  return {
    ...{ exhibit, type: 'evidence', name, kind, description },
    ...{ size: size.toString(), sha256: sha256 ? toHex(sha256) : '' },
    dataset: dataset
      ? {
          ...dataset,
          sha256: toHex(dataset.sha256),
          rows: Number(dataset.rows),
          rejected: Number(dataset.rejected),
        }
      : null,
  }
}
