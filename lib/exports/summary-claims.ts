/** The claims of a case: the clause as it read, its elements, and what is cited for each by exhibit number. */

import { toHex } from '@/lib/custody/hex'
import type { SummaryReader } from './summary-reader'

export type SummaryCitation = {
  exhibit: string
  name: string
  /** Rows of the exhibit's dataset, as text; empty when the whole exhibit is cited. */
  rowIds: string[]
  note: string
}

export type SummaryClaim = {
  statement: string
  /** First and last day of the conduct, `YYYY-MM-DD`. */
  conduct: { from: string; until: string }
  clause: {
    number: string
    title: string
    text: string
    document: string
    provider: string
    version: string
    inForce: { from: string; until: string | null }
    /** SHA-256 of the text of the whole version. */
    versionSha256: string
  }
  elements: { element: string; citations: SummaryCitation[] }[]
  /** Citations for the claim as a whole. */
  citations: SummaryCitation[]
}

const clause = {
  select: {
    ...{ number: true, title: true, text: true, elements: true },
    version: {
      select: {
        ...{ label: true, inForceFrom: true, inForceUntil: true, sha256: true },
        document: { select: { provider: true, title: true } },
      },
    },
  },
} as const

const cited = {
  select: {
    ...{ element: true, note: true, rowIds: true, evidenceId: true, findingId: true, datasetId: true },
    evidence: { select: { name: true } },
    finding: { select: { title: true } },
    dataset: { select: { evidenceId: true, evidence: { select: { name: true } } } },
  },
} as const

/** What is needed to fetch a cited row: the dataset's id, its exhibit and the row ids. */
export type CitedRows = { datasetId: string; exhibit: string; rowIds: bigint[] }

/** The claims in order, and the rows they cite. Citations of what was set aside are left out. */
export async function summaryClaims(
  from: SummaryReader,
  { caseId, standing }: { caseId: string; standing: ReadonlyMap<string, string> },
): Promise<{ claims: SummaryClaim[]; rows: CitedRows[] }> {
  const stored = await from.claim.findMany({
    where: { caseId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: {
      statement: true,
      conductFrom: true,
      conductUntil: true,
      clause,
      citations: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], ...cited },
    },
  })
  const rows: CitedRows[] = []
  const claims = stored.map(({ clause: { version, elements, ...text }, citations, ...claim }) => {
    const known = citations.flatMap((one) => {
      const exhibit = standing.get(one.evidenceId ?? one.findingId ?? one.dataset?.evidenceId ?? '')
      if (!exhibit) return []
      if (one.datasetId) rows.push({ datasetId: one.datasetId, exhibit, rowIds: one.rowIds })
      const name = one.evidence?.name ?? one.finding?.title ?? one.dataset?.evidence.name ?? ''
      return { element: one.element, citation: { exhibit, name, rowIds: one.rowIds.map(String), note: one.note } }
    })
    const of = (element: number | null) =>
      known.filter((one) => one.element === element).map(({ citation }) => citation)
    return {
      statement: claim.statement,
      conduct: { from: day(claim.conductFrom), until: day(claim.conductUntil) },
      clause: { ...text, ...versionOf(version) },
      elements: elements.map((element, index) => ({ element, citations: of(index) })),
      citations: of(null),
    }
  })
  return { claims, rows }
}

type Version = {
  label: string
  inForceFrom: Date
  inForceUntil: Date | null
  sha256: Uint8Array
  document: { provider: string; title: string }
}

function versionOf({ label, inForceFrom, inForceUntil, sha256, document }: Version) {
  return {
    document: document.title,
    provider: document.provider,
    version: label,
    inForce: { from: day(inForceFrom), until: inForceUntil && day(inForceUntil) },
    versionSha256: toHex(sha256),
  }
}

const day = (date: Date): string => date.toISOString().slice(0, 10)
