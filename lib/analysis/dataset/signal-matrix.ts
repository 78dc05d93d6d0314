/** The matrix of accounts × signals as a page shows it, from the sealed result alone. */

import { figure, signed } from '@/lib/analysis/figures'
import { comparedWithPeers } from '@/lib/analysis/findings/finding-proposal'
import type { PlacedAccount, SealedAnalysis } from '@/lib/analysis/runs/sealed-analysis'
import { testedExplanations } from '@/lib/signals/explanations/explanation-tests'
import type { LogAnalysis, RankedAccount, SignalCell } from '@/lib/signals/log-analysis'
import { type SignalId, signalIds } from '@/lib/signals/signal-definition'
import { signalOf } from '@/lib/signals/signals'
import { triageWeights } from '@/lib/signals/triage'

/** A shade of the heat scale; 4 is left out because no text is readable on it. */
export type Shade = 0 | 1 | 2 | 3 | 5 | 6

export type MatrixCell = {
  signal: SignalId
  /** The value, or "–" when there is none. */
  text: string
  /** Null when there is no percentile. */
  shade: Shade | null
  /** The whole cell in a sentence, for hover and for readers. */
  sentence: string
}

export type MatrixRow = { account: string; rank: number; score: string; isSubjects: boolean; cells: MatrixCell[] }

export type MatrixColumn = {
  signal: SignalId
  title: string
  question: string
  unit: string
  definition: string
  version: string
  standing: Standing
  /** It is the first of its standing. */
  isFirst: boolean
  flagged: number
}

/** How a signal takes part in the triage order: with a weight, without one so far, or never because it only corroborates. */
export type Standing = 'weighted' | 'unweighted' | 'corroborates'

export type MatrixQuery = {
  q?: string
  sort?: string
  page?: number
  subjects?: ReadonlySet<string>
  onlySubjects?: boolean
  /** Accounts of which others are left out, such as those of a span of time. */
  among?: ReadonlySet<string>
}
export type Matrix = {
  columns: MatrixColumn[]
  /** Signals that nobody has a value of, and why. */
  missing: { title: string; why: string }[]
  rows: MatrixRow[]
  found: number
  page: number
  pages: number
}

const accountsPerPage = 50

/** One page of the matrix. `sort` is `score` or a signal's id, greatest first; accounts without the value come last. */
export async function signalMatrix(analysis: SealedAnalysis, query: MatrixQuery = {}): Promise<Matrix> {
  const { subjects = new Set<string>(), q, onlySubjects, sort } = query
  const wanted = {
    ...{ q, among: both(query.among, onlySubjects ? subjects : undefined), ascending: sort?.startsWith('-') },
    sort: signalIds.find((id) => id === sort?.replace(/^-/, '')),
  }
  const partOf = (page: number) =>
    analysis.accountsPage({ ...wanted, offset: (page - 1) * accountsPerPage, limit: accountsPerPage })
  const asked = Math.max(1, query.page ?? 1)
  const first = await partOf(asked)
  const pages = Math.max(1, Math.ceil(first.found / accountsPerPage))
  const page = Math.min(asked, pages)
  const { found, rows: placed } = page === asked ? first : await partOf(page)
  const columns = columnsOf(analysis.head)
  const rows = placed.map(({ ranked, rank }) => ({
    ...{ account: ranked.account, rank, score: figure(ranked.score) },
    isSubjects: subjects.has(ranked.account),
    cells: columns.map(({ signal }) => cellOf(signal, ranked.signals[signal])),
  }))
  return { columns, missing: missingOf(analysis.head), rows, found, page, pages }
}

/** Who is in both sets; a set that is not given holds everybody. */
function both(a?: ReadonlySet<string>, b?: ReadonlySet<string>): ReadonlySet<string> | undefined {
  return a && b ? new Set([...b].filter((name) => a.has(name))) : (a ?? b)
}

const standingOrder: Standing[] = ['weighted', 'unweighted', 'corroborates']

/** The signals that somebody has a value of, each standing together whatever the order of the signals. */
export function columnsOf(result: LogAnalysis): MatrixColumn[] {
  const all = signalIds.flatMap((id) => columnOf(result, id))
  const columns = standingOrder.flatMap((standing) => all.filter((column) => column.standing === standing))
  return columns.map((column, at) => ({ ...column, isFirst: columns[at - 1]?.standing !== column.standing }))
}

function columnOf(result: LogAnalysis, id: SignalId): MatrixColumn[] {
  const summary = result.signals.find((signal) => signal.id === id)
  const definition = signalOf(id)
  if (!summary?.computable || !definition) return []
  const { title, question, value, corroboratesOnly } = definition
  const standing = corroboratesOnly ? 'corroborates' : triageWeights[id] > 0 ? 'weighted' : 'unweighted'
  return [
    {
      ...{ signal: id, title, question, unit: value.unit, definition: definition.definition },
      ...{ version: summary.version, standing, isFirst: false, flagged: summary.flagged },
    },
  ]
}

function missingOf({ signals }: LogAnalysis): Matrix['missing'] {
  return signals.flatMap(({ id, why }) => (why === null ? [] : [{ title: signalOf(id)?.title ?? id, why }]))
}

function cellOf(signal: SignalId, cell: SignalCell | undefined): MatrixCell {
  if (!cell) return { signal, text: '–', shade: null, sentence: 'Not part of this analysis.' }
  if (cell.value === null) return { signal, text: '–', shade: null, sentence: cell.why ?? 'No value.' }
  const name = signalOf(signal)?.value.name ?? ''
  return {
    signal,
    text: figure(cell.value),
    shade: shadeOf(cell.percentile),
    sentence: `${figure(cell.value)} ${name}. ${comparedWithPeers(cell)}`,
  }
}

/** One account's row with its columns. */
export function matrixRow(
  head: LogAnalysis,
  { ranked, rank }: PlacedAccount,
): { columns: MatrixColumn[]; row: MatrixRow } {
  const columns = columnsOf(head)
  const cells = columns.map(({ signal }) => cellOf(signal, ranked.signals[signal]))
  const { account, score } = ranked
  return { columns, row: { account, rank, score: figure(score), isSubjects: false, cells } }
}

/** The shade of a percentile: the ordinary is pale, the top one in a thousand darkest. */
export function shadeOf(percentile: number | null): Shade | null {
  if (percentile === null) return null
  if (percentile < 50) return 0
  if (percentile < 90) return 1
  if (percentile < 95) return 2
  if (percentile < 99) return 3
  return percentile < 99.9 ? 5 : 6
}

/** One cell of an account in full, for the panel and page of a signal; null when the result does not hold it. */
export function cellInFull(ranked: RankedAccount | undefined, signal: SignalId) {
  const cells = ranked?.signals
  const cell = cells?.[signal]
  const definition = signalOf(signal)
  if (!cells || !cell || !definition) return null
  const measures = Object.entries(cell.measures).map(([name, value]) => ({
    name: name.replaceAll('_', ' '),
    meaning: definition.measures[name] ?? '',
    text: value === null ? '–' : figure(value),
  }))
  return {
    headline: cell.value === null ? null : `${figure(cell.value)} ${definition.value.name}`,
    why: cell.why,
    percentile: cell.percentile === null ? null : figure(cell.percentile),
    z: cell.z === null ? null : signed(cell.z),
    peers: cell.peers,
    measures,
    explanations: cell.value === null ? [] : testedExplanations(definition, cells),
  }
}
